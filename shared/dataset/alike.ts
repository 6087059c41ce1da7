import type { LossBook } from "../formats/losses.ts";
import { getOrMake } from "../get-or-make.ts";
import type { Attributes } from "../model/attributes.ts";
import type { DocumentLayer } from "../model/document.ts";

/** Layers that are made one, and where what they do not agree on is counted. */
export interface Agreeing {
  layers: readonly DocumentLayer[];
  book: LossBook;
  /** The document's, for examples. */
  name: string;
}

/** One thing of each layer, in the order of the layers, that are taken for the same. */
export type Alike<One> = readonly [One, ...One[]];

export const notAgreed = "left out, since not all annotators have them.";
export const notCompared = "left out, since they are not compared.";

/**
 * What is in all lists with the same key, in the order of the first list. Of several with one key the
 * first ones belong together, then the second ones. A key of null is like no other.
 */
export function alikeIn<One>(
  lists: readonly (readonly One[])[],
  keyOf: (one: One, list: number) => string | null,
): Alike<One>[] {
  const [first = [], ...others] = lists;
  const waiting = others.map((list, at) => byKey(list, (one) => keyOf(one, at + 1)));
  return first.flatMap((one): Alike<One>[] => {
    const key = keyOf(one, 0);
    const queues = waiting.map((queued) => queued.get(key ?? "") ?? []);
    if (key === null || queues.some(({ length }) => length === 0)) return [];
    return [[one, ...queues.flatMap((queue) => queue.splice(0, 1))]];
  });
}

function byKey<One>(list: readonly One[], keyOf: (one: One) => string | null): Map<string, One[]> {
  const found = new Map<string, One[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key !== null) getOrMake(found, key, () => []).push(one);
  }
  return found;
}

interface Single<One> {
  things: string;
  listOf(layer: DocumentLayer): readonly One[];
  /** @param who report and annotator. */
  wordsOf(one: One, who: string): string;
}

/** Counts what of the layers is not among what all of them have. */
export function saySingle<One extends { id: string }>(
  { layers, book, name }: Agreeing,
  all: readonly Alike<One>[],
  { things, listOf, wordsOf }: Single<One>,
): void {
  for (const [at, layer] of layers.entries()) {
    const there = new Set(all.map((alike) => alike[at]?.id));
    for (const one of listOf(layer))
      if (!there.has(one.id))
        book.lose(things, notAgreed, wordsOf(one, `${name}, ${layer.annotator}`));
  }
}

/** What all of them have with the same value; lists in any order. */
export function commonAttributes([first = {}, ...others]: readonly Attributes[]): Attributes {
  const contentOfValue = (value: Attributes[string] | undefined) =>
    JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every(
        (other) =>
          Object.hasOwn(other, name) && contentOfValue(other[name]) === contentOfValue(value),
      ),
    ),
  );
}

/** Names every attribute that some have and that is not common to all. */
export function sayLost(
  given: readonly Attributes[],
  common: Attributes,
  say: (attribute: string) => void,
): void {
  const names = new Set(given.flatMap((attributes) => Object.keys(attributes)));
  for (const name of names) if (!Object.hasOwn(common, name)) say(name);
}
