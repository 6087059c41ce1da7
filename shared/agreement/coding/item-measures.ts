import { type CodedItem, type Coding, type Coefficient, undefinedFor } from "../coefficient.ts";
import { isCompared } from "./corrected.ts";
import type { Distance } from "./distance.ts";
import { itemAgreement } from "./percent-agreement.ts";
import { disagreementOf } from "./ratings.ts";

/** A measure of single items, whose value over all is their mean. */
export interface ItemMeasure {
  id: string;
  assumes: string;
  /** Null for an item that fewer than two annotators have. */
  of(item: CodedItem, coding: Coding): number | null;
}

/** The agreement of each item's pairs, as Fleiss (1971), p. 379, has it. */
export const percentAgreementPerItem: ItemMeasure = {
  id: "percent-agreement-per-item",
  assumes: "It does not take off what would agree by chance, and all items count the same.",
  of: itemAgreement,
};

/** How far apart an item's values are: the mean over its pairs, by a distance of sets or any other. */
export function meanDistance(distance: Distance): ItemMeasure {
  return {
    id: "set-distance",
    assumes: `It is a distance, 0 where all agree, and all items count the same; how far two values are apart is ${distance.says}.`,
    of: (item, coding) =>
      isCompared(item) ? disagreementOf(item, distance.between(coding, [])) : null,
  };
}

/** The mean of items, each as often as `times` says. Undefined for the reasons that coefficients have. */
export function meanOfItems(
  values: readonly (number | null)[],
  { raters }: Coding,
  times?: ArrayLike<number>,
): Coefficient {
  let [sum, n] = [0, 0];
  for (const [at, value] of values.entries()) {
    const often = value === null ? 0 : (times?.[at] ?? 1);
    sum += (value ?? 0) * often;
    n += often;
  }
  if (raters < 2) return undefinedFor("one-annotator", n);
  if (n === 0) return undefinedFor(values.length === 0 ? "no-items" : "no-pairs", n);
  return { defined: true, value: sum / n, observed: sum / n, expected: null, n };
}
