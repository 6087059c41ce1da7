import type { IntervalUndefined } from "./bootstrap.ts";
import type { UndefinedReason } from "./coefficient.ts";

/** Why there is no figure, in a sentence for whoever looks for it. */
export const undefinedSentences: Record<UndefinedReason, string> = {
  "no-items": "There are no items to compare.",
  "one-annotator": "There is only one annotator, and nobody to agree with.",
  "one-category": "Only one category is used, so nothing shows whether they can tell any apart.",
  "no-pairs": "No item has values of two annotators.",
  "no-spans": "Nobody marked anything.",
  "no-units": "Nobody marked anything.",
  "no-matches": "Nothing that one marked matches anything of another.",
  "no-chance-disagreement": "Even by chance they could not disagree.",
  "two-annotators-only": "It is of two annotators, and there are more; look at each pair of them.",
  "not-numbers": "It measures distances of numbers, and the categories are not all numbers.",
  "negative-numbers": "It compares ratios, and there are numbers below 0.",
  "no-order": "It needs categories in order, and these are words that nobody put in order.",
  "too-many-ways":
    "So many units overlap each other that gamma cannot go through all ways to align them; compare fewer annotators or fewer labels.",
  "not-sets": "It compares sets of labels, and none of the values is one.",
};

/** Why a figure has no interval. */
export const intervalUndefinedSentences: Record<IntervalUndefined, string> = {
  "one-case": "There is only one case, and nothing to draw from.",
  "mostly-undefined": "In most of the draws there is no figure.",
};
