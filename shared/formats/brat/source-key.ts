/**
 * The grammar of LayerSource.lines[].key: what a line of a file holds. Every key begins with an
 * annotation's id, which contains none of @ # ! $; what follows says which of its lines it is.
 */
export const sourceKey = {
  /** The annotation's own line. */
  annotation: (id: string) => id,
  /** One value of an attribute as the line spells it; null for a flag. */
  attribute: (id: string, name: string, value: string | null) =>
    value === null ? `${id}@${name}` : `${id}@${name}=${value}`,
  /** The n-th line of its note, from 1. */
  noteLine: (id: string, n: number) => `${id}#${n}`,
  /** A code of the span's entity, as the line spells it. */
  code: (spanId: string, reference: string) => `${spanId}!${reference}`,
  /** What only Casemark reads of it; the id "" stands for the layer itself. */
  own: (id: string) => `${id}$`,
  /** A line that was not understood and is kept whole. */
  verbatim: "",
} as const;

const idEnd = /[@#!$]/;

/** The id that a key begins with; "" for lines of no annotation. */
export function idOfSourceKey(key: string): string {
  const end = key.search(idEnd);
  return end < 0 ? key : key.slice(0, end);
}

/**
 * The same key for the id that an annotation has been given elsewhere.
 * @throws RangeError when the annotation was given none.
 */
export function remapSourceKey(key: string, ids: ReadonlyMap<string, string>): string {
  const id = idOfSourceKey(key);
  if (id === "") return key;
  const given = ids.get(id);
  if (given === undefined) throw new RangeError(`no new id for ${id} of the source line ${key}`);
  return given + key.slice(id.length);
}
