/**
 * What two annotators have and what of it is matched, added up over any number of reports. `matchedA` and
 * `matchedB` are the same number, unless only a label or a section is counted: a pair may then have one
 * partner inside and one outside.
 */
export interface MatchCounts {
  /** What the first annotator has, and what of it has a partner. */
  a: number;
  matchedA: number;
  /** Of the second annotator. */
  b: number;
  matchedB: number;
}

/** The counts as numbers in a row, in which they are added up. */
export const countsSize = 4;

export function countsAt(sums: ArrayLike<number>): MatchCounts {
  const [a = 0, matchedA = 0, b = 0, matchedB = 0] = [sums[0], sums[1], sums[2], sums[3]];
  return { a, matchedA, b, matchedB };
}
