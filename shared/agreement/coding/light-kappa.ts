import { type CodingMeasure, type Coefficient, undefinedFor } from "../coefficient.ts";
import { compared, countItem, lacks } from "./corrected.ts";
import { sameOrNot } from "./distance.ts";
import { addPairs, pairSums, pairsSize } from "./pairs.ts";
import { pairKappa } from "./weighted-kappa.ts";

/**
 * Light's kappa: the mean of Cohen's kappa over all pairs of annotators.
 *
 * Input   items of two values or more; each pair is compared on what both have.
 * Output  `observed` and `expected` agreement, also means over pairs; `value` in [-1, 1]; `n` items compared by any pair.
 * Undefined  "one-annotator"; "no-items"; "no-pairs", also when a single pair has no item in common; "one-category"
 *         when a single pair has no kappa: a mean over the others would be of other annotators.
 * Source  Light (1971), Psychological Bulletin 76(5), 365–377. NLTK's `kappa` is the same.
 * Deviations  R's `kappam.light` leaves out every item with a missing value; here a pair has what both have.
 * Checked against  the mean of pairwise values (test/shared/agreement/coding/light-1971.test.ts).
 */
export const lightKappa: CodingMeasure = {
  id: "light-kappa",
  assumes:
    "It takes each annotator to have habits of their own, and every pair of annotators to count the same.",
  size: pairsSize,
  add(sums, item, coding, times = 1) {
    if (countItem(sums, item, times)) addPairs(sums, item, coding, sameOrNot, times);
  },
  value(sums, coding) {
    const n = sums[compared] ?? 0;
    const pairs = pairSums(sums, coding);
    const apart = pairs.some(({ items }) => items === 0) ? "no-pairs" : null;
    const reason = lacks(sums, coding) ?? apart;
    return reason === null ? meanOf(pairs.map(pairKappa), n) : undefinedFor(reason, n);
  },
};

function meanOf(pairs: readonly Coefficient[], n: number): Coefficient {
  let [value, observed, expected] = [0, 0, 0];
  for (const pair of pairs) {
    if (!pair.defined) return undefinedFor(pair.reason, n);
    value += pair.value / pairs.length;
    observed += (pair.observed ?? 0) / pairs.length;
    expected += (pair.expected ?? 0) / pairs.length;
  }
  return { defined: true, value, observed, expected, n };
}
