import { type Coding, type CodingMeasure, type Coefficient, undefinedFor } from "../coefficient.ts";
import { compared, corrected, countItem, lacks, onceFor } from "./corrected.ts";
import { type Between, type Distance, sameOrNot, scaled } from "./distance.ts";
import {
  addPairs,
  fromOwnDistributions,
  type PairSums,
  pairSums,
  pairsSize,
  usedIn,
} from "./pairs.ts";

/**
 * Cohen's weighted kappa for two annotators: some disagreements count more than others.
 *
 * Input   items with both values; others are left out. A distance of categories.
 * Output  `observed` and `expected` disagreement in [0, 1], by the largest distance; `value` at most 1, 0 for
 *         chance; `n` items compared.
 * Undefined  "two-annotators-only" for more; "one-annotator"; "no-items"; "no-pairs"; "one-category" when both
 *         only ever use the same one; "no-chance-disagreement" when all they use are 0 apart; "not-numbers",
 *         "no-order" and the like when the distance does not fit the categories.
 * Source  Cohen (1968), Psychological Bulletin 70(4), 213–220.
 * Deviations  linear and quadratic distances are of the numbers themselves, not of their ranks; words have ranks
 *         where an order is given.
 * Checked against  Artstein and Poesio (2008), p. 568; DKPro's examples; the paper's table 1
 *         (test/shared/agreement/coding/cohen-1968.test.ts).
 */
export function weightedKappa(distance: Distance): CodingMeasure {
  return twoAnnotators(
    "weighted-kappa",
    `It takes each annotator to have habits of their own, and how far two categories are apart to be ${distance.says}.`,
    distance,
    "disagreement",
  );
}

/** Agreement of two annotators beyond what their own habits would give. */
export function twoAnnotators(
  id: string,
  assumes: string,
  distance: Distance,
  as: "agreement" | "disagreement",
): CodingMeasure {
  const betweenOf = onceFor((coding) => scaled(distance, coding));
  return {
    ...{ id, assumes, size: pairsSize },
    add(sums, item, coding, times = 1) {
      if (countItem(sums, item, times)) addPairs(sums, item, coding, betweenOf(coding), times);
    },
    value(sums, coding) {
      const reason = whyNotTwo(sums, coding) ?? distance.unfit(coding);
      const [pair] = pairSums(sums, coding);
      const n = sums[compared] ?? 0;
      if (reason !== null || pair === undefined) return undefinedFor(reason ?? "one-annotator", n);
      return pairValue(pair, betweenOf(coding), as);
    },
  };
}

export function whyNotTwo(sums: Float64Array, coding: Coding) {
  return coding.raters > 2 ? "two-annotators-only" : lacks(sums, coding);
}

function pairValue(
  pair: PairSums,
  between: Between,
  as: "agreement" | "disagreement",
): Coefficient {
  const expected = fromOwnDistributions(pair, between);
  const observed = pair.disagreement / pair.items;
  return corrected({ observed, expected }, pair.items, usedIn([pair]), as);
}

/** Cohen's kappa of a pair that has items in common, for measures that are made of it. */
export function pairKappa(pair: PairSums): Coefficient {
  return pairValue(pair, sameOrNot, "agreement");
}
