import { bestAlignment } from "./alignment.ts";
import { fastAlignment } from "./fast-alignment.ts";
import { type AlignedCategories, alignedCategories } from "./gamma-cat-sums.ts";
import type { Lanes } from "./lanes.ts";
import type { Solver } from "./packing.ts";

/** What an alignment of one report adds to the sums. */
export interface GammaShare {
  disorder: number;
  units: number;
  /** How many unitary alignments it has. */
  alignments: number;
  categories: AlignedCategories;
}

/** Aligns one report, window by window where it has to be fast. */
export function shareOf(lanes: Lanes, isFast: boolean, solve: Solver): GammaShare {
  const alignment = isFast ? fastAlignment(lanes, solve) : bestAlignment(lanes, solve);
  return {
    disorder: alignment.disorder,
    units: lanes.size,
    alignments: alignment.unitary.length,
    categories: alignedCategories(alignment, lanes),
  };
}

/**
 * The disorder of one alignment of all reports: the sum of what they cost by the number of units; null
 * where there are none. It is a lane's share, so times the annotators it is the paper's.
 */
export function disorderOf(
  shares: readonly GammaShare[],
  times?: ArrayLike<number>,
): number | null {
  let [disorder, units] = [0, 0];
  for (const [report, share] of shares.entries()) {
    const count = times === undefined ? 1 : (times[report] ?? 0);
    disorder += count * share.disorder;
    units += count * share.units;
  }
  return units > 0 ? disorder / units : null;
}
