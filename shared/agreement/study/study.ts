import { getOrMake } from "../../get-or-make.ts";
import { type BootstrapOptions, noInterval } from "../bootstrap.ts";
import type { GammaOptions, GammaProgress, GammaStudy } from "../continuum/gamma-study.ts";
import { gammaStudy } from "../continuum/gamma-study.ts";
import type { Solver } from "../continuum/packing.ts";
import type { Continuum } from "../continuum/unit.ts";
import { TooManyWays } from "../continuum/unitary.ts";
import { behindOf } from "./behind.ts";
import {
  companies,
  continuaOf,
  type GammaStudies,
  gammaKey,
  type NotAligned,
} from "./continuum-measures.ts";
import type { Figure, ProjectUndefined, ValueWithInterval } from "./figure.ts";
import { gatherReport } from "./gather.ts";
import { type Gathered, startGathering } from "./gathered.ts";
import { indexOf, pairsWithin, type Within } from "./index-of.ts";
import type { LeftOut } from "./left-out.ts";
import { meanFigure } from "./mean.ts";
import { isGamma } from "./measure-ids.ts";
import { projectMeasures } from "./measures.ts";
import type { Part } from "./part.ts";
import type { Axis, StudyReport } from "./report.ts";
import { drawIntervals, type Intervals, type Rounds, usualRounds } from "./resample.ts";
import { type Source, sourcesOf } from "./sources.ts";

/** What is asked of a project. */
export interface ProjectStudyOptions {
  /** Who is compared; the first of two is whom precision and recall take as the reference. */
  annotators: readonly string[];
  /** By their ids, of `projectMeasureIds`. */
  measures: readonly string[];
  by: readonly Axis[];
  /** Null: no intervals. */
  bootstrap: BootstrapOptions | null;
  /** How much spans of one label have to overlap at least to be matched, from 0 to 1; 0: by a character. */
  overlap: number;
}

/** Agreement in a project. */
export interface ProjectAgreement {
  /** How many reports are compared. */
  units: number;
  cases: number;
  annotators: readonly string[];
  measures: Figure[];
  /** What is not compared by any measure. */
  leftOut: LeftOut[];
}

/** A study of a project, which reads reports one by one and keeps only sums of them. */
export interface ProjectStudy {
  add(report: StudyReport): void;
  /** Aligns the spans for gamma, where it is asked for; yields after each alignment. */
  align(options: GammaOptions, solve: Solver): Generator<GammaProgress, void>;
  /** The figures; yields between them, and after each round of draws. */
  figures(): Generator<Rounds, ProjectAgreement>;
}

export function startProjectStudy(options: ProjectStudyOptions): ProjectStudy {
  const { annotators, measures, by, overlap } = options;
  const gathered = startGathering(annotators);
  const gammas: GammaStudies = new Map();
  const gathering = {
    ...{ annotators, overlap, by },
    tokens: measures.some((id) => id.endsWith("-token")),
    spans: measures.some((id) => isGamma(id) || id === "krippendorff-alpha-u"),
  };
  return {
    add: (report) => gatherReport(gathered, report, gathering),
    align: (gamma, solve) => align(gathered, options, gammas, gamma, solve),
    figures: () => figuresOf(gathered, options, gammas),
  };
}

/** Gamma's studies of all, and of each label, section and pair where they are told apart. */
function* align(
  gathered: Gathered,
  { measures, by }: ProjectStudyOptions,
  gammas: GammaStudies,
  options: GammaOptions,
  solve: Solver,
): Generator<GammaProgress, void> {
  if (!measures.some(isGamma)) return;
  for (const within of scopesToAlign(gathered, by))
    for (const annotators of companies(indexOf(gathered), within)) {
      const key = gammaKey(annotators, within);
      const found = gammas.has(key) ? [] : continuaOf(gathered, annotators, within);
      if (found.length === 0) continue;
      const continua = found.map(({ continuum }) => continuum);
      const study = yield* studyOrUnits(continua, options, solve);
      gammas.set(key, { study, reports: found.map(({ report }) => report) });
    }
}

/** One scope that cannot be aligned is no reason to go without the figures of all others. */
function* studyOrUnits(
  continua: readonly Continuum[],
  options: GammaOptions,
  solve: Solver,
): Generator<GammaProgress, GammaStudy | NotAligned> {
  try {
    return yield* gammaStudy(continua, options, solve);
  } catch (error) {
    if (!(error instanceof TooManyWays)) throw error;
    return { notAligned: continua.reduce((sum, { units }) => sum + units.length, 0) };
  }
}

function scopesToAlign({ labels, sections, pairs }: Gathered, by: readonly Axis[]): Within[] {
  const all = { label: labels.all, section: sections.all, pair: pairs };
  const apart = (["label", "section", "pair"] as const).filter((of) => by.includes(of));
  return [
    { of: "all" },
    ...apart.flatMap((of) => all[of].map((_, number): Within => ({ of, number }))),
  ];
}

function* figuresOf(
  gathered: Gathered,
  { measures, by, bootstrap }: ProjectStudyOptions,
  gammas: GammaStudies,
): Generator<Rounds, ProjectAgreement> {
  const index = indexOf(gathered);
  const begun = { done: 0, of: bootstrap === null ? 0 : (bootstrap.rounds ?? usualRounds) };
  const made: { source: Source; ofReports: OfReports }[] = [];
  for (const measure of projectMeasures(gammas).filter(({ id }) => measures.includes(id)))
    for (const source of sourcesOf(index, measure, by)) {
      made.push({
        source,
        ofReports: valuesOfReports(source.parts ?? [], gathered.reports.length),
      });
      yield begun;
    }
  const drawn = made.filter(({ source }) => source.parts !== null);
  const resampled = drawn.map(({ source, ofReports }) => ({
    parts: source.parts ?? [],
    ofReports,
  }));
  const intervals = bootstrap ? yield* drawIntervals(gathered, resampled, bootstrap) : [];
  sayApart(gathered, pairsWithin(index, { of: "all" }));
  // Of many figures of one measure it is the same, and needs a look at every span.
  const leftOutOf = new Map<Source["measure"], LeftOut[]>();
  const intervalOf = new Map(drawn.map(({ source }, at) => [source, intervals[at]]));
  return {
    units: gathered.reports.length,
    cases: gathered.cases.all.length,
    annotators: gathered.annotators,
    measures: made.map(({ source, ofReports }) =>
      figureOf(
        gathered,
        source,
        ofReports,
        intervalOf.get(source),
        getOrMake(leftOutOf, source.measure, () => source.measure.leftOut(gathered)),
      ),
    ),
    leftOut: gathered.leftOut.all(),
  };
}

/** Names the pairs that have no report in common. */
function sayApart({ pairs, annotators, leftOut }: Gathered, common: readonly number[]): void {
  for (const [number, [a, b]] of pairs.entries())
    leftOut.count(
      "Pairs of annotators who have not finished the same report: not compared.",
      () => `${annotators[a]} and ${annotators[b]}`,
      Number(!common.includes(number)),
    );
}

type OfReports = { report: number; value: number }[];

/** Each report's own value: the mean of the parts that have one there. */
function valuesOfReports(parts: readonly Part[], reports: number): OfReports {
  const sums = new Float64Array(reports);
  const counts = new Uint32Array(reports);
  for (const part of parts)
    for (const { report, value } of part.byReport()) {
      if (!value.defined) continue;
      sums[report] = (sums[report] ?? 0) + value.value;
      counts[report] = (counts[report] ?? 0) + 1;
    }
  const found: OfReports = [];
  for (const [report, count] of counts.entries())
    if (count > 0) found.push({ report, value: (sums[report] ?? 0) / count });
  return found;
}

function figureOf(
  gathered: Gathered,
  { measure, scope, parts, values }: Source,
  ofReports: OfReports,
  intervals: Intervals | undefined,
  leftOut: LeftOut[],
): Figure {
  const found = meanFigure(parts === null ? values : parts.map((part) => part.value(null)));
  const why = parts?.length === 0 ? whyNothing(gathered) : found.undefined;
  return {
    ...{ id: measure.id, ...scope, ...found, undefined: why },
    ...(found.value === null ? noInterval : (intervals?.pooled ?? noInterval)),
    overReports: parts === null ? null : overReports(ofReports, why, intervals),
    assumes: measure.assumes,
    leftOut,
    behind: behindOf(measure, scope),
  };
}

function overReports(
  ofReports: OfReports,
  reason: ProjectUndefined | null,
  intervals: Intervals | undefined,
): ValueWithInterval & { n: number } {
  const n = ofReports.length;
  if (n === 0) return { value: null, undefined: reason ?? "no-items", ...noInterval, n };
  const value = ofReports.reduce((sum, one) => sum + one.value, 0) / n;
  return { value, undefined: null, ...(intervals?.overReports ?? noInterval), n };
}

function whyNothing({ annotators, reports }: Gathered): ProjectUndefined {
  if (annotators.length === 1) return "one-annotator";
  return reports.length === 0 ? "no-common-reports" : "no-items";
}
