import type { TextRange } from "../../model/annotation.ts";
import { cellOf, type Ledger } from "./ledger.ts";
import type { Names } from "./names.ts";
import type { PreparedLayer } from "./prepared.ts";

/** A token's labels as one category: their numbers in order, joined; "" for none. */
export const labelsOfCategory = (category: string): number[] =>
  category === "" ? [] : category.split(" ").map(Number);

/** Who gave a token which category, as one name; "-" where an annotator is not compared. */
const patternOf = (categories: readonly (string | null)[]) =>
  categories.map((category) => category ?? "-").join("|");

export const categoriesOfPattern = (pattern: string): (string | null)[] =>
  pattern.split("|").map((category) => (category === "-" ? null : category));

/** What is counted of a report's tokens. */
export interface TokenCounting {
  ledger: Ledger;
  labels: Names;
  patterns: Names;
  sectionOf(offset: number): number;
}

/**
 * Counts a report's tokens by who gave them which set of labels.
 * @param layers in the order of the study's annotators; null for one who is not compared here.
 */
export function countTokenItems(
  { ledger, labels, patterns, sectionOf }: TokenCounting,
  tokens: readonly TextRange[],
  layers: readonly (PreparedLayer | null)[],
): void {
  const marks = layers.map((layer) => layer && categoriesByToken(layer, labels));
  const untouched = patterns.numberOf(patternOf(layers.map((layer) => layer && "")));
  const touched = new Set(marks.flatMap((mark) => [...(mark?.keys() ?? [])]));
  for (const [at, { start }] of tokens.entries()) {
    const pattern = touched.has(at)
      ? patterns.numberOf(patternOf(marks.map((mark) => mark && (mark.get(at) ?? ""))))
      : untouched;
    ledger.count(cellOf(0, 0, sectionOf(start)), pattern, 1);
  }
}

function categoriesByToken({ marked }: PreparedLayer, labels: Names): Map<number, string> {
  const numbers = new Map<number, number[]>();
  for (const [label, times] of marked) {
    const number = labels.numberOf(label);
    for (const token of times.keys()) numbers.set(token, [...(numbers.get(token) ?? []), number]);
  }
  return new Map(
    Array.from(numbers, ([token, all]) => [token, all.sort((a, b) => a - b).join(" ")]),
  );
}
