import type { RepairKind } from "../extract/extracted.ts";
import type { TextRange } from "../model/annotation.ts";
import { endsSentence } from "../text/lines.ts";
import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";

const longest = 140;

/** A line that may belong to the page, between what stands before and after it. */
interface Line extends TextRange {
  words: string;
  /** With its numbers left open, so that "Page 3" is as "Page 4". */
  shape: string;
  /** The text before it stops within a sentence, and goes on after it. */
  isBetween: boolean;
  before: TextRange | null;
  after: TextRange | null;
}

/** Running heads, folios and notices of download, which a page has and a text has not. */
export function findFurniture(pasted: PastedText): Defect[] {
  const lines = candidates(pasted);
  const byShape = Map.groupBy(lines, ({ shape }) => shape);
  return lines.flatMap((line) => {
    const kind = kindOf(line, byShape.get(line.shape) ?? []);
    return kind ? [removal(line, kind)] : [];
  });
}

function candidates({ text, lines }: PastedText): Line[] {
  const filled = lines.filter(({ start, end }) => end > start);
  return filled.flatMap((line, index) => {
    if (line.end - line.start > longest) return [];
    const words = text.slice(line.start, line.end);
    const before = filled[index - 1] ?? null;
    const after = filled[index + 1] ?? null;
    const shape = words.replace(/\d+/g, "#");
    return [{ ...line, words, shape, before, after, isBetween: isBetween(text, before, after) }];
  });
}

function isBetween(text: string, before: TextRange | null, after: TextRange | null): boolean {
  if (!before || !after) return false;
  const last = text.slice(Math.max(before.start, before.end - 30), before.end);
  const next = text.slice(after.start, after.start + 3);
  return !endsSentence(last) && /[\p{L}\d,-]$/u.test(last) && /^\p{Ll}[\p{Ll} ]/u.test(next);
}

const notice =
  /^(?:downloaded (?:from|by|via) \S|(?:©|copyright (?:©|\d{4})|\(c\) ?\d{4})|this article is protected by copyright|for personal use only\b|all rights reserved\b|.{0,60}\bdownloaded from https?:)/i;
const folio = /^(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?$/i;

function kindOf(line: Line, alike: readonly Line[]): RepairKind | null {
  if (notice.test(line.words)) return "running-head";
  if (folio.test(line.words)) return isFolio(line, alike) ? "page-number" : null;
  if (alike.length < 3 || !/\p{L}{3}/u.test(line.words)) return null;
  // Refrains and headings come again as well, but they do not break into sentences.
  const breaking = alike.filter((one) => one.isBetween).length;
  return breaking * 3 >= alike.length ? "running-head" : null;
}

/** A number of its own is a folio where it breaks into a sentence, or says "page", and others count up with it. */
function isFolio({ words, isBetween: breaksIn }: Line, alike: readonly Line[]): boolean {
  const numbers = alike.map((one) => Number(/\d+/.exec(one.words)?.[0]));
  const countsUp = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  const isNamed = /page/i.test(words);
  const breaking = alike.filter((one) => one.isBetween).length;
  if (!countsUp || alike.length < 2) return isNamed && breaksIn;
  return isNamed || breaking * 3 >= alike.length;
}

/** Takes the line out with the line ends around it, and joins the sentence that it broke. */
function removal(
  { start, end, words, isBetween: breaksIn, before, after }: Line,
  kind: RepairKind,
): Defect {
  const because =
    kind === "page-number" ? `"${words}" is a page's number.` : `"${words}" belongs to the page.`;
  const range = breaksIn
    ? { start: before?.end ?? start, end: after?.start ?? end, replacement: " " }
    : { start, end: after?.start ?? end, replacement: "" };
  return { kind, ...range, because, certainty: breaksIn ? "sure" : "likely" };
}
