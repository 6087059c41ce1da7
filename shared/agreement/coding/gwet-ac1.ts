import { nominal } from "./distance.ts";
import { byGuessing } from "./gwet-ac2.ts";
import { ratingsMeasure } from "./ratings.ts";

/**
 * Gwet's AC1: any number of annotators, categories without order. It stays near the observed agreement
 * where one category is by far the most frequent, where kappa falls.
 *
 * Input   items of two values or more; the categories are those of the study, used or not.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` at most 1; `n` items compared.
 * Undefined  as AC2: with one category to choose from there is none; with others that nobody used it is 1.
 * Source  Gwet (2008), British Journal of Mathematical and Statistical Psychology 61(1), 29–48.
 * Deviations  missing values as Gwet (2014): the shares of categories are from all items that anybody rated.
 * Checked against  irrCAC's and DKPro's examples (test/shared/agreement/coding/gwet-2014.test.ts).
 */
export const gwetAc1 = ratingsMeasure({
  id: "gwet-ac1",
  assumes:
    "It takes annotators to guess only where an item is hard, all categories then being alike.",
  ...{ distance: nominal, sharesFrom: "rated", twoOnly: false, byChance: byGuessing },
});
