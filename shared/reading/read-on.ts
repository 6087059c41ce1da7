import type { TextRange } from "../model/annotation.ts";
import { united, without } from "./ranges.ts";
import type { Reading } from "./reading.ts";

/**
 * Characters a second, some 600 words a minute: faster than people read with understanding (about
 * 250, Brysbaert 2019), so that nobody who does read is held up.
 */
export const fastReading = 60;

/** The farthest in characters that a caret goes in one step and has still gone through the text. */
const longestStep = 400;

/**
 * What was read while a text stood in view for so many seconds: as many characters as somebody fast
 * reads in that time, the first ones that were not read yet.
 */
export function readOn(
  { read, skipped }: Reading,
  inView: TextRange,
  seconds: number,
): TextRange[] {
  let left = Math.round(seconds * fastReading);
  const unread = without(inView, united([...read, ...skipped]));
  return unread.flatMap(({ start, end }) => {
    const length = Math.min(left, end - start);
    left -= length;
    return length > 0 ? [{ start, end: start + length }] : [];
  });
}

/** What a caret went through on its way from one place to the next; null where it leapt or went back. */
export function wentThrough(from: number, to: number): TextRange | null {
  return to > from && to - from <= longestStep ? { start: from, end: to } : null;
}
