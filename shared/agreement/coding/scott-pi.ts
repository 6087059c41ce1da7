import type { CodingMeasure } from "../coefficient.ts";
import { andDistances, type Distance, nominal } from "./distance.ts";
import { fromOneDistribution, ratingsMeasure } from "./ratings.ts";

/**
 * Scott's pi: two annotators, who are taken to have one distribution of categories.
 *
 * Input   items with both values; others are left out.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` in [-1, 1], 0 for chance; `n` items compared.
 * Undefined  "two-annotators-only" for more, whose generalisation is Fleiss' kappa; "one-annotator"; "no-items";
 *         "no-pairs" when no item has both values; "one-category" when both only ever use the same one.
 * Weights  a distance makes it the weighted form of Gwet (2014), as in irrCAC.
 * Source  Scott (1955), Public Opinion Quarterly 19(3), 321–325.
 * Checked against  Artstein and Poesio (2008), Zwick (1988), Krippendorff (2004) by DKPro and NLTK
 *         (test/shared/agreement/coding/scott-1955.test.ts).
 */
export function scottPi(distance: Distance = nominal): CodingMeasure {
  return ratingsMeasure({
    id: "scott-pi",
    assumes: `It takes both annotators to use the categories equally often${andDistances(distance)}`,
    ...{ distance, sharesFrom: "compared", twoOnly: true, byChance: fromOneDistribution },
  });
}
