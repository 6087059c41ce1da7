/** What `casemark agree` can measure of a project, in the order in which it is shown. */
export const projectMeasureIds = [
  ...(["f1-exact", "f1-overlap", "f1-label", "f1-token"] as const),
  ...(["precision-exact", "recall-exact", "precision-overlap", "recall-overlap"] as const),
  ...(["precision-label", "recall-label", "precision-token", "recall-token"] as const),
  ...(["percent-agreement-token", "cohen-kappa-token", "fleiss-kappa-token"] as const),
  ...(["light-kappa-token", "scott-pi-token", "bennett-s-token"] as const),
  ...(["gwet-ac1-token", "gwet-ac2-token", "krippendorff-alpha-token"] as const),
  ...(["krippendorff-alpha-u", "gamma", "gamma-cat"] as const),
  ...(["attribute-kappa", "code-agreement", "relation-f1", "report-label-kappa"] as const),
  ...(["entity-muc", "entity-b3", "entity-ceaf-e", "entity-conll"] as const),
] as const;
export type ProjectMeasureId = (typeof projectMeasureIds)[number];

/** Whether a measure aligns all spans for itself, which takes long. */
export const isGamma = (id: string): boolean => id === "gamma" || id === "gamma-cat";

/** What nobody has to ask for: all but gamma, which takes long. */
export const usualMeasureIds: readonly ProjectMeasureId[] = projectMeasureIds.filter(
  (id) => !isGamma(id),
);
