import type { TextRange } from "../../model/annotation.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** A stretch in which what is said belongs together: a sentence, its part up to ";", or a line of a table. */
export interface Clause {
  tokens: Token[];
  /** One line of a table, its markers first. */
  isTable: boolean;
}

/** Reads the clauses of a text that reach into a range, each of them whole. */
export function clausesOf(text: string, range: TextRange): Clause[] {
  return pieces(text, around(text, range)).map(({ start, end, isTable }) => ({
    tokens: tokensOf(text, start, end),
    isTable,
  }));
}

// Nobody writes longer sentences; a text without any full stop must not be read whole each time.
const longest = 1200;

/** The range with the sentences whole in which it begins and ends. */
function around(text: string, { start, end }: TextRange): TextRange {
  const before = text.slice(Math.max(0, start - longest), start);
  const breaks = [...before.matchAll(sentenceEnd)];
  const from = breaks.at(-1);
  sentenceEnd.lastIndex = 0;
  const after = sentenceEnd.exec(text.slice(end - 1, end + longest));
  sentenceEnd.lastIndex = 0;
  return {
    start: start - before.length + (from ? from.index + from[0].length : 0),
    end: after ? end - 1 + after.index + 1 : Math.min(text.length, end + longest),
  };
}

const sentenceEnd =
  /(?<!\b(?:Fig|Figs|approx|cf|vs|No|ca|e\.g|i\.e|Dr))[.!?](?=\s+["(\p{Lu}\d]|\s*$)|\n\s*\n/gu;

type Piece = TextRange & { isTable: boolean };

/** Lines of a table on their own, the prose between them by sentence and semicolon. */
function pieces(text: string, { start, end }: TextRange): Piece[] {
  const all: Piece[] = [];
  let prose = start;
  for (let at = start; at < end; ) {
    const lineEnd = endOfLine(text, at, end);
    if (isTableLine(text, at, lineEnd)) {
      all.push(...sentences(text, prose, at), { start: at, end: lineEnd, isTable: true });
      prose = lineEnd;
    }
    at = lineEnd + 1;
  }
  return [...all, ...sentences(text, Math.min(prose, end), end)];
}

function endOfLine(text: string, at: number, limit: number): number {
  const found = text.indexOf("\n", at);
  return found < 0 || found > limit ? limit : found;
}

function sentences(text: string, start: number, end: number): Piece[] {
  const found: Piece[] = [];
  let from = start;
  for (const at of cuts(text, start, end)) {
    found.push({ start: from, end: at, isTable: false });
    from = at + 1;
  }
  return from < end ? [...found, { start: from, end, isTable: false }] : found;
}

/** Where sentences and their parts end, but for what stands in brackets. */
function cuts(text: string, start: number, end: number): number[] {
  const piece = text.slice(start, end);
  const asides = Array.from(
    piece.matchAll(/\([^()]{0,200}\)/g),
    ({ index, 0: all }) => [index, index + all.length] as const,
  );
  const ends = [...piece.matchAll(sentenceEnd), ...piece.matchAll(/;/g)].map(({ index }) => index);
  return ends
    .filter((at) => asides.every(([from, to]) => at < from || at >= to))
    .sort((a, b) => a - b)
    .map((at) => start + at);
}

const listing = new Set(["name", "and", "aside", "clone", "method", "stain", "mark"]);
const saying = new Set([
  "result",
  "state",
  "sign",
  "percent",
  "degree",
  "and",
  "aside",
  "is",
  "method",
  "clone",
  "mark",
]);

/** "SMA (1A4)    +++, in a tram-track pattern"; "ER: 95 %"; "Desmin, h-caldesmon –". */
function isTableLine(text: string, start: number, end: number): boolean {
  if (end - start < 3 || end - start > 300) return false;
  const tokens = tokensOf(text, start, end);
  const rest = tokens.findIndex(({ kind }) => !listing.has(kind));
  const last = tokens[rest - 1];
  const next = tokens[rest];
  if (!last || !next || tokens.slice(0, rest).every(({ kind }) => kind !== "name")) return false;
  if (next.kind === "colon" || /^(?:\s{2,}|\t|\s+[–—]\s)/.test(text.slice(last.end, next.start)))
    return true;
  const says = tokens.slice(rest);
  return says.every(({ kind }) => saying.has(kind)) && startsLine(text, start, tokens[0]);
}

// A line of prose that was wrapped may begin with a name as well; a table's line is short and has little else.
function startsLine(text: string, start: number, first: Token | undefined): boolean {
  const before = text.charAt(start - 2);
  return (
    first !== undefined &&
    (start === 0 || /[\n:.;%+)\-–−]|\w/.test(before)) &&
    /^\s*\S/.test(text.slice(start)) &&
    text.indexOf("\n", start) - start < 60
  );
}
