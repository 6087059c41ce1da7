import type { CodedItem, Coding, CodingMeasure, Coefficient } from "../coefficient.ts";

/**
 * A measure's value over items, each as often as `times` says, or once. Items that say the same are summed
 * up as one, so that it may be asked for again and again.
 */
export function measureCoding(
  measure: CodingMeasure,
  coding: Coding,
  items: readonly CodedItem[],
): (times?: ArrayLike<number>) => Coefficient {
  const { different, placeOf } = differentItems(items);
  return (times) => {
    const often = new Float64Array(different.length);
    for (const [at, place] of placeOf.entries())
      often[place] = (often[place] ?? 0) + (times?.[at] ?? 1);
    const sums = new Float64Array(measure.size(coding));
    for (const [place, item] of different.entries()) {
      const count = often[place] ?? 0;
      if (count > 0) measure.add(sums, item, coding, count);
    }
    return measure.value(sums, coding);
  };
}

function differentItems(items: readonly CodedItem[]) {
  const places = new Map<string, number>();
  const different: CodedItem[] = [];
  const placeOf = items.map((item) => {
    const key = item.join(" ");
    const place = places.get(key) ?? different.length;
    if (place === different.length) different.push(item);
    places.set(key, place);
    return place;
  });
  return { different, placeOf };
}

/**
 * The same items with one category against all others: a measure of them is its agreement on that category,
 * as Fleiss (1971), p. 380, has it for his kappa.
 */
export function oneAgainstRest(
  coding: Coding,
  items: readonly CodedItem[],
  category: number,
): { coding: Coding; items: CodedItem[] } {
  const one = coding.categories[category] ?? "";
  return {
    coding: { raters: coding.raters, categories: [one, "other"] },
    items: items.map((item) =>
      item.map((value) => (value === null ? null : Number(value !== category))),
    ),
  };
}

/** The items of two annotators alone. */
export function ofPair(
  coding: Coding,
  items: readonly CodedItem[],
  [one, other]: readonly [number, number],
): { coding: Coding; items: CodedItem[] } {
  return {
    coding: { ...coding, raters: 2 },
    items: items.map((item) => [item[one] ?? null, item[other] ?? null]),
  };
}
