/** An object of JSON. */
export type Json = Record<string, unknown>;

/** Of a task's `data`, what is no metadata. */
export const ownFacts: ReadonlySet<string> = new Set(["text", "name", "title", "case"]);

/** Whose work predictions are; further ones have a number behind it. */
export const predictor = "prediction";

export function isPredictor(annotator: string): boolean {
  return /^prediction(?: \(\d+\))?$/.test(annotator);
}
