import { z } from "zod";
import { TextRange } from "../model/annotation.ts";

/** A stretch of the old text that stands, letter by letter, at this offset of the words of an edit. */
export const MovedStretch = TextRange.extend({ at: z.int().nonnegative() });
export type MovedStretch = z.output<typeof MovedStretch>;

interface Edit extends TextRange {
  text: string;
  moved?: readonly MovedStretch[] | undefined;
}

/** What moved together from one place of the old text to another place of the new one. */
export interface Move extends TextRange {
  /** What was changed on the way; offsets count in the old text. */
  edits: { start: number; end: number; text: string }[];
  /** Where it begins in the new text. */
  newStart: number;
}

/** The moves among edits: between two stretches that moved, the words of the edit stand for what was there. */
export function movesOf(edits: readonly Edit[]): Move[] {
  let shift = 0;
  return edits.flatMap(({ start, end, text, moved = [] }): Move[] => {
    const from = start + shift;
    shift += text.length - (end - start);
    const [first, last] = [moved[0], moved.at(-1)];
    if (!first || !last) return [];
    const gaps = moved.slice(1).map((next, before) => {
      const { end: gap, at = 0, start: begin = 0 } = moved[before] ?? {};
      const words = text.slice(at + (gap ?? 0) - begin, next.at);
      return { start: gap ?? 0, end: next.start, text: words };
    });
    const real = gaps.filter((gap) => gap.start < gap.end || gap.text !== "");
    return [{ start: first.start, end: last.end, edits: real, newStart: from + first.at }];
  });
}

/** What is wrong with the stretches that an edit says it moved, as half a sentence; null for nothing. */
export function movedProblem(text: string, edit: Edit, edits: readonly Edit[]): string | null {
  let last = { end: 0, at: 0 };
  for (const { start, end, at } of edit.moved ?? []) {
    const isHere = text.slice(start, end) === edit.text.slice(at, at + end - start);
    if (end < start || start < last.end || at < last.at || !isHere)
      return `does not hold what stands at ${start} to ${end}`;
    if (!edits.some((other) => other.start <= start && end <= other.end))
      return `moves what stays at ${start} to ${end}`;
    last = { end, at: at + end - start };
  }
  return null;
}

/** Stretches that moved, after the words they stand in were changed: those that are whole, or what is left. */
export function movedThrough(
  moved: readonly MovedStretch[],
  change: TextRange & { text: string },
): MovedStretch[] {
  const shift = change.text.length - (change.end - change.start);
  return moved.flatMap(({ start, end, at }) => {
    const [before, after] = [change.start - at, change.end - at];
    const length = end - start;
    if (before >= length) return [{ start, end, at }];
    if (after <= 0) return [{ start, end, at: at + shift }];
    const head = { start, end: start + before, at };
    const tail = { start: start + after, end, at: change.end + shift };
    return [...(before > 0 ? [head] : []), ...(after < length ? [tail] : [])];
  });
}
