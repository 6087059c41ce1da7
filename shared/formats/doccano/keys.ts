/** Keys of a line that are no metadata. */
export const taken: ReadonlySet<string> = new Set([
  ...["text", "data", "label", "labels", "entities", "relations", "cats"],
  ...["Comments", "comments", "meta", "name", "title", "case"],
]);
