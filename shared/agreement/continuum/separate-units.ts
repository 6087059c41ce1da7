import type { Unit } from "./unit.ts";

/** A stretch without annotator and category: its group says whose it is. */
export interface Stretch {
  begin: number;
  end: number;
}

/** One annotator's units of one category, apart from one another and in the order of the text. */
export interface Separated {
  stretches: Stretch[];
  /** Units of no length, which are left out. */
  empty: number;
  /** Units that overlapped another one, and became one with it. */
  merged: number;
}

/** Takes units of one annotator and one category; those that overlap become one, those that touch stay two. */
export function separated(units: readonly Unit[]): Separated {
  const there = units.filter(({ begin, end }) => end > begin);
  there.sort((a, b) => a.begin - b.begin || a.end - b.end);
  const stretches: Stretch[] = [];
  for (const { begin, end } of there) {
    const last = stretches.at(-1);
    if (last !== undefined && begin < last.end) last.end = Math.max(last.end, end);
    else stretches.push({ begin, end });
  }
  return {
    stretches,
    empty: units.length - there.length,
    merged: there.length - stretches.length,
  };
}
