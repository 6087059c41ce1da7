import {
  type BootstrapOptions,
  type FigureInterval,
  intervalOfFigure,
  percentileInterval,
  resamples,
} from "../bootstrap.ts";
import type { Gathered } from "./gathered.ts";
import { meanValue } from "./mean.ts";
import type { Part } from "./part.ts";

/** What an interval is drawn of: the parts whose mean a figure is, and its reports' own values. */
export interface Resampled {
  parts: readonly Part[];
  /** Of the reports that have one. */
  ofReports: readonly { report: number; value: number }[];
}

export interface Intervals {
  pooled: FigureInterval;
  overReports: FigureInterval;
}

/** As often cases are drawn where nobody says how often. */
export const usualRounds = 1000;

/** How far drawing is; asked for after each round, so that whoever runs it can stop. */
export interface Rounds {
  done: number;
  of: number;
}

/**
 * The 95 % intervals of several figures, from the same draws of cases: a case comes with all its reports. Each
 * round adds up sums by report; no span is looked at again.
 */
export function* drawIntervals(
  { reports, cases }: Gathered,
  all: readonly Resampled[],
  options: BootstrapOptions,
): Generator<Rounds, Intervals[]> {
  const weights = new Uint32Array(reports.length);
  const pooled: (number | null)[][] = all.map(() => []);
  const means: (number | null)[][] = all.map(() => []);
  const of = options.rounds ?? usualRounds;
  let done = 0;
  for (const times of resamples(cases.all.length, options)) {
    for (const [at, report] of reports.entries()) weights[at] = times[report.case] ?? 0;
    for (const [at, { parts, ofReports }] of all.entries()) {
      pooled[at]?.push(meanValue(parts.map((part) => part.value(weights))));
      means[at]?.push(weightedMean(ofReports, weights));
    }
    done += 1;
    yield { done, of };
  }
  const interval = (values: readonly (number | null)[] = []) =>
    intervalOfFigure(percentileInterval(values, cases.all.length, options.level));
  return all.map((_, at) => ({ pooled: interval(pooled[at]), overReports: interval(means[at]) }));
}

function weightedMean(
  values: readonly { report: number; value: number }[],
  weights: Uint32Array,
): number | null {
  let [sum, count] = [0, 0];
  for (const { report, value } of values) {
    const weight = weights[report] ?? 0;
    sum += weight * value;
    count += weight;
  }
  return count === 0 ? null : sum / count;
}
