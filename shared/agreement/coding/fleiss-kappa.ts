import type { CodingMeasure } from "../coefficient.ts";
import { andDistances, type Distance, nominal } from "./distance.ts";
import { fromOneDistribution, ratingsMeasure } from "./ratings.ts";

/**
 * Fleiss' kappa: any number of annotators, who are taken to have one distribution of categories.
 *
 * Input   items of two values or more; who gave which does not matter.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` at most 1, 0 for chance; `n` items compared.
 * Undefined  "one-annotator"; "no-items"; "no-pairs" when no item has two values; "one-category" when only one
 *         is ever used, where expected agreement is 1.
 * Source  Fleiss (1971), Psychological Bulletin 76(5), 378–382; the multi-π of Artstein and Poesio (2008).
 * Deviations  Fleiss has the same number of values for each item. With fewer, an item counts as Gwet (2014)
 *         has it: observed agreement is the mean over items with two values, the distribution that over items
 *         with one. A distance makes it his weighted form.
 * Checked against  the paper's table, Randolph, Warrens and Mieskes by DKPro, and irrCAC's raw4raters with
 *         missing values and each kind of weights (test/shared/agreement/coding/fleiss-1971.test.ts, gwet-2014.test.ts).
 */
export function fleissKappa(distance: Distance = nominal): CodingMeasure {
  return ratingsMeasure({
    id: "fleiss-kappa",
    assumes: `It takes all annotators to use the categories equally often${andDistances(distance)}`,
    ...{ distance, sharesFrom: "rated", twoOnly: false, byChance: fromOneDistribution },
  });
}
