import { type CodingMeasure, undefinedFor } from "../coefficient.ts";
import { compared, countItem } from "./corrected.ts";
import { andDistances, type Distance, nominal, sameOrNot } from "./distance.ts";
import { addPairs, fromOwnDistributions, pairSums, pairsSize } from "./pairs.ts";
import { twoAnnotators, whyNotTwo } from "./weighted-kappa.ts";

/**
 * Cohen's kappa: two annotators with habits of their own, categories without order.
 *
 * Input   items with both values; others are left out.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` in [-1, 1], 1 for full agreement, 0 for what
 *         their own habits would give; `n` items compared.
 * Undefined  "two-annotators-only" for more, for whom there are Light's and Hubert's; "one-annotator"; "no-items";
 *         "no-pairs" when no item has both values; "one-category" when both only ever use the same one, where
 *         expected agreement is 1. When one of them uses a single category and the other does not, it is 0.
 * Source  Cohen (1960), Educational and Psychological Measurement 20(1), 37–46.
 * Checked against  the paper's examples, p. 37 and 45; Agresti (1992) and others by DKPro
 *         (test/shared/agreement/coding/cohen-1960.test.ts).
 */
export const cohenKappa: CodingMeasure = twoAnnotators(
  "cohen-kappa",
  "It takes each annotator to have habits of their own, and every disagreement to be as grave.",
  nominal,
  "agreement",
);

/**
 * Cohen's kappa by a study's weights, which scikit-learn's `cohen_kappa_score` and irrCAC have under this name:
 * the weighted kappa, its parts as agreement.
 */
export function cohenKappaBy(distance: Distance): CodingMeasure {
  if (distance.id === nominal.id) return cohenKappa;
  const assumes = `It takes each annotator to have habits of their own${andDistances(distance)}`;
  return twoAnnotators("cohen-kappa", assumes, distance, "agreement");
}

/**
 * The highest kappa that two annotators with these habits could have.
 *
 * Input   as Cohen's kappa.
 * Output  `observed` is the highest agreement that their uses of each category allow; `value` the kappa of it.
 * Undefined  as Cohen's kappa.
 * Source  Cohen (1960), p. 42.
 * Checked against  the paper's examples (test/shared/agreement/coding/cohen-1960.test.ts).
 */
export const cohenKappaMax: CodingMeasure = {
  id: "cohen-kappa-max",
  assumes:
    "It takes the habits of both annotators as they are, and asks only how they could best fit.",
  size: pairsSize,
  add(sums, item, coding, times = 1) {
    if (countItem(sums, item, times)) addPairs(sums, item, coding, sameOrNot, times);
  },
  value(sums, coding) {
    const reason = whyNotTwo(sums, coding);
    const [pair] = pairSums(sums, coding);
    const n = sums[compared] ?? 0;
    if (reason !== null || pair === undefined) return undefinedFor(reason ?? "one-annotator", n);
    const expected = 1 - fromOwnDistributions(pair, sameOrNot);
    const least = pair.a.map((count, at) => Math.min(count, pair.b[at] ?? 0));
    const observed = least.reduce((sum, count) => sum + count, 0) / n;
    if (expected === 1) return undefinedFor("one-category", n, { observed, expected });
    const value = (observed - expected) / (1 - expected);
    return { defined: true, value, observed, expected, n };
  },
};
