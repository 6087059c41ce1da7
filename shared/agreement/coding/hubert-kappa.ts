import { type CodingMeasure, undefinedFor } from "../coefficient.ts";
import { compared, corrected, countItem, lacks } from "./corrected.ts";
import { sameOrNot } from "./distance.ts";
import { addPairs, fromOwnDistributions, pairSums, pairsSize, usedIn } from "./pairs.ts";

/**
 * Hubert's kappa: agreement and chance agreement are first averaged over all pairs of annotators, each with
 * habits of their own. Davies and Fleiss' (1982) and Conger's (1980) are the same where nothing is missing.
 *
 * Input   items of two values or more; each pair is compared on what both have.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` at most 1; `n` items compared by any pair.
 * Undefined  "one-annotator"; "no-items"; "no-pairs", also when a single pair has no item in common; "one-category"
 *         when all only ever use the same one.
 * Source  Hubert (1977), Psychological Bulletin 84(2), 289–297; the multi-κ of Artstein and Poesio (2008).
 * Checked against  Warrens (2010), p. 284, and Warrens (2012), p. 3 and 9
 *         (test/shared/agreement/coding/hubert-1977.test.ts).
 */
export const hubertKappa: CodingMeasure = {
  id: "hubert-kappa",
  assumes:
    "It takes each annotator to have habits of their own, and every pair of annotators to count the same.",
  size: pairsSize,
  add(sums, item, coding, times = 1) {
    if (countItem(sums, item, times)) addPairs(sums, item, coding, sameOrNot, times);
  },
  value(sums, coding) {
    const n = sums[compared] ?? 0;
    const pairs = pairSums(sums, coding);
    const reason =
      lacks(sums, coding) ?? (pairs.some(({ items }) => items === 0) ? "no-pairs" : null);
    if (reason !== null) return undefinedFor(reason, n);
    let [observed, expected] = [0, 0];
    for (const pair of pairs) {
      observed += pair.disagreement / pair.items / pairs.length;
      expected += fromOwnDistributions(pair, sameOrNot) / pairs.length;
    }
    return corrected({ observed, expected }, n, usedIn(pairs), "agreement");
  },
};
