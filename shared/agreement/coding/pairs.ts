import type { CodedItem, Coding } from "../coefficient.ts";
import { addTo, head, placesUsed } from "./corrected.ts";
import type { Between } from "./distance.ts";

/** What two annotators said of the items that both have: sums that may stand for many items. */
export interface PairSums {
  items: number;
  disagreement: number;
  /** How often each of them gave each category. */
  a: Float64Array;
  b: Float64Array;
}

function pairCount(raters: number): number {
  return (raters * (raters - 1)) / 2;
}

/** How many numbers the sums of all pairs are, with the head. */
export function pairsSize({ raters, categories }: Coding): number {
  return head + pairCount(raters) * sizeOf(categories.length);
}

const sizeOf = (categories: number) => 2 + 2 * categories;

/** The pairs of annotators in their order: 1 and 2, 1 and 3, …, 2 and 3, … */
export function pairSums(sums: Float64Array, { raters, categories }: Coding): PairSums[] {
  const size = sizeOf(categories.length);
  return Array.from({ length: pairCount(raters) }, (_, pair) => {
    const start = head + pair * size;
    const middle = start + 2 + categories.length;
    return {
      items: sums[start] ?? 0,
      disagreement: sums[start + 1] ?? 0,
      a: sums.subarray(start + 2, middle),
      b: sums.subarray(middle, start + size),
    };
  });
}

/** Adds an item to every pair of annotators that both have it. */
export function addPairs(
  sums: Float64Array,
  item: CodedItem,
  coding: Coding,
  between: Between,
  times: number,
): void {
  const categories = coding.categories.length;
  let start = head;
  for (let one = 0; one < coding.raters; one += 1)
    for (let other = one + 1; other < coding.raters; other += 1) {
      const [a, b] = [item[one] ?? null, item[other] ?? null];
      if (a !== null && b !== null) {
        addTo(sums, start, times);
        addTo(sums, start + 1, between(a, b) * times);
        addTo(sums, start + 2 + a, times);
        addTo(sums, start + 2 + categories + b, times);
      }
      start += sizeOf(categories);
    }
}

/** The disagreement of two draws, one from each annotator's own distribution: exactly 0 for one category. */
export function fromOwnDistributions({ a, b, items }: PairSums, between: Between): number {
  const ofB = placesUsed(b);
  let sum = 0;
  for (const one of placesUsed(a))
    for (const other of ofB) sum += (a[one] ?? 0) * (b[other] ?? 0) * between(one, other);
  return sum / (items * items);
}

/** How many categories any of these pairs uses. */
export function usedIn(pairs: readonly PairSums[]): number {
  return new Set(pairs.flatMap(({ a, b }) => [...placesUsed(a), ...placesUsed(b)])).size;
}
