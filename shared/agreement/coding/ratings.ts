import {
  type CodedItem,
  type Coding,
  type CodingMeasure,
  type Coefficient,
  undefinedFor,
} from "../coefficient.ts";
import {
  addTo,
  compared,
  corrected,
  countItem,
  head,
  lacks,
  onceFor,
  placesUsed,
} from "./corrected.ts";
import { type Between, type Distance, scaled } from "./distance.ts";

/** After the head: items of which anybody said anything, their disagreement; then shares of categories. */
const rated = head;
const disagreement = head + 1;
const shares = head + 2;

/** What makes one measure of how often each item got each category differ from another. */
export interface RatingsMeasure {
  id: string;
  assumes: string;
  distance: Distance;
  /** Which items say how often each category is used. */
  sharesFrom: "rated" | "compared";
  twoOnly: boolean;
  /** The disagreement by chance. */
  byChance(chance: Chance): number;
}

/** What chance is made of. */
export interface Chance {
  /** The share of each category. */
  shareOf: Float64Array;
  between: Between;
  /** The mean distance of two categories, drawn from all alike, used or not. */
  spread: number;
}

/**
 * Measures that compare all pairs of values of an item, and do not look at who gave which: Scott's pi,
 * Fleiss' kappa, Gwet's AC1 and AC2, and those by the number of categories. An item's disagreement is
 * the mean of its pairs, the observed one the mean of items, as Gwet (2014) has it where values are missing.
 */
export function ratingsMeasure(settings: RatingsMeasure): CodingMeasure {
  const scaleOf = onceFor((coding): Scale => {
    const between = scaled(settings.distance, coding);
    return { between, spread: spreadOf(coding, between) };
  });
  return {
    id: settings.id,
    assumes: settings.assumes,
    size: ({ categories }) => shares + categories.length,
    add(sums, item, coding, times = 1) {
      const isOne = countItem(sums, item, times);
      if (isOne) addTo(sums, disagreement, disagreementOf(item, scaleOf(coding).between) * times);
      if (isOne || settings.sharesFrom === "rated") addShares(sums, item, times);
    },
    value: (sums, coding) => valueFrom(sums, coding, settings, scaleOf),
  };
}

/** The mean distance of an item's pairs of values; it has to have a pair. */
export function disagreementOf(item: CodedItem, between: Between): number {
  let [sum, pairs] = [0, 0];
  for (let one = 0; one < item.length; one += 1)
    for (let other = one + 1; other < item.length; other += 1) {
      const [a, b] = [item[one] ?? null, item[other] ?? null];
      if (a === null || b === null) continue;
      // Both ways, for weights that somebody gave.
      sum += (between(a, b) + between(b, a)) / 2;
      pairs += 1;
    }
  return sum / pairs;
}

function addShares(sums: Float64Array, item: CodedItem, times: number): void {
  let values = 0;
  for (const value of item) if (value !== null) values += 1;
  if (values === 0) return;
  addTo(sums, rated, times);
  for (const value of item) if (value !== null) addTo(sums, shares + value, times / values);
}

function valueFrom(
  sums: Float64Array,
  coding: Coding,
  { distance, twoOnly, byChance }: RatingsMeasure,
  scaleOf: (coding: Coding) => Scale,
): Coefficient {
  const n = sums[compared] ?? 0;
  if (twoOnly && coding.raters > 2) return undefinedFor("two-annotators-only", n);
  const reason = lacks(sums, coding) ?? distance.unfit(coding);
  if (reason !== null) return undefinedFor(reason, n);
  const all = sums[rated] ?? 0;
  const shareOf = sums.slice(shares).map((share) => share / all);
  const parts = {
    observed: (sums[disagreement] ?? 0) / n,
    expected: byChance({ shareOf, ...scaleOf(coding) }),
  };
  return corrected(parts, n, placesUsed(shareOf).length, "agreement");
}

/** The disagreement of two draws from one distribution: exactly 0 for one category. */
export function fromOneDistribution({ shareOf, between }: Chance): number {
  const used = placesUsed(shareOf);
  let sum = 0;
  for (const a of used)
    for (const b of used) sum += (shareOf[a] ?? 0) * (shareOf[b] ?? 0) * between(a, b);
  return sum;
}

/** The disagreement of two draws from all categories alike. */
export function fromAllAlike({ spread }: Chance): number {
  return spread;
}

type Scale = Pick<Chance, "between" | "spread">;

function spreadOf({ categories: { length } }: Coding, between: Between): number {
  let sum = 0;
  for (let a = 0; a < length; a += 1) for (let b = 0; b < length; b += 1) sum += between(a, b);
  return length === 0 ? 0 : sum / (length * length);
}
