import type { CodingMeasure } from "../coefficient.ts";
import { andDistances, type Distance, nominal } from "./distance.ts";
import { fromAllAlike, ratingsMeasure } from "./ratings.ts";

/**
 * Randolph's free-marginal kappa: any number of annotators, who by chance would use all categories alike.
 *
 * Input   items of two values or more; the categories are those of the study, used or not.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` at most 1; `n` items compared.
 * Undefined  "one-annotator"; "no-items"; "no-pairs"; "one-category" when the study has but one to choose from.
 * Source  Randolph (2005), Free-marginal multirater kappa; Brennan and Prediger's (1981) for two annotators.
 * Deviations  missing values and weights as Gwet (2014) has them for Brennan and Prediger's coefficient.
 * Checked against  the paper's second example, p. 17, and irrCAC's raw4raters
 *         (test/shared/agreement/coding/randolph-2005.test.ts, gwet-2014.test.ts).
 */
export function randolphKappa(distance: Distance = nominal): CodingMeasure {
  return ratingsMeasure({
    id: "randolph-kappa",
    assumes: `It takes every category to be equally likely by chance, however often the annotators use it${andDistances(distance)}`,
    ...{ distance, sharesFrom: "rated", twoOnly: false, byChance: fromAllAlike },
  });
}
