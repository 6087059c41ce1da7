/**
 * The entries of a large map with a few others put over them, so that one change does not copy
 * thousands. Entries keep their order; a new one comes last. It does not change; nor may the map below.
 */
class LayeredMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #below: ReadonlyMap<Key, Value>;
  /** null where the entry below is gone. */
  readonly #over: ReadonlyMap<Key, { value: Value } | null>;
  readonly size: number;

  constructor(below: ReadonlyMap<Key, Value>, over: ReadonlyMap<Key, { value: Value } | null>) {
    this.#below = below;
    this.#over = over;
    let size = below.size;
    for (const [key, entry] of over) size += Number(entry !== null) - Number(below.has(key));
    this.size = size;
  }

  /** The map with these entries in place and those gone. */
  with(put: ReadonlyMap<Key, Value>, gone: readonly Key[]): ReadonlyMap<Key, Value> {
    const over = new Map(this.#over);
    for (const key of gone)
      if (this.#below.has(key)) over.set(key, null);
      else over.delete(key);
    for (const [key, value] of put) over.set(key, { value });
    const next = new LayeredMap(this.#below, over);
    return over.size > mostOver ? new LayeredMap(new Map(next), new Map()) : next;
  }

  get(key: Key): Value | undefined {
    const entry = this.#over.get(key);
    return entry === undefined ? this.#below.get(key) : entry?.value;
  }

  has(key: Key): boolean {
    const entry = this.#over.get(key);
    return entry === undefined ? this.#below.has(key) : entry !== null;
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const [key, value] of this.#below) {
      const entry = this.#over.get(key);
      if (entry !== null) yield [key, entry ? entry.value : value];
    }
    for (const [key, entry] of this.#over)
      if (entry && !this.#below.has(key)) yield [key, entry.value];
  }

  *keys(): MapIterator<Key> {
    for (const [key] of this.entries()) yield key;
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this.entries()) yield value;
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries();
  }

  forEach(act: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) act(value, key, this);
  }
}

// Beyond this many, carrying them along costs more than one copy.
const mostOver = 200;
const large = 1000;

/** The map with these entries in place and those gone; small ones are copied. */
export function withEntries<Key, Value>(
  map: ReadonlyMap<Key, Value>,
  put: ReadonlyMap<Key, Value>,
  gone: readonly Key[],
): ReadonlyMap<Key, Value> {
  if (map instanceof LayeredMap) return map.with(put, gone);
  if (map.size >= large) return new LayeredMap(map, new Map()).with(put, gone);
  const next = new Map(map);
  for (const key of gone) next.delete(key);
  for (const [key, value] of put) next.set(key, value);
  return next;
}
