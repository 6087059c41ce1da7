import {
  type BootstrapOptions,
  type Interval,
  percentileInterval,
  resamples,
} from "../agreement/bootstrap.ts";
import type { Coefficient } from "../agreement/coefficient.ts";
import { getOrMake } from "../get-or-make.ts";
import type { AnnotatedDocument } from "../model/document.ts";
import { finishedLayers } from "./layers.ts";
import { compareTexts } from "./order.ts";
import { type SpanMatches, spanF1, spanMatches } from "./span-matches.ts";
import { finished } from "./steps.ts";

/** How far two annotators agree on one label, or on all. */
export interface Agreement {
  a: string;
  b: string;
  /** null: all labels together. */
  label: string | null;
  f1: Coefficient;
  /** What it was computed from. */
  matches: SpanMatches;
  interval: Interval;
  /** Reports that both have finished. */
  reports: number;
  cases: number;
}

/** Compares annotators document by document, so that they need not be in memory together. */
export interface Comparing {
  add(document: AnnotatedDocument): void;
  /** Every pair with a report that both have finished, all labels first. None where nobody shares a report. */
  agreements(options: BootstrapOptions): Agreement[];
  /** The same, round by round, so that others are answered in between. */
  steps(options: BootstrapOptions): Generator<void, Agreement[]>;
}

interface Pair {
  a: string;
  b: string;
  reports: number;
  /** The counts of each label in each case. */
  cases: Map<string, Map<string, SpanMatches>>;
}

/** The layers to compare are those before a choice of layers; open ones and "gold" are passed over. */
export function startAgreement(): Comparing {
  const pairs = new Map<string, Pair>();
  return {
    add(document) {
      const layers = finishedLayers(document.layers).sort((a, b) =>
        compareTexts(a.annotator, b.annotator),
      );
      for (const [at, a] of layers.entries())
        for (const b of layers.slice(at + 1)) {
          const key = JSON.stringify([a.annotator, b.annotator]);
          const names = { a: a.annotator, b: b.annotator };
          const pair = getOrMake(pairs, key, () => ({ ...names, reports: 0, cases: new Map() }));
          pair.reports += 1;
          const sums = getOrMake(pair.cases, document.case, () => new Map());
          for (const [label, matches] of spanMatches(a.spans, b.spans))
            sums.set(label, added(sums.get(label), matches, 1));
        }
    },
    agreements: (options) => finished(stepsOf(pairs.values(), options)),
    steps: (options) => stepsOf(pairs.values(), options),
  };
}

function* stepsOf(pairs: Iterable<Pair>, options: BootstrapOptions): Generator<void, Agreement[]> {
  const all: Agreement[] = [];
  const inOrder = [...pairs].sort(
    (one, other) => compareTexts(one.a, other.a) || compareTexts(one.b, other.b),
  );
  for (const pair of inOrder) all.push(...(yield* agreementsOf(pair, options)));
  return all;
}

function added(sum: SpanMatches | undefined, more: SpanMatches, times: number): SpanMatches {
  const { both, a, b } = sum ?? { both: 0, a: 0, b: 0 };
  return { both: both + times * more.both, a: a + times * more.a, b: b + times * more.b };
}

function* agreementsOf(pair: Pair, options: BootstrapOptions): Generator<void, Agreement[]> {
  const { a, b, reports } = pair;
  const cases = [...pair.cases].sort(([one], [other]) => compareTexts(one, other));
  const labels = [...new Set(cases.flatMap(([, counts]) => [...counts.keys()]))].sort(compareTexts);
  const columns = [null, ...labels].map((label) => ({
    label,
    counts: cases.map(([, counts]) => countsOf(counts, label)),
    values: [] as (number | null)[],
  }));
  for (const times of resamples(cases.length, options)) {
    for (const { counts, values } of columns) values.push(valueOfRound(counts, times));
    yield;
  }
  return columns.map(({ label, counts, values }) => {
    const matches = counts.reduce((sum, more) => added(sum, more, 1), none);
    return {
      ...{ a, b, label, reports, matches, cases: cases.length },
      f1: spanF1(matches),
      interval: percentileInterval(values, cases.length, options.level),
    };
  });
}

const none: SpanMatches = { both: 0, a: 0, b: 0 };

function countsOf(counts: ReadonlyMap<string, SpanMatches>, label: string | null): SpanMatches {
  if (label !== null) return counts.get(label) ?? none;
  return [...counts.values()].reduce((sum, more) => added(sum, more, 1), none);
}

/** Computed without objects, since it is done a thousand times for each label. */
function valueOfRound(counts: readonly SpanMatches[], times: Uint32Array): number | null {
  let both = 0;
  let all = 0;
  for (let at = 0; at < counts.length; at += 1) {
    const one = counts[at] ?? none;
    const drawn = times[at] ?? 0;
    both += drawn * one.both;
    all += drawn * (one.a + one.b);
  }
  return all === 0 ? null : (2 * both) / all;
}
