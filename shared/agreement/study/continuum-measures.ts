import { undefinedFor } from "../coefficient.ts";
import { alphaU, alphaUAssumes } from "../continuum/alpha-u.ts";
import { alphaUStudy } from "../continuum/alpha-u-study.ts";
import { sharesOf } from "../continuum/alpha-u-sums.ts";
import { gamma, gammaAssumes, gammaCat, gammaCatAssumes } from "../continuum/gamma.ts";
import type { GammaStudy } from "../continuum/gamma-study.ts";
import {
  continuaOfStretches,
  continuumOf,
  overlappingSpans,
  spansBeyond,
} from "../continuum/reports.ts";
import type { Continuum } from "../continuum/unit.ts";
import type { Gathered } from "./gathered.ts";
import { type Index, pairsWithin, type Within } from "./index-of.ts";
import { type LeftOut, leftOutBook } from "./left-out.ts";
import type { Part } from "./part.ts";
import type { StudyMeasure } from "./study-measure.ts";

/** A report, or a stretch of one, as a continuum. */
interface ContinuumOfReport {
  /** The report's number in the study. */
  report: number;
  continuum: Continuum;
}

/**
 * The reports that all of these annotators have finished, with the spans of one label or of all; of one kind of
 * section, its stretches.
 */
export function continuaOf(
  { reports, labels, sections }: Gathered,
  annotators: readonly number[],
  within: Within,
): ContinuumOfReport[] {
  const label = within.of === "label" ? labels.all[within.number] : null;
  const section = within.of === "section" ? sections.all[within.number] : null;
  return reports.flatMap(({ isFinished, spans, stretches }, report) => {
    if (!spans || !annotators.every((at) => isFinished[at])) return [];
    const chosen = annotators.map((at) => {
      const all = spans.annotators[at] ?? [];
      return label === null ? all : all.filter((span) => span.label === label);
    });
    const whole = continuumOf({ length: spans.length, annotators: chosen });
    const ofSection = stretches.filter(({ kind }) => kind === section);
    const continua = section === null ? [whole] : continuaOfStretches(whole, ofSection);
    return continua.map((continuum) => ({ report, continuum }));
  });
}

/** What a measure on a continuum cannot take as it is. */
function leftOut({ reports, annotators }: Gathered, isAlphaU = false): LeftOut[] {
  const book = leftOutBook();
  for (const { spans, stretches, isFinished, title } of reports) {
    const partly = Number(isFinished.includes(false));
    const things = `Reports that not all ${annotators.length} annotators have finished`;
    book.count(`${things}: compared in pairs only.`, () => title, partly);
    const apart = spans?.annotators.flat().filter(({ ranges }) => ranges.length > 1).length ?? 0;
    const what = "Discontinuous spans: taken from their first character to their last.";
    book.count(what, () => title, apart);
    const merged = isAlphaU && spans ? overlappingSpans(spans) : 0;
    const one = "Spans that overlap another of the same annotator and label: joined with it.";
    book.count(one, () => title, merged);
    const beyond = spans && stretches.length > 0 ? spansBeyond(spans, stretches) : 0;
    const cut =
      "Spans that go on beyond the section in which they begin: by section, cut off at its end.";
    book.count(cut, () => title, beyond);
  }
  return book.all();
}

/**
 * Whom coefficients are of: all annotators over the reports that all have finished, and where there are none
 * each two with reports in common.
 */
export function companies(index: Index, within: Within): (readonly number[])[] {
  const { pairs, annotators, reports } = index.gathered;
  const common = pairsWithin(index, within);
  if (common.length === 0) return [];
  const isByAll = reports.some(({ isFinished }) => !isFinished.includes(false));
  if (within.of !== "pair" && isByAll) return [annotators.map((_, at) => at)];
  return common.map((pair) => pairs[pair] ?? []);
}

const overAll =
  "Of more than two annotators it is over the reports that all of them have finished; where there are none, it is the mean over pairs.";

const bySection =
  "By section, a span is of the section in which it begins and cut off at its end; sections of one kind that touch each other are one.";

const facts = {
  axes: ["label" as const, "section" as const],
  behind: {
    stages: ["spans" as const],
    types: ["missing", "split", "joined", "label", "boundary"] as const,
  },
  leftOut: (gathered: Gathered) => leftOut(gathered),
};

/** Krippendorff's alpha for unitizing over the reports one after another. */
export const alphaUMeasure: StudyMeasure = {
  id: "krippendorff-alpha-u",
  assumes: `${alphaUAssumes} ${overAll} ${bySection}`,
  ...{ ...facts, behind: { stages: ["spans"], types: [...facts.behind.types] } },
  leftOut: (gathered) => leftOut(gathered, true),
  parts(index, within) {
    return companies(index, within).flatMap((annotators) => {
      const continua = continuaOf(index.gathered, annotators, within);
      return continua.length === 0 ? [] : alphaUPart(continua);
    });
  },
};

function alphaUPart(continua: readonly ContinuumOfReport[]): Part {
  const all = continua.map((one) => ({ ...one, shares: sharesOf(one.continuum) }));
  const studyOf = (some: typeof all) =>
    alphaUStudy(
      some.map(({ continuum }) => continuum),
      some.map(({ shares }) => shares),
    );
  const study = studyOf(all);
  return {
    value: (weights) =>
      alphaU(study, weights ? all.map(({ report }) => weights[report] ?? 0) : undefined).all,
    *byReport() {
      for (const [report, own] of Map.groupBy(all, (one) => one.report))
        yield { report, value: alphaU(studyOf(own)).all };
    },
  };
}

/** Which continua a gamma is of, as one name. */
export function gammaKey(annotators: readonly number[], within: Within): string {
  const isApart = within.of === "label" || within.of === "section";
  return `${annotators.join(" ")} ${isApart ? `${within.of} ${within.number}` : "all"}`;
}

/** In place of a study: how many units lie on each other so much that they were not aligned. */
export interface NotAligned {
  notAligned: number;
}

/** Gamma's studies, which take long, made before figures are asked for; by `gammaKey`. */
export type GammaStudies = Map<string, MadeStudy>;
interface MadeStudy {
  study: GammaStudy | NotAligned;
  /** By continuum, the number of its report. */
  reports: readonly number[];
}

/** Gamma and gamma-cat of studies that were made before. */
export function gammaMeasures(studies: GammaStudies): StudyMeasure[] {
  const measure = (id: string, assumes: string, of: typeof gammaCat): StudyMeasure => ({
    ...{
      id,
      ...facts,
      assumes: `${assumes} ${overAll} ${bySection}`,
      behind: { stages: ["spans"], types: [...facts.behind.types] },
    },
    parts(index, within) {
      // Of one label's spans alone there would be nothing to tell apart: gamma-k looks at all that are aligned with them.
      const isOfLabel = id === "gamma-cat" && within.of === "label";
      const name = isOfLabel ? index.gathered.labels.all[within.number] : undefined;
      return companies(index, within).flatMap((annotators) => {
        const made = studies.get(gammaKey(annotators, isOfLabel ? { of: "all" } : within));
        const value: typeof gamma = (study, times) => of(study, times, name);
        return made ? gammaPart(made, value) : [];
      });
    },
  });
  return [measure("gamma", gammaAssumes, gamma), measure("gamma-cat", gammaCatAssumes, gammaCat)];
}

function notAlignedPart({ notAligned: n }: NotAligned): Part {
  const value = undefinedFor("too-many-ways", n);
  return { value: () => value, byReport: () => [] };
}

function gammaPart({ study, reports }: MadeStudy, of: typeof gamma): Part {
  if ("notAligned" in study) return notAlignedPart(study);
  return {
    value: (weights) => of(study, weights ? reports.map((one) => weights[one] ?? 0) : undefined),
    *byReport() {
      for (const report of new Set(reports)) {
        const times = Uint8Array.from(reports, (one) => Number(one === report));
        yield { report, value: of(study, times) };
      }
    },
  };
}
