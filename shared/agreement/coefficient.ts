/** Why a coefficient has no value. Shown to the person; never folded into 0 or 1. */
export type UndefinedReason =
  | "no-items"
  | "one-annotator"
  | "one-category"
  | "no-pairs"
  | "no-spans"
  | "no-units"
  | "no-matches"
  | "no-chance-disagreement"
  | "two-annotators-only"
  /** A measure of distance on categories that are not numbers. */
  | "not-numbers"
  /** A measure of ratios on numbers below zero. */
  | "negative-numbers"
  /** A measure of order on words that nobody has put in order. */
  | "no-order"
  /** Units lie on each other so much that gamma cannot align them. */
  | "too-many-ways"
  /** A measure of sets on categories that are not sets. */
  | "not-sets";

/**
 * A measure's value with what it was made of. `observed` and `expected` are agreement or disagreement,
 * as the measure's source has it; null where the measure has no such part. `n` counts what was
 * compared: items, spans, units; the measure says which.
 */
export type Coefficient =
  | {
      defined: true;
      value: number;
      observed: number | null;
      expected: number | null;
      n: number;
    }
  | {
      defined: false;
      reason: UndefinedReason;
      observed: number | null;
      expected: number | null;
      n: number;
    };

/** No value, with what is known of it all the same. */
export function undefinedFor(
  reason: UndefinedReason,
  n: number,
  parts: { observed?: number | null; expected?: number | null } = {},
): Extract<Coefficient, { defined: false }> {
  const { observed = null, expected = null } = parts;
  return { defined: false, reason, observed, expected, n };
}

/** What one annotator may say of an item; a list is a set, whose order does not matter. */
export type Category = string | number | readonly (string | number)[];

/** Who rated with which categories: the shape of a coding study. */
export interface Coding {
  raters: number;
  /** Those that were to choose from, used or not, each once. */
  categories: readonly Category[];
  /** Whether they stand in their order, so that words have ranks as well. */
  ordered?: boolean;
}

/** One item's categories by rater, as places in `Coding.categories`; null where a rater gave none. */
export type CodedItem = readonly (number | null)[];

/**
 * A coefficient of a coding study, computed from sums over its items: a bootstrap round then adds up
 * the sums of cases, and looks at no item again.
 */
export interface CodingMeasure {
  /** As in design.md and in studies: "cohen-kappa". */
  id: string;
  /** What it takes for granted, in one sentence for whoever reads the figure. */
  assumes: string;
  /** How many numbers its sums are. */
  size(coding: Coding): number;
  /** Adds one item's share to the sums, `times` times. */
  add(sums: Float64Array, item: CodedItem, coding: Coding, times?: number): void;
  /** The value that sums over any number of items stand for. */
  value(sums: Float64Array, coding: Coding): Coefficient;
}
