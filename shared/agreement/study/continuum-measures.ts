import type { Coefficient } from "../coefficient.ts";
import { alphaU, alphaUAssumes } from "../continuum/alpha-u.ts";
import { alphaUStudy } from "../continuum/alpha-u-study.ts";
import { sharesOf } from "../continuum/alpha-u-sums.ts";
import { gamma, gammaAssumes, gammaCat, gammaCatAssumes } from "../continuum/gamma.ts";
import type { GammaStudy } from "../continuum/gamma-study.ts";
import { continuumOfReports, overlappingSpans } from "../continuum/reports.ts";
import type { Continuum } from "../continuum/unit.ts";
import type { Gathered } from "./gathered.ts";
import { type Index, pairsWithin, type Within } from "./index-of.ts";
import { type LeftOut, leftOutBook } from "./left-out.ts";
import type { Part } from "./part.ts";
import type { StudyMeasure } from "./study-measure.ts";

/** Reports as continua of the same annotators, and which reports of the study they are. */
export interface Continua {
  continua: Continuum[];
  /** By continuum. */
  reports: number[];
}

/** The reports that all of these annotators have finished, with the spans of one label or of all. */
export function continuaOf(
  { reports, labels }: Gathered,
  annotators: readonly number[],
  label: number | null,
): Continua {
  const name = label === null ? null : labels.all[label];
  const chosen = reports.flatMap(({ isFinished, spans }, report) =>
    spans && annotators.every((at) => isFinished[at]) ? [{ report, spans }] : [],
  );
  const { continua } = continuumOfReports(
    chosen.map(({ spans }) => ({
      length: spans.length,
      annotators: annotators.map((at) => {
        const all = spans.annotators[at] ?? [];
        return name === null ? all : all.filter((span) => span.label === name);
      }),
    })),
  );
  return { continua, reports: chosen.map(({ report }) => report) };
}

/** What a measure on a continuum cannot take as it is. */
function leftOut({ reports, annotators }: Gathered, isAlphaU = false): LeftOut[] {
  const book = leftOutBook();
  for (const { spans, isFinished, title } of reports) {
    const partly = Number(isFinished.includes(false));
    const things = `Reports that not all ${annotators.length} annotators have finished`;
    book.count(`${things}: compared in pairs only.`, () => title, partly);
    const apart = spans?.annotators.flat().filter(({ ranges }) => ranges.length > 1).length ?? 0;
    const what = "Discontinuous spans: taken from their first character to their last.";
    book.count(what, () => title, apart);
    const merged = isAlphaU && spans ? overlappingSpans(spans) : 0;
    const one = "Spans that overlap another of the same annotator and label: joined with it.";
    book.count(one, () => title, merged);
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

const facts = {
  axes: ["label" as const],
  behind: {
    stages: ["spans" as const],
    types: ["missing", "split", "joined", "label", "boundary"] as const,
  },
  leftOut: (gathered: Gathered) => leftOut(gathered),
};

/** Krippendorff's alpha for unitizing over the reports one after another. */
export const alphaUMeasure: StudyMeasure = {
  id: "krippendorff-alpha-u",
  assumes: `${alphaUAssumes} ${overAll}`,
  ...{ ...facts, behind: { stages: ["spans"], types: [...facts.behind.types] } },
  leftOut: (gathered) => leftOut(gathered, true),
  parts(index, within) {
    const label = within.of === "label" ? within.number : null;
    return companies(index, within).map((annotators) => {
      const { continua, reports } = continuaOf(index.gathered, annotators, label);
      return alphaUPart(continua, reports);
    });
  },
};

function alphaUPart(continua: readonly Continuum[], reports: readonly number[]): Part {
  const shares = continua.map(sharesOf);
  const study = alphaUStudy(continua, shares);
  return {
    value: (weights) =>
      alphaU(study, weights ? reports.map((report) => weights[report] ?? 0) : undefined).all,
    *byReport() {
      for (const [at, report] of reports.entries()) {
        const [continuum, share] = [continua[at], shares[at]];
        if (continuum && share)
          yield { report, value: alphaU(alphaUStudy([continuum], [share])).all };
      }
    },
  };
}

/** Which continua a gamma is of, as one name. */
export function gammaKey(annotators: readonly number[], label: number | null): string {
  return `${annotators.join(" ")} ${label ?? "all"}`;
}

/** In place of a study: how many units lie on each other so much that they were not aligned. */
export interface NotAligned {
  notAligned: number;
}

/** Gamma's studies, which take long, made before figures are asked for; by `gammaKey`. */
export type GammaStudies = Map<
  string,
  { study: GammaStudy | NotAligned; reports: readonly number[] }
>;

/** Gamma and gamma-cat of studies that were made before. */
export function gammaMeasures(studies: GammaStudies): StudyMeasure[] {
  const measure = (id: string, assumes: string, of: typeof gammaCat): StudyMeasure => ({
    ...{
      id,
      ...facts,
      assumes: `${assumes} ${overAll}`,
      behind: { stages: ["spans"], types: [...facts.behind.types] },
    },
    parts(index, within) {
      const label = within.of === "label" ? within.number : null;
      return companies(index, within).flatMap((annotators) => {
        const made = studies.get(gammaKey(annotators, id === "gamma" ? label : null));
        const name = label === null ? undefined : index.gathered.labels.all[label];
        const value: typeof gamma = (study, times) => of(study, times, name);
        return made ? gammaPart(made.study, made.reports, value) : [];
      });
    },
  });
  // Of one label's spans alone there would be nothing to tell apart: gamma-k looks at all that are aligned with them.
  return [measure("gamma", gammaAssumes, gamma), measure("gamma-cat", gammaCatAssumes, gammaCat)];
}

function notAlignedPart({ notAligned: n }: NotAligned): Part {
  const reason = "too-many-ways";
  const value: Coefficient = { defined: false, reason, observed: null, expected: null, n };
  return { value: () => value, byReport: () => [] };
}

function gammaPart(
  study: GammaStudy | NotAligned,
  reports: readonly number[],
  of: typeof gamma,
): Part {
  if ("notAligned" in study) return notAlignedPart(study);
  const times = new Uint8Array(reports.length);
  return {
    value: (weights) => of(study, weights ? reports.map((one) => weights[one] ?? 0) : undefined),
    *byReport() {
      for (const [at, report] of reports.entries()) {
        times.fill(0);
        times[at] = 1;
        yield { report, value: of(study, times) };
      }
    },
  };
}
