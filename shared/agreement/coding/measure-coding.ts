import type { CodedItem, Coding, CodingMeasure, Coefficient } from "../coefficient.ts";

/** A measure's value over items. @param times how often each item counts; once without. */
export function measureCoding(
  measure: CodingMeasure,
  coding: Coding,
  items: readonly CodedItem[],
  times?: ArrayLike<number>,
): Coefficient {
  const sums = new Float64Array(measure.size(coding));
  for (const [at, item] of items.entries()) {
    const often = times?.[at] ?? 1;
    if (often > 0) measure.add(sums, item, coding, often);
  }
  return measure.value(sums, coding);
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
