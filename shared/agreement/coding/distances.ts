import type { Coding } from "../coefficient.ts";
import { type Distance, numeric, ranked } from "./distance.ts";

/**
 * The distances of numbers, or of ranks where words are in order. Those that Gwet weights by are here
 * as distances: his weights are 1 less the distance, by the largest one of the study.
 * Sources  Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Gwet (2014), Handbook of
 *         Inter-Rater Reliability, 4th edition, chapter 3.
 */
export const interval = numeric(
  "interval",
  "the square of their difference",
  (a, b) => (a - b) ** 2,
);

/** Gwet's and Cohen's name for the interval distance. */
export const quadratic: Distance = { ...interval, id: "quadratic" };

export const linear = numeric("linear", "their difference", (a, b) => Math.abs(a - b));

export const radical = numeric("radical", "the square root of their difference", (a, b) =>
  Math.sqrt(Math.abs(a - b)),
);

/** @see ratio Undefined below zero, where a ratio to the sum means nothing. */
const byRatio = numeric(
  "ratio",
  "the square of their difference by their sum",
  (a, b) => ((a - b) / (a + b)) ** 2,
);

export const ratio: Distance = {
  ...byRatio,
  unfit: (coding) => byRatio.unfit(coding) ?? (hasNegative(coding) ? "negative-numbers" : null),
};

/** R's irr weights by ranks under "equal" and "squared", whatever the numbers of the categories are. */
export const rankSteps = ranked(
  "equal",
  "how many steps there are from one rank to the other",
  (from, to) => to - from,
  false,
);

/** @see rankSteps */
export const squaredRankSteps = ranked(
  "squared",
  "the square of how many steps there are from one rank to the other",
  (from, to) => (to - from) ** 2,
  false,
);

/** For categories that go round, such as hours or directions. */
export const circular = numeric(
  "circular",
  "the square of the sine of their difference on a circle",
  (a, b, { low, high }) => Math.sin((Math.PI * (a - b)) / (high - low + 1)) ** 2,
);

/** Krippendorff's bipolar distance: the same difference is larger near an end of the scale. */
export const bipolar = numeric(
  "bipolar",
  "the square of their difference, larger near the ends of the scale",
  (a, b, { low, high }) => (a - b) ** 2 / ((a + b - 2 * low) * (2 * high - a - b)),
);

/** Gwet's ordinal weights as a distance: the number of pairs of ranks from one to the other. */
export const gwetOrdinal = ranked(
  "ordinal",
  "how many pairs there are among the ranks from one to the other",
  (from, to) => ((to - from + 1) * (to - from)) / 2,
  false,
);

/**
 * Krippendorff's ordinal distance: the square of how many values lie from one rank to the other, with
 * half of those at either end. It depends on the values that were given, so it is alpha's alone.
 */
export const krippendorffOrdinal = ranked(
  "ordinal",
  "the square of how many given values lie between their ranks",
  (from, to, before) => {
    const at = (rank: number) => (before[rank + 1] ?? 0) - (before[rank] ?? 0);
    const among = (before[to + 1] ?? 0) - (before[from] ?? 0);
    return (among - (at(from) + at(to)) / 2) ** 2;
  },
  true,
);

/**
 * A distance that somebody gives, by the places of the study's categories.
 * @throws RangeError when it is not a square of as many rows as there are categories.
 */
export function custom(matrix: readonly (readonly number[])[]): Distance {
  return {
    ...{ id: "custom", says: "what the study says", counts: false, unfit: () => null },
    between({ categories }) {
      if (matrix.length !== categories.length)
        throw new RangeError(`${matrix.length} rows for ${categories.length} categories`);
      return (a, b) => matrix[a]?.[b] ?? 0;
    },
  };
}

function hasNegative({ categories }: Coding): boolean {
  return categories.some((category) => typeof category === "number" && category < 0);
}
