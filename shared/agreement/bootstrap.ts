import { seededRandom } from "../random.ts";

export interface BootstrapOptions {
  /** A whole number; the same seed gives the same interval. */
  seed: number;
  /** How often cases are drawn anew. */
  rounds?: number;
  /** How much of the values the interval holds, above 0 and below 1. */
  level?: number;
}

/** Why there is no interval. */
export type IntervalUndefined = "one-case" | "mostly-undefined";

export type Interval =
  | { defined: true; low: number; high: number }
  | { defined: false; reason: IntervalUndefined };

/** An interval as figures have it; both are null where none was asked for, or there is no value. */
export interface FigureInterval {
  /** Its ends. */
  ci: readonly [number, number] | null;
  ciUndefined: IntervalUndefined | null;
}

export const noInterval: FigureInterval = { ci: null, ciUndefined: null };

export function intervalOfFigure(interval: Interval): FigureInterval {
  return interval.defined
    ? { ci: [interval.low, interval.high], ciUndefined: null }
    : { ci: null, ciUndefined: interval.reason };
}

/** What the interval takes for granted, for whoever reads it. */
export const intervalAssumes =
  "The interval is a percentile bootstrap over cases: it takes the cases for a random sample of independent patients, and says nothing of other annotators.";

/**
 * How often each of `cases` cases is drawn in each round: as many are drawn with replacement as there
 * are. The same array is used for every round, so take what you need of it at once.
 */
export function* resamples(
  cases: number,
  { seed, rounds = 1000 }: BootstrapOptions,
): Iterable<Uint32Array> {
  const { below } = seededRandom(seed, "bootstrap");
  const times = new Uint32Array(cases);
  for (let round = 0; round < rounds; round += 1) {
    times.fill(0);
    for (let drawn = 0; drawn < cases; drawn += 1) {
      const one = below(cases);
      times[one] = (times[one] ?? 0) + 1;
    }
    yield times;
  }
}

/**
 * The percentile interval of a measure's values in all rounds.
 * Input   one value a round; null where the measure was not defined in that round, which is passed over.
 * Undefined  "one-case" below two cases, which cannot vary; "mostly-undefined" when fewer than half of
 *         the rounds have a value.
 * Source  Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapter 13.
 */
export function percentileInterval(
  values: readonly (number | null)[],
  cases: number,
  level = 0.95,
): Interval {
  if (cases < 2) return { defined: false, reason: "one-case" };
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length === 0 || sorted.length * 2 < values.length)
    return { defined: false, reason: "mostly-undefined" };
  const at = (share: number) => quantile(sorted, share);
  return { defined: true, low: at((1 - level) / 2), high: at((1 + level) / 2) };
}

/** Between the two nearest values in proportion, as R's type 7 and NumPy do. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? 0;
  return below + (above - below) * (place - Math.floor(place));
}
