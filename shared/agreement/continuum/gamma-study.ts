import { seededRandom } from "../../random.ts";
import { bestAlignment } from "./alignment.ts";
import type { Dissimilarity } from "./dissimilarity.ts";
import { fastAlignment } from "./fast-alignment.ts";
import { type AlignedCategories, alignedCategories } from "./gamma-cat-sums.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import { spreadOf } from "./normal-random.ts";
import type { Solver } from "./packing.ts";
import { shuffledSample } from "./shuffled-sample.ts";
import { statisticalSample } from "./statistical-sample.ts";
import type { Continuum } from "./unit.ts";

export interface GammaOptions extends Dissimilarity {
  /** How continua by chance are made: real ones moved on, or drawn from what real ones are like. */
  sampler: "shuffle" | "statistical";
  /** How many continua by chance there are at least. */
  samples: number;
  /** How far the expected disorder may be off, as a share, with 95 % confidence; null for `samples` alone. */
  precision: number | null;
  /** A whole number; the same seed gives the same figures. */
  seed: number;
  /** Whether alignments are found window by window. */
  fast: boolean;
}

/** As in the paper. */
export const gammaDefaults: GammaOptions = {
  alpha: 1,
  beta: 1,
  deltaEmpty: 1,
  sampler: "shuffle",
  samples: 30,
  precision: 0.02,
  seed: 1,
  fast: false,
};

/** What an alignment of one report adds to the sums. */
export interface GammaShare {
  disorder: number;
  units: number;
  /** How many unitary alignments it has. */
  alignments: number;
  categories: AlignedCategories;
}

/** All that gamma and gamma-cat need of any number of reports; a bootstrap round aligns nothing again. */
export interface GammaStudy {
  annotators: number;
  /** By report. */
  observed: GammaShare[];
  /** For each sample, by report; none where nobody differs in anything. */
  samples: GammaShare[][];
  seed: number;
  /** Units of no length, and those that one annotator has twice, which are left out. */
  empty: number;
  doubled: number;
}

/** How many continua have been aligned, of how many as far as is known. */
export interface GammaProgress {
  done: number;
  of: number;
}

/** Runs to the end at once. `watch` hears of every alignment, and stops it all by an error of its own. */
export function atOnce<Result>(
  steps: Generator<GammaProgress, Result>,
  watch: (progress: GammaProgress) => void = () => {},
): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    watch(step.value);
  }
}

/**
 * Aligns every report, and continua by chance in its place: units of two reports are never aligned. It
 * yields after each alignment, so that whoever runs it can say how far it is, and stop.
 * @param continua the same annotators in each, in the same order.
 * @param solve is asked for what cannot be aligned in order, with three and more annotators.
 */
export function* gammaStudy(
  continua: readonly Continuum[],
  options: GammaOptions,
  solve: Solver,
): Generator<GammaProgress, GammaStudy> {
  const reports = continua.map((continuum) => ({
    continuum,
    lanes: sortedLanes(continuum, options),
  }));
  const work: Work = {
    reports,
    options,
    solve,
    done: 0,
    of: reports.length * (1 + options.samples),
  };
  const annotators = continua[0]?.annotators ?? 0;
  const counts = { annotators, seed: options.seed, ...leftOut(reports.map(({ lanes }) => lanes)) };
  if (annotators < 2) return { ...counts, observed: [], samples: [] };
  const observed = yield* aligned(work, ({ lanes }) => lanes);
  const isWithout = observed.every(({ disorder }) => disorder === 0);
  const samples = isWithout ? [] : yield* samplesOf(work);
  return { ...counts, observed, samples };
}

interface Report {
  continuum: Continuum;
  lanes: Lanes;
}

interface Work extends GammaProgress {
  reports: readonly Report[];
  options: GammaOptions;
  solve: Solver;
}

/** Lanes in an order that does not hang on that of the annotators, and so neither do the samples. */
function sortedLanes(continuum: Continuum, options: GammaOptions): Lanes {
  const lanes = lanesOf(continuum, options);
  const named = lanes.units.map((lane) => {
    const units = lane.map(({ begin, end, category }) => [
      begin - continuum.begin,
      end - begin,
      category,
    ]);
    return { lane, name: JSON.stringify(units) };
  });
  named.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  return { ...lanes, units: named.map(({ lane }) => lane) };
}

function leftOut(all: readonly Lanes[]): { empty: number; doubled: number } {
  return {
    empty: all.reduce((sum, { empty }) => sum + empty, 0),
    doubled: all.reduce((sum, { doubled }) => sum + doubled, 0),
  };
}

function* aligned(
  work: Work,
  lanesFor: (report: Report, place: number) => Lanes,
): Generator<GammaProgress, GammaShare[]> {
  const shares: GammaShare[] = [];
  for (const [place, report] of work.reports.entries()) {
    shares.push(shareOf(lanesFor(report, place), work));
    work.done += 1;
    yield { done: work.done, of: work.of };
  }
  return shares;
}

function shareOf(lanes: Lanes, { options, solve }: Work): GammaShare {
  const alignment = options.fast ? fastAlignment(lanes, solve) : bestAlignment(lanes, solve);
  const { disorder } = alignment;
  const alignments = alignment.unitary.length;
  return {
    disorder,
    units: lanes.size,
    alignments,
    categories: alignedCategories(alignment, lanes),
  };
}

/**
 * As many samples as the precision asks for, which the first ones tell by how much they vary.
 * Source  Mathet, Widlöcher and Métivier (2015), section 5.3.
 */
function* samplesOf(work: Work): Generator<GammaProgress, GammaShare[][]> {
  const { samples: first, precision } = work.options;
  const samples: GammaShare[][] = [];
  while (samples.length < first) samples.push(yield* sampled(work, samples.length));
  const wanted = precision === null ? first : samplesFor(samples, precision);
  work.of = work.reports.length * (1 + Math.max(first, wanted));
  while (samples.length < wanted) samples.push(yield* sampled(work, samples.length));
  return samples;
}

function sampled(work: Work, number: number): Generator<GammaProgress, GammaShare[]> {
  return aligned(work, ({ continuum, lanes }, report) =>
    lanesOf(
      { ...continuum, units: sampleOf(continuum, lanes, `${report} ${number}`, work) },
      work.options,
    ),
  );
}

function sampleOf(
  continuum: Continuum,
  { units, size }: Lanes,
  purpose: string,
  { options }: Work,
) {
  const random = seededRandom(options.seed, `gamma ${purpose}`);
  if (size === 0) return [];
  return options.sampler === "shuffle"
    ? shuffledSample(units, continuum, random)
    : statisticalSample(units, continuum.begin, random);
}

const confidence = 1.96;

function samplesFor(samples: readonly GammaShare[][], precision: number): number {
  const disorders = samples.map((shares) => disorderOf(shares)).filter((one) => one !== null);
  const { mean, deviation } = spreadOf(disorders);
  return mean > 0 ? Math.ceil(((deviation / mean) * (confidence / precision)) ** 2) : 0;
}

/**
 * The disorder of one alignment of all reports: the sum of what they cost by the number of units; null
 * where there are none. It is a lane's share, so times the annotators it is the paper's.
 */
export function disorderOf(
  shares: readonly GammaShare[],
  times?: ArrayLike<number>,
): number | null {
  let [disorder, units] = [0, 0];
  for (const [report, share] of shares.entries()) {
    const count = times === undefined ? 1 : (times[report] ?? 0);
    disorder += count * share.disorder;
    units += count * share.units;
  }
  return units > 0 ? disorder / units : null;
}
