import type { TextRange } from "../model/annotation.ts";

/** What stands in place of a stretch of a text. */
export interface Replacement {
  range: TextRange;
  text: string;
}

/** A text with stretches replaced, and where ranges of the old text are in it. */
export interface Replaced {
  text: string;
  /**
   * A range that takes in part of a replaced stretch takes in all of what replaced it; others keep their words.
   * One without length within such a stretch is at its start.
   */
  map(range: TextRange): TextRange;
}

/** Puts replacements into a text. They have to be in order, apart, none without length, and with words to put in. */
export function replaceStretches(text: string, replacements: readonly Replacement[]): Replaced {
  checkApart(text, replacements);
  const parts: string[] = [];
  const placed: Placed[] = [];
  let shift = 0;
  let at = 0;
  for (const { range, text: words } of replacements) {
    parts.push(text.slice(at, range.start), words);
    placed.push({
      ...range,
      newStart: range.start + shift,
      newEnd: range.start + shift + words.length,
    });
    shift += words.length - (range.end - range.start);
    at = range.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(""), map: mapOf(placed) };
}

function checkApart(text: string, replacements: readonly Replacement[]): void {
  let last = 0;
  for (const { range, text: words } of replacements) {
    const { start, end } = range;
    if (start < last || end <= start || end > text.length || words === "")
      throw new RangeError(`replacement ${start} to ${end} after ${last} of ${text.length}`);
    last = end;
  }
}

/** A replaced stretch, where it was and where its replacement is. */
interface Placed extends TextRange {
  newStart: number;
  newEnd: number;
}

function mapOf(placed: readonly Placed[]): (range: TextRange) => TextRange {
  return ({ start, end }) => {
    const newStart = place(placed, start, "start");
    return { start: newStart, end: start === end ? newStart : place(placed, end, "end") };
  };
}

/** Where an offset is now; within a replaced stretch at that end of the replacement which the range reaches to. */
function place(placed: readonly Placed[], offset: number, side: "start" | "end"): number {
  const last = lastFrom(placed, offset, side);
  if (!last) return offset;
  const isInside = side === "start" ? offset < last.end : offset <= last.end;
  if (!isInside) return offset - last.end + last.newEnd;
  return side === "start" ? last.newStart : last.newEnd;
}

/** The last stretch that begins before an offset, or for the start of a range also at it. */
function lastFrom(placed: readonly Placed[], offset: number, side: "start" | "end"): Placed | null {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = placed[middle]?.start ?? 0;
    if (side === "start" ? start <= offset : start < offset) low = middle + 1;
    else high = middle;
  }
  return placed[low - 1] ?? null;
}
