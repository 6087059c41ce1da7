import { type Coefficient, undefinedFor } from "../coefficient.ts";
import type { AlphaUCategory, AlphaUStudy, ReportsByLength } from "./alpha-u-study.ts";

/** What this measure takes for granted, for whoever reads it. */
export const alphaUAssumes =
  "All reports are one long continuum, one after another, in which no unit lies across two; chance puts the units and gaps that there are in any order, and differences count by the square of their length, so that a long one weighs as much as many short ones.";

export interface AlphaU {
  /** Over all categories: one less the mean observed by the mean expected disagreement. */
  all: Coefficient;
  /** In the order of the study. */
  byCategory: { category: string; value: Coefficient }[];
}

/**
 * Krippendorff's alpha for unitizing.
 * Input   a study, and how often each of its reports counts: a bootstrap round's draws; once each without.
 * Output  `value` is at most 1, which is full agreement; 0 is chance, and less is systematic
 *         disagreement. `observed` and `expected` are disagreements, `n` the units of all annotators.
 * Undefined  "one-annotator"; "no-units"; "no-chance-disagreement" when chance could not disagree.
 * Source  Krippendorff (1995), On the reliability of unitizing contiguous data, Sociological
 *         Methodology 25; the expected disagreement as in Krippendorff (2004), Content Analysis, p. 254.
 * Deviations  units of no length are left out and overlapping ones merged, both counted in the study;
 *         a gap ends with its report. Lengths are meant to be whole numbers.
 * Checked against  DKPro Statistics' cases (test/shared/agreement/continuum/alpha-u.test.ts).
 */
export function alphaU(study: AlphaUStudy, times?: ArrayLike<number>): AlphaU {
  const weights = Float64Array.from(
    study.lengths,
    (_, report) => times?.[report] ?? (times ? 0 : 1),
  );
  const length = weightedSum(study.lengths, weights);
  const parts = study.categories.map((category) => partOf(category, study, weights, length));
  return {
    all: coefficientOf(study.annotators, meanOf(parts)),
    byCategory: study.categories.map(({ category }, place) => ({
      category,
      value: coefficientOf(study.annotators, parts[place] ?? nothing),
    })),
  };
}

interface Part {
  observed: number;
  expected: number;
  units: number;
}

const nothing: Part = { observed: 0, expected: 0, units: 0 };

function meanOf(parts: readonly Part[]): Part {
  const sum = (of: (part: Part) => number) => parts.reduce((all, part) => all + of(part), 0);
  const categories = Math.max(parts.filter(({ units }) => units > 0).length, 1);
  return {
    observed: sum(({ observed }) => observed) / categories,
    expected: sum(({ expected }) => expected) / categories,
    units: sum(({ units }) => units),
  };
}

function partOf(
  category: AlphaUCategory,
  { annotators }: AlphaUStudy,
  weights: Float64Array,
  length: number,
): Part {
  const read = annotators * length;
  const sums = expectedSums(category, weights);
  const chances = read * (read - 1) - sums.inside;
  return {
    observed:
      (2 * weightedSum(category.observed, weights)) / (annotators * (annotators - 1) * length ** 2),
    expected: ((2 / length) * ((sums.units - 1) * sums.overlaps + sums.fits)) / chances,
    units: sums.units,
  };
}

/**
 * The sums of the expected disagreement. A unit of length l differs from an overlapping one, in all
 * places that they can have, by (2l³ - 3l² + l) / 3, and by l² in each of the g - l + 1 places that it
 * has in a gap of length g; from the longest length to the shortest, the gaps that it fits in are those
 * already seen.
 */
function expectedSums({ lengths, units, gaps }: AlphaUCategory, weights: Float64Array) {
  const sums = { units: 0, overlaps: 0, fits: 0, inside: 0 };
  let [gapCount, gapLength] = [0, 0];
  for (let place = 0; place < lengths.length; place += 1) {
    const length = lengths[place] ?? 0;
    const unit = countOf(units, place, weights);
    const gap = countOf(gaps, place, weights);
    gapCount += gap;
    gapLength += gap * length;
    if (unit === 0) continue;
    sums.units += unit;
    sums.overlaps += (unit * (2 * length ** 3 - 3 * length ** 2 + length)) / 3;
    sums.fits += unit * length ** 2 * (gapLength - gapCount * (length - 1));
    sums.inside += unit * length * (length - 1);
  }
  return sums;
}

/** How many stretches of one length there are, each as often as its report counts. */
function countOf(
  { reports, starts }: ReportsByLength,
  place: number,
  weights: Float64Array,
): number {
  const end = starts[place + 1] ?? 0;
  let count = 0;
  for (let at = starts[place] ?? 0; at < end; at += 1) count += weights[reports[at] ?? 0] ?? 0;
  return count;
}

function weightedSum(numbers: Float64Array, weights: Float64Array): number {
  return numbers.reduce((sum, one, place) => sum + one * (weights[place] ?? 0), 0);
}

function coefficientOf(annotators: number, { observed, expected, units }: Part): Coefficient {
  if (annotators < 2) return undefinedFor("one-annotator", units);
  if (units === 0) return undefinedFor("no-units", units);
  if (!(expected > 0)) return undefinedFor("no-chance-disagreement", units, { observed, expected });
  return { defined: true, value: 1 - observed / expected, observed, expected, n: units };
}
