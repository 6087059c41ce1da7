import type { TextRange } from "../model/annotation.ts";

/** Where a span stands: the order in which its ranges were marked, and where they touch, is left aside. */
export interface Place {
  start: number;
  end: number;
  /** In the order of the text, none touching another. A span of no characters keeps its one empty range. */
  ranges: readonly TextRange[];
  /** How many characters it has. */
  length: number;
}

/** Made once, so that it can be compared with many. @param ranges in any order. */
export function placeOf(ranges: readonly TextRange[]): Place {
  const [only] = ranges;
  if (ranges.length === 1 && only)
    return { start: only.start, end: only.end, ranges, length: only.end - only.start };
  const joined = unionOf(ranges);
  const length = joined.reduce((sum, { start, end }) => sum + end - start, 0);
  return { start: joined[0]?.start ?? 0, end: joined.at(-1)?.end ?? 0, ranges: joined, length };
}

/** All characters of any of the ranges, in the order of the text; where there are none, the first place. */
export function unionOf(ranges: readonly TextRange[]): TextRange[] {
  const all: TextRange[] = [];
  const inOrder = ranges.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const full = inOrder.filter(({ start, end }) => start < end);
  for (const { start, end } of full.length > 0 ? full : inOrder.slice(0, 1)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
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
 * How much two spans have in common: the characters of both by the characters of either (Jaccard). From 0
 * to 1; 1 at the same place, also for spans whose words were taken out of the text.
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
