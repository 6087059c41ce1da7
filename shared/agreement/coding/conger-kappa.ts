import { type Coding, type CodingMeasure, undefinedFor } from "../coefficient.ts";
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
import { andDistances, type Between, type Distance, nominal, scaled } from "./distance.ts";
import { disagreementOf } from "./ratings.ts";

/** After the head: the disagreement, then how often each annotator gave each category. */
const disagreement = head;
const counts = head + 1;

/**
 * Conger's kappa: any number of annotators, each with habits of their own.
 *
 * Input   items of two values or more; an annotator's habits are from all items that they rated.
 * Output  `observed` and `expected` agreement in [0, 1]; `value` at most 1; `n` items compared.
 * Undefined  "one-annotator"; "no-items"; "no-pairs"; "one-category" when all
 *         only ever use the same one.
 * Source  Conger (1980), Psychological Bulletin 88(2), 322–328; missing values and weights as Gwet (2014).
 * Deviations  annotators who rated nothing have no habits, and are not among the pairs.
 * Checked against  irrCAC's raw4raters (test/shared/agreement/coding/gwet-2014.test.ts).
 */
export function congerKappa(distance: Distance = nominal): CodingMeasure {
  const betweenOf = onceFor((coding) => scaled(distance, coding));
  return {
    id: "conger-kappa",
    assumes: `It takes each annotator to have habits of their own, which show in all items that they rated${andDistances(distance)}`,
    size: ({ raters, categories }) => counts + raters * categories.length,
    add(sums, item, coding, times = 1) {
      if (countItem(sums, item, times))
        addTo(sums, disagreement, disagreementOf(item, betweenOf(coding)) * times);
      for (let rater = 0; rater < coding.raters; rater += 1) {
        const value = item[rater] ?? null;
        if (value !== null) addTo(sums, counts + rater * coding.categories.length + value, times);
      }
    },
    value(sums, coding) {
      const n = sums[compared] ?? 0;
      const reason = lacks(sums, coding) ?? distance.unfit(coding);
      if (reason !== null) return undefinedFor(reason, n);
      const habits = habitsOf(sums, coding);
      const parts = {
        observed: (sums[disagreement] ?? 0) / n,
        expected: betweenHabits(habits, betweenOf(coding)),
      };
      return corrected(parts, n, new Set(habits.flatMap(placesUsed)).size, "agreement");
    },
  };
}

/** The share of each category by annotator, of those who rated anything. */
function habitsOf(sums: Float64Array, { raters, categories }: Coding): Float64Array[] {
  const size = categories.length;
  return Array.from({ length: raters }, (_, rater) => {
    const given = sums.slice(counts + rater * size, counts + (rater + 1) * size);
    const all = given.reduce((sum, count) => sum + count, 0);
    return all === 0 ? null : given.map((count) => count / all);
  }).filter((shareOf) => shareOf !== null);
}

/** The mean over pairs of annotators of the disagreement of two draws, one from each one's habits. */
function betweenHabits(habits: readonly Float64Array[], between: Between): number {
  let [sum, pairs] = [0, 0];
  for (const [at, one] of habits.entries())
    for (const other of habits.slice(at + 1)) {
      pairs += 1;
      for (const a of placesUsed(one))
        for (const b of placesUsed(other))
          sum += ((one[a] ?? 0) * (other[b] ?? 0) * (between(a, b) + between(b, a))) / 2;
    }
  return sum / pairs;
}
