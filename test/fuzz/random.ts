import { seededRandom } from "../../shared/random.ts";

/** Numbers that are the same for the same words, so that every single run can be had again. */
export interface Random {
  /** A whole number from 0 to below the limit. */
  below(limit: number): number;
  /** True in about this share of all cases, from 0 to 1. */
  chance(share: number): boolean;
  pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[]): Item;
  bytes(length: number): Uint8Array;
}

/** A generator that begins where the words say. */
export function randomFrom(words: string): Random {
  const { next, below } = seededRandom(0, words);
  return {
    below,
    chance: (share) => next() < share,
    pick: (items) => {
      if (items.length === 0) throw new RangeError("there is nothing to pick from");
      return items[below(items.length)]!;
    },
    bytes: (length) => Uint8Array.from({ length }, () => below(256)),
  };
}
