import { type Coefficient, type UndefinedReason, undefinedFor } from "../coefficient.ts";
import { addTo, type CategorySums, noSums } from "./gamma-cat-sums.ts";
import { disorderOf, type GammaShare } from "./gamma-share.ts";
import type { GammaStudy } from "./gamma-study.ts";

/** What gamma takes for granted, for whoever reads it. */
export const gammaAssumes =
  "Units are taken for the same where that costs least by place and category together, never across reports; chance is the annotators' own units elsewhere in the same report, so the figure hangs on the weights chosen and a little on the seed.";

/** What gamma-cat takes for granted, for whoever reads it. */
export const gammaCatAssumes =
  "Categories are compared where gamma's alignment puts units together, the less the farther they lie apart; a unit that another annotator has nothing for counts as a difference in category.";

/**
 * Mathet's gamma, unifying and categorising at once.
 * Input   a study, and how often each of its reports counts: a bootstrap round's draws; once each without.
 * Output  `value` is at most 1, where the annotators do not differ; 0 is chance, less is worse than it.
 *         `observed` and `expected` are disorders of the best alignment, `n` the units of all annotators.
 *         `expected` is null where no chance was needed, since nobody differs.
 * Undefined  "one-annotator"; "no-units"; "no-chance-disagreement" when samples have no disorder.
 * Source  Mathet, Widlöcher and Métivier (2015), The unified and holistic method gamma for
 *         inter-annotator agreement measure and alignment, Computational Linguistics 41(3).
 * Deviations  several reports are aligned and drawn by chance each on their own, and their disorders
 *         added up; see also `shuffledSample`.
 * Checked against  pygamma-agreement's and DKPro's fixtures (test/shared/agreement/continuum/gamma.test.ts).
 */
export function gamma(study: GammaStudy, times?: ArrayLike<number>): Coefficient {
  const n = unitsOf(study, times);
  const reason = reasonOf(study, n);
  if (reason !== null) return undefinedFor(reason, n);
  const observed = (disorderOf(study.observed, times) ?? 0) * study.annotators;
  if (observed === 0) return { defined: true, value: 1, observed, expected: null, n };
  const chances = study.samples.map((shares) => disorderOf(shares, times));
  const expected = mean(chances);
  if (!expected) return undefinedFor("no-chance-disagreement", n, { observed, expected });
  const all = expected * study.annotators;
  return { defined: true, value: 1 - observed / all, observed, expected: all, n };
}

/**
 * Gamma-cat, and with a category gamma-k: agreement on categories alone, where units are aligned.
 * Input   as `gamma`'s; a category, to compare only pairs of which one unit has it.
 * Output  `value` is at most 1; `observed` and `expected` are mean differences of category, `n` the units
 *         of all annotators, or those of the category.
 * Undefined  "one-annotator"; "no-units"; "one-category", when there is nothing to tell apart;
 *         "no-matches" when no units are aligned of which one has the category.
 * Source  Mathet (2017), The agreement measure gamma-cat, Computational Linguistics 43(3).
 * Deviations  as in pygamma-agreement, a unit left alone counts as different in category, and a pair's
 *         weight has alpha in it.
 * Checked against  pygamma-agreement's tests.
 */
export function gammaCat(
  study: GammaStudy,
  times?: ArrayLike<number>,
  category?: string,
): Coefficient {
  const sums = sumsOf(study.observed, times, category);
  const n = sums.units;
  const isOne = study.categories.length < 2;
  const reason = reasonOf(study, unitsOf(study, times)) ?? (isOne ? "one-category" : null);
  if (reason !== null) return undefinedFor(reason, n);
  const observed = sums.pairs > 0 ? differenceOf(sums) : null;
  if (observed === null) return undefinedFor("no-matches", n);
  if (observed === 0) return { defined: true, value: 1, observed, expected: null, n };
  const expected = mean(study.samples.map((one) => differenceOf(sumsOf(one, times, category))));
  if (!expected) return undefinedFor("no-chance-disagreement", n, { observed, expected });
  return { defined: true, value: 1 - observed / expected, observed, expected, n };
}

function unitsOf({ observed }: GammaStudy, times?: ArrayLike<number>): number {
  return observed.reduce((sum, { units }, report) => sum + units * (times?.[report] ?? 1), 0);
}

function reasonOf({ annotators }: GammaStudy, units: number): UndefinedReason | null {
  if (annotators < 2) return "one-annotator";
  return units === 0 ? "no-units" : null;
}

function sumsOf(
  shares: readonly GammaShare[],
  times: ArrayLike<number> | undefined,
  category: string | undefined,
): CategorySums {
  const sums = noSums();
  for (const [report, { categories }] of shares.entries()) {
    const one = category === undefined ? categories.all : categories.byCategory.get(category);
    if (one !== undefined) addTo(sums, one, times === undefined ? 1 : (times[report] ?? 0));
  }
  return sums;
}

/** How much categories differ on average; null where no pair has a weight. */
function differenceOf({ differ, weight }: CategorySums): number | null {
  return weight > 0 ? differ / weight : null;
}

/** Over the samples that have one; null where none has. */
function mean(numbers: readonly (number | null)[]): number | null {
  const there = numbers.filter((one) => one !== null);
  return there.length === 0 ? null : there.reduce((sum, one) => sum + one, 0) / there.length;
}
