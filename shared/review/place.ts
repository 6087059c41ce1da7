import type { TextRange } from "../model/annotation.ts";

/** Where a span stands, made once so that it can be compared with many. */
export interface Place {
  start: number;
  end: number;
  /** In the order of the text, none over another. */
  ranges: readonly TextRange[];
  /** Characters in all ranges. */
  length: number;
}

/** Ranges in any order. */
export function placeOf(ranges: readonly TextRange[]): Place {
  const [only] = ranges;
  if (ranges.length === 1 && only)
    return { start: only.start, end: only.end, ranges, length: only.end - only.start };
  const joined = unionOf(ranges);
  const length = joined.reduce((sum, { start, end }) => sum + end - start, 0);
  return { start: joined[0]?.start ?? 0, end: joined.at(-1)?.end ?? 0, ranges: joined, length };
}

/** All characters of any of the ranges, in the order of the text; ranges that touch stay apart. */
export function unionOf(ranges: readonly TextRange[]): TextRange[] {
  const all: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = all.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** The characters that both have, each in the order of the text. */
export function intersectionOf(a: readonly TextRange[], b: readonly TextRange[]): TextRange[] {
  return a.flatMap((one) =>
    b.flatMap((other) => {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      return start < end ? [{ start, end }] : [];
    }),
  );
}

/** How many characters both have. */
export function sharedLength(a: Place, b: Place): number {
  let shared = 0;
  for (const one of a.ranges)
    for (const other of b.ranges)
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
  return shared;
}

/**
 * Characters that both have by characters that any has: from 0 to 1, for discontinuous spans too. Spans whose
 * words were taken out of the text are alike where they stand at the same place.
 */
export function overlapOf(a: Place, b: Place): number {
  if (isSamePlace(a, b)) return 1;
  const shared = sharedLength(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

export function isSamePlace(a: Place, b: Place): boolean {
  return (
    a.start === b.start &&
    a.end === b.end &&
    a.ranges.length === b.ranges.length &&
    a.ranges.every(({ start, end }, at) => {
      const other = b.ranges[at];
      return start === other?.start && end === other.end;
    })
  );
}
