import type { CodingMeasure } from "../coefficient.ts";
import type { Distance } from "./distance.ts";
import { type Chance, ratingsMeasure } from "./ratings.ts";

/**
 * Gwet's AC2: any number of annotators, categories of which some are nearer to each other than others.
 *
 * Input   items of two values or more; a distance, whose weights are 1 less the distance by the largest one.
 * Output  `observed` and `expected` agreement in [0, 1], weighted; `value` at most 1; `n` items compared.
 * Undefined  "one-annotator"; "no-items"; "no-pairs"; "one-category" when the study has but one to choose
 *         from, where the paper divides by 0; "not-numbers" or "no-order" when the distance does not fit. When
 *         there are others that nobody used, expected agreement is 0 and the value is that observed: 1. This is
 *         what Gwet made it for, and no gap is filled in.
 * Source  Gwet (2014), Handbook of Inter-Rater Reliability, 4th edition, chapters 3 and 5.
 * Checked against  irrCAC's examples with and without missing values, for each kind of weights
 *         (test/shared/agreement/coding/gwet-2014.test.ts).
 */
export function gwetAc2(distance: Distance): CodingMeasure {
  return ratingsMeasure({
    id: "gwet-ac2",
    assumes: `It takes annotators to guess only where an item is hard, all categories then being alike, and how far two categories are apart to be ${distance.says}.`,
    ...{ distance, sharesFrom: "rated", twoOnly: false, byChance: byGuessing },
  });
}

/** Chance agreement is that of guesses, and the more likely the more evenly the categories are used. */
export function byGuessing({ shareOf, spread }: Chance): number {
  const size = shareOf.length;
  // Exactly nothing to go by, so that it is found undefined.
  if (size < 2) return 0;
  const weights = size * size * (1 - spread);
  let evenness = 0;
  for (const share of shareOf) evenness += share * (1 - share);
  return 1 - (weights * evenness) / (size * (size - 1));
}
