import type { CodingMeasure } from "../coefficient.ts";
import { andDistances, type Distance, nominal } from "./distance.ts";
import { fromAllAlike, ratingsMeasure } from "./ratings.ts";

/**
 * Bennett, Alpert and Goldstein's S: two annotators, who by chance would use all categories alike.
 *
 * Input   items with both values; others are left out. The categories are those of the study, used or not,
 *         so the value rises with every category that is offered.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` in [-1, 1]; `n` items compared.
 * Undefined  "two-annotators-only" for more, for whom it is Randolph's kappa; "one-annotator"; "no-items";
 *         "no-pairs"; "one-category" when the study has but one to choose from.
 * Weights  a distance makes it the weighted form of Gwet (2014), as in irrCAC.
 * Source  Bennett, Alpert and Goldstein (1954), Public Opinion Quarterly 18(3), 303–308.
 * Checked against  Artstein and Poesio (2008), Brennan and Prediger (1981), Zwick (1988) by DKPro and NLTK
 *         (test/shared/agreement/coding/bennett-1954.test.ts).
 */
export function bennettS(distance: Distance = nominal): CodingMeasure {
  return ratingsMeasure({
    id: "bennett-s",
    assumes: `It takes every category to be equally likely by chance, however often it is used${andDistances(distance)}`,
    ...{ distance, sharesFrom: "compared", twoOnly: true, byChance: fromAllAlike },
  });
}
