/** One line's object. */
export type Line = Record<string, unknown>;

/** Of `meta`, what is no metadata. */
export const ownFacts: ReadonlySet<string> = new Set(["name", "title", "case"]);
