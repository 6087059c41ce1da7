import type { Dissimilarity } from "./dissimilarity.ts";
import { type Chance, drawnByChance, samplesNeeded } from "./gamma-chance.ts";
import { disorderOf, type GammaShare, shareOf } from "./gamma-share.ts";
import { type Lanes, lanesOf } from "./lanes.ts";
import type { Solver } from "./packing.ts";
import type { Continuum, Unit } from "./unit.ts";

export interface GammaOptions extends Dissimilarity, Chance {
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

/** All that gamma and gamma-cat need of any number of reports; a bootstrap round aligns nothing again. */
export interface GammaStudy {
  annotators: number;
  /** Those that somebody used, in the order of their code units. */
  categories: string[];
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
  const counts = {
    annotators,
    categories: categoriesIn(continua.flatMap(({ units }) => units)),
    seed: options.seed,
    ...leftOut(reports.map(({ lanes }) => lanes)),
  };
  if (annotators < 2) return { ...counts, observed: [], samples: [] };
  const observed = yield* aligned(work, ({ lanes }) => lanes);
  const isWithout = observed.every(({ disorder }) => disorder === 0);
  const samples = isWithout ? [] : yield* samplesOf(work);
  return { ...counts, observed, samples };
}

/** The categories of units, each once, in the order of their code units. */
export function categoriesIn(units: readonly Unit[]): string[] {
  return [...new Set(units.map(({ category }) => category))].sort();
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
    shares.push(shareOf(lanesFor(report, place), work.options.fast, work.solve));
    work.done += 1;
    yield { done: work.done, of: work.of };
  }
  return shares;
}

/** As many samples as were wished, and more where the precision needs more. */
function* samplesOf(work: Work): Generator<GammaProgress, GammaShare[][]> {
  const { samples: first, precision } = work.options;
  const samples: GammaShare[][] = [];
  while (samples.length < first) samples.push(yield* sampled(work, samples.length));
  const disorders = samples.map((shares) => disorderOf(shares)).filter((one) => one !== null);
  const needed = precision === null ? first : samplesNeeded(disorders, precision);
  work.of = work.reports.length * (1 + Math.max(first, needed));
  while (samples.length < needed) samples.push(yield* sampled(work, samples.length));
  return samples;
}

function sampled(work: Work, number: number): Generator<GammaProgress, GammaShare[]> {
  const { options } = work;
  return aligned(work, ({ continuum, lanes }, report) => {
    const units = drawnByChance(continuum, lanes, options, `${report} ${number}`);
    return lanesOf({ ...continuum, units }, options);
  });
}
