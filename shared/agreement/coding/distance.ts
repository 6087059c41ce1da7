import type { Coding, UndefinedReason } from "../coefficient.ts";

/** How far two categories are from each other, by their places in `Coding.categories`; never below 0. */
export type Between = (a: number, b: number) => number;

/** How far apart the categories of a study are: 0 for the same one; the same both ways unless somebody gave it. */
export interface Distance {
  id: string;
  /** After "…, and how far two categories are apart to be": "the square of their difference". */
  says: string;
  /** Why the categories of this study have no such distance; null where they have. */
  unfit(coding: Coding): UndefinedReason | null;
  /** @param counts how often each category was given, which only a distance that `counts` reads. */
  between(coding: Coding, counts: ArrayLike<number>): Between;
  /** Whether it depends on how often the categories were given. */
  counts: boolean;
}

/** 0 for the same category, 1 for any other. */
export const sameOrNot: Between = (a, b) => (a === b ? 0 : 1);

/** Categories are the same or they are not. */
export const nominal: Distance = {
  id: "nominal",
  says: "the same for any two",
  unfit: () => null,
  between: () => sameOrNot,
  counts: false,
};

/** A distance that looks at nothing but the two numbers. */
export function numeric(
  id: string,
  says: string,
  of: (a: number, b: number, range: { low: number; high: number }) => number,
): Distance {
  return {
    ...{ id, says, counts: false },
    unfit: (coding) => (numbersOf(coding) ? null : whyNoNumbers(coding)),
    between(coding) {
      const numbers = numbersOf(coding) ?? [];
      const range = rangeOf(numbers);
      return (a, b) => (a === b ? 0 : of(numbers[a] ?? 0, numbers[b] ?? 0, range));
    },
  };
}

/** What each category counts as: itself when all are numbers, its rank when they are in order. */
function numbersOf({ categories, ordered }: Coding): number[] | null {
  const numbers = categories.filter((category) => typeof category === "number");
  if (numbers.length === categories.length) return numbers;
  return ordered ? categories.map((_, at) => at + 1) : null;
}

function whyNoNumbers({ categories }: Coding): UndefinedReason {
  return categories.some((category) => typeof category !== "string") ? "not-numbers" : "no-order";
}

/** Each category's rank from 0 up: in the order that was given, or else by number. */
function ranksOf({ categories, ordered }: Coding): number[] | null {
  if (ordered) return categories.map((_, at) => at);
  const numbers = categories.filter((category) => typeof category === "number");
  if (numbers.length < categories.length) return null;
  const sorted = [...numbers].sort((a, b) => a - b);
  const rankOf = new Map(sorted.map((number, rank) => [number, rank]));
  return numbers.map((number) => rankOf.get(number) ?? 0);
}

function rangeOf(numbers: readonly number[]): { low: number; high: number } {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    low = Math.min(low, number);
    high = Math.max(high, number);
  }
  return { low, high };
}

/** A distance between ranks: of numbers, or of words whose order was given. */
export function ranked(
  id: string,
  says: string,
  of: (from: number, to: number, countsByRank: ArrayLike<number>) => number,
  counts: boolean,
): Distance {
  return {
    ...{ id, says, counts },
    unfit: (coding) => (ranksOf(coding) ? null : whyNoNumbers(coding)),
    between(coding, given) {
      const ranks = ranksOf(coding) ?? [];
      const byRank = new Float64Array(ranks.length);
      for (const [at, rank] of ranks.entries()) byRank[rank] = given[at] ?? 0;
      const before = runningTotals(byRank);
      return (a, b) => {
        if (a === b) return 0;
        const [one, other] = [ranks[a] ?? 0, ranks[b] ?? 0];
        return of(Math.min(one, other), Math.max(one, other), before);
      };
    },
  };
}

/** `totals[k]` is the sum of what stands before k; one longer than the list. */
function runningTotals(numbers: Float64Array): Float64Array {
  const totals = new Float64Array(numbers.length + 1);
  for (const [at, number] of numbers.entries()) totals[at + 1] = (totals[at] ?? 0) + number;
  return totals;
}

/** The same distance, so that the two farthest categories of the study are 1 apart. */
export function scaled(distance: Distance, coding: Coding): Between {
  const between = distance.between(coding, []);
  if (distance.id === nominal.id) return between;
  let farthest = 0;
  for (let a = 0; a < coding.categories.length; a += 1)
    for (let b = 0; b < coding.categories.length; b += 1)
      farthest = Math.max(farthest, between(a, b));
  return farthest === 0 ? between : (a, b) => between(a, b) / farthest;
}

/** The end of a sentence on what a measure assumes, with its full stop. */
export function andDistances({ id, says }: Distance): string {
  return id === nominal.id ? "." : `, and how far two categories are apart to be ${says}.`;
}
