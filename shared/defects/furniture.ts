import type { RepairKind } from "../extract/extracted.ts";
import type { TextRange } from "../model/annotation.ts";
import { endsSentence } from "../text/lines.ts";
import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";
import { wholeLines } from "./remove-lines.ts";

const longest = 140;

/** A line that may belong to the page, between the nearest lines before and after it that are text. */
interface Line extends TextRange {
  words: string;
  before: TextRange | null;
  after: TextRange | null;
  /** The text before it stops within a sentence, and goes on after it. */
  isBetween: boolean;
}

/** Running heads, folios and notices of download, which a page has and a text has not. */
export function findFurniture({ text, lines }: PastedText): Defect[] {
  const filled = lines.filter(({ start, end }) => end > start);
  const kinds = kindsOf(text, filled);
  const defects: Defect[] = [];
  for (let first = 0; first < filled.length; first++) {
    if (!kinds[first]) continue;
    let last = first;
    while (kinds[last + 1]) last += 1;
    defects.push(...removal(text, filled, kinds, first, last));
    first = last;
  }
  return defects;
}

/** What each line is, if it belongs to the page. */
function kindsOf(text: string, filled: readonly TextRange[]): (RepairKind | null)[] {
  const kinds: (RepairKind | null)[] = filled.map(() => null);
  for (const alike of linesByShape(text, filled).values()) {
    const found = alike.map(({ line }) => line);
    for (const { line, index } of alike) kinds[index] = kindOf(line, found);
  }
  return kinds;
}

/** Short lines that come several times or are of the page by themselves, "Page 3" with "Page 4". */
function linesByShape(text: string, filled: readonly TextRange[]) {
  const shapes = filled.map(({ start, end }) =>
    end - start > longest ? "" : text.slice(start, end).replace(/\d+/g, "#"),
  );
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  const isText = shapes.map((shape) => !comesAgain(shape, counts) && !isNotice(shape));
  const candidates = filled.flatMap((range, index) => {
    if (isText[index]) return [];
    const line = lineAt(text, range, {
      before: filled[isText.lastIndexOf(true, index)] ?? null,
      after: filled[isText.indexOf(true, index)] ?? null,
    });
    return [{ index, line, shape: shapes[index] ?? "" }];
  });
  return Map.groupBy(candidates, ({ shape }) => shape);
}

const comesAgain = (shape: string, counts: ReadonlyMap<string, number>) =>
  shape !== "" && (counts.get(shape) ?? 0) > 1;

/** Heads and folios that follow each other stand between the same lines of text. */
function lineAt(text: string, line: TextRange, around: Pick<Line, "before" | "after">): Line {
  const words = text.slice(line.start, line.end);
  return { ...line, ...around, words, isBetween: isBetween(text, around.before, around.after) };
}

function isBetween(text: string, before: TextRange | null, after: TextRange | null): boolean {
  if (!before || !after || isShort(before)) return false;
  const last = text.slice(Math.max(before.start, before.end - 30), before.end);
  const next = text.slice(after.start, after.start + 3);
  return !endsSentence(last) && /[\p{L}\d,-]$/u.test(last) && /^\p{Ll}[\p{Ll} ]/u.test(next);
}

/** A caption may end with it, a sentence that is broken off seldom. */
const endsWithAddress = (text: string, { start, end }: TextRange) =>
  /(?:doi:|https?:)\S*$/i.test(text.slice(Math.max(start, end - 100), end));

/** A column's lines are longer; a table's cells and verses are not. */
const isShort = ({ start, end }: TextRange) => end - start < 30;

const notice =
  /^(?:\(continued on next page\)|downloaded (?:from|by|via) \S|this article is protected by copyright|for personal use only\b)/i;
const isNotice = (words: string) => notice.test(words) || words.includes("ownloaded from http");
const folio = /^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/i;

function kindOf(line: Line, alike: readonly Line[]): RepairKind | null {
  if (isNotice(line.words)) return "running-head";
  if (folio.test(line.words)) return isFolio(line, alike) ? "page-number" : null;
  if (alike.length < 3 || !isHead(line.words)) return null;
  // Refrains and headings come again as well, but they do not break into sentences.
  const breaking = alike.filter((one) => one.isBetween).length;
  return breaking > 1 && breaking * 3 >= alike.length ? "running-head" : null;
}

/** Several words, with no more numbers than a volume, a year and a page; a line of prose begins small. */
const isHead = (words: string) =>
  (!/^\p{Ll}/u.test(words) || /^\S*[./]\S/.test(words)) &&
  /\p{L}{3}/u.test(words) &&
  /\S\s/.test(words) &&
  (words.match(/\d/g)?.length ?? 0) < 24;

/** A number of its own is a folio where it breaks into a sentence, or says "page", and others count up with it. */
function isFolio({ words, isBetween: breaksIn }: Line, alike: readonly Line[]): boolean {
  const numbers = alike.map((one) => Number(/\d+/.exec(one.words)?.[0]));
  const countsUp = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  const isNamed = /page/i.test(words);
  const breaking = alike.filter((one) => one.isBetween).length;
  if (!countsUp || alike.length < 2) return isNamed && breaksIn;
  return isNamed || breaking * 3 >= alike.length;
}

/** Takes lines that follow each other out; where they broke into a sentence, as one that is joined again. */
function removal(
  text: string,
  filled: readonly TextRange[],
  kinds: readonly (RepairKind | null)[],
  first: number,
  last: number,
): Defect[] {
  const before = filled[first - 1] ?? null;
  const after = filled[last + 1] ?? null;
  const gone = filled.slice(first, last + 1);
  if (before && after && isBetween(text, before, after) && !endsWithAddress(text, before)) {
    const words = gone.map(({ start, end }) => text.slice(start, end)).join(" ");
    const range = { start: before.end, end: after.start };
    const kind = kinds[first] ?? "running-head";
    return [{ kind, ...range, replacement: " ", because: reason(kind, words), certainty: "sure" }];
  }
  return gone.map((line, at) => {
    const kind = kinds[first + at] ?? "running-head";
    const because = reason(kind, text.slice(line.start, line.end));
    const range = wholeLines(text, line);
    return { kind, ...range, replacement: "", because, certainty: "likely" };
  });
}

const reason = (kind: RepairKind, words: string) =>
  kind === "page-number" ? `"${words}" is a page's number.` : `"${words}" belongs to the page.`;
