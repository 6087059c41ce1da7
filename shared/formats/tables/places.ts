import type { TextRange } from "../../model/annotation.ts";
import type { OffsetConverter } from "../../text/offsets.ts";

/** How many characters of context stand on each side. */
const contextLength = 40;

/** The words before and after a stretch of the text; no character is cut in half. */
export function contextOf(text: string, { start, end }: TextRange) {
  const from = Math.max(0, start - contextLength);
  const to = Math.min(text.length, end + contextLength);
  return {
    before: text.slice(isWithin(text, from) ? from + 1 : from, start),
    after: text.slice(end, isWithin(text, to) ? to - 1 : to),
  };
}

/** Whether the offset lies between the two halves of a character. */
function isWithin(text: string, at: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));
}

/** Ranges as brat has them, in code points: "3 8;12 15". */
export function fragmentsOf(
  ranges: readonly TextRange[],
  { toCodePoint }: OffsetConverter,
): string {
  return ranges.map(({ start, end }) => `${toCodePoint(start)} ${toCodePoint(end)}`).join(";");
}
