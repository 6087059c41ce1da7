import { type CodedItem, type Coding, type CodingMeasure, undefinedFor } from "../coefficient.ts";
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
import { type Between, type Distance, nominal } from "./distance.ts";

/** After the head: the sum of distances, then how often each category was given; then coincidences. */
const distances = head;
const counts = head + 1;

/**
 * Krippendorff's alpha: any number of annotators, missing values, any distance of categories.
 *
 * Input   items of two values or more, others are left out; a distance: nominal, ordinal, interval, ratio, of sets,
 *         or one's own, which is taken as it is (those of numbers are squared already).
 * Output  `observed` and `expected` disagreement, in the distance's units; `value` at most 1, 0 for values that are
 *         put together by chance; `n` items compared.
 * Undefined  "one-annotator"; "no-items"; "no-pairs" when no item has two values; "one-category" when only one is
 *         ever used: without variation there is nothing that shows whether they could tell categories apart;
 *         "no-chance-disagreement" when all that are used are 0 apart; "not-numbers", "no-order",
 *         "negative-numbers" or "not-sets" when the distance does not fit the categories.
 * Source  Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; (2004), Content Analysis, chapter 11.
 * Deviations  where only one category is used the formula is 0 by 0: DKPro says 1, others 0; here it has no value.
 * Checked against  Krippendorff's examples of 1980, 2004 and 2011, Hayes and Krippendorff (2007), those of DKPro,
 *         NLTK and fast-krippendorff (test/shared/agreement/coding/krippendorff-2004.test.ts).
 */
export function krippendorffAlpha(distance: Distance = nominal): CodingMeasure {
  const betweenOf = onceFor((coding) => distance.between(coding, []));
  return {
    id: "krippendorff-alpha",
    assumes: `It takes all annotators to be interchangeable, and how far two categories are apart to be ${distance.says}.`,
    size: ({ categories: { length } }) => counts + length + (distance.counts ? length * length : 0),
    add(sums, item, coding, times = 1) {
      if (!countItem(sums, item, times)) return;
      for (const value of item) if (value !== null) addTo(sums, counts + value, times);
      if (distance.counts) addCoincidences(sums, item, coding, times);
      else addTo(sums, distances, distanceIn(item, betweenOf(coding)) * times);
    },
    value(sums, coding) {
      const n = sums[compared] ?? 0;
      const reason = lacks(sums, coding) ?? distance.unfit(coding);
      if (reason !== null) return undefinedFor(reason, n);
      const given = sums.subarray(counts, counts + coding.categories.length);
      const between = distance.counts ? distance.between(coding, given) : betweenOf(coding);
      const all = given.reduce((sum, count) => sum + count, 0);
      const observed = distance.counts
        ? coincidingDistance(sums, given, between)
        : (sums[distances] ?? 0);
      const expected = expectedDistance(given, between) / (all * (all - 1));
      const parts = { observed: observed / all, expected };
      return corrected(parts, n, placesUsed(given).length, "disagreement");
    },
  };
}

/** The distances of all pairs both ways, by one less than the number of values. */
function distanceIn(item: CodedItem, between: Between): number {
  let sum = 0;
  forPairs(item, (a, b, share) => {
    sum += (between(a, b) + between(b, a)) * share;
  });
  return sum;
}

/** Each pair both ways into a table of categories by categories, which distances come to later. */
function addCoincidences(
  sums: Float64Array,
  item: CodedItem,
  { categories: { length } }: Coding,
  times: number,
): void {
  const start = counts + length;
  forPairs(item, (a, b, share) => {
    addTo(sums, start + a * length + b, times * share);
    addTo(sums, start + b * length + a, times * share);
  });
}

function forPairs(item: CodedItem, use: (a: number, b: number, share: number) => void): void {
  const values = item.filter((value) => value !== null);
  const share = 1 / (values.length - 1);
  for (let one = 0; one < values.length; one += 1)
    for (let other = one + 1; other < values.length; other += 1)
      use(values[one] ?? 0, values[other] ?? 0, share);
}

function coincidingDistance(sums: Float64Array, given: Float64Array, between: Between): number {
  const used = placesUsed(given);
  const start = counts + given.length;
  let sum = 0;
  for (const a of used)
    for (const b of used) sum += (sums[start + a * given.length + b] ?? 0) * between(a, b);
  return sum;
}

function expectedDistance(given: Float64Array, between: Between): number {
  const used = placesUsed(given);
  let sum = 0;
  for (const a of used)
    for (const b of used) sum += (given[a] ?? 0) * (given[b] ?? 0) * between(a, b);
  return sum;
}
