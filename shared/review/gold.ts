/** The annotator whose layer holds what was decided on. */
export const gold = "gold";
