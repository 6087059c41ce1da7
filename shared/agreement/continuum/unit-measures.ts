import type { Coefficient } from "../coefficient.ts";
import { alphaU, alphaUAssumes } from "./alpha-u.ts";
import { alphaUStudy } from "./alpha-u-study.ts";
import { gamma, gammaAssumes, gammaCat, gammaCatAssumes } from "./gamma.ts";
import { gammaOptions } from "./gamma-parameters.ts";
import {
  atOnce,
  categoriesIn,
  type GammaProgress,
  type GammaStudy,
  gammaStudy,
} from "./gamma-study.ts";
import type { Solver } from "./packing.ts";
import type { Continuum } from "./unit.ts";

/** A raw study of units, as its file says. */
interface UnitStudy {
  continuum: Continuum;
  /** Its `params`, not yet read. */
  parameters: unknown;
  /** What sentences call it. */
  name: string;
}

interface UnitMeasuring {
  /** For alignments of three and more annotators. */
  solve: Solver;
  /** Whether there is a value for each category as well. */
  byCategory: boolean;
  watch?: (progress: GammaProgress) => void;
}

/** One value: over all categories, or of one. */
export interface UnitFigure {
  category: string | null;
  value: Coefficient;
  leftOut: { what: string; count: number }[];
  /** How chance was drawn, and how many unitary alignments there are; only with gamma and gamma-cat. */
  alignments?: number;
  samples?: number;
  seed?: number;
}

export interface UnitMeasure {
  /** As studies name it. */
  id: string;
  assumes: string;
  /**
   * The value over all categories first, then that of each in the order of their code units.
   * @throws AppError "bad-file" for parameters that do not fit.
   */
  figures(study: UnitStudy, how: UnitMeasuring): UnitFigure[];
}

/** Every measure that a raw study of units can ask for. */
export const unitMeasures: readonly UnitMeasure[] = [
  { id: "krippendorff-alpha-unitizing", assumes: alphaUAssumes, figures: alphaUFigures },
  { id: "krippendorff-alpha-u", assumes: alphaUAssumes, figures: alphaUFigures },
  { id: "gamma", assumes: gammaAssumes, figures: gammaFigures },
  { id: "gamma-cat", assumes: gammaCatAssumes, figures: gammaCatFigures },
];

function alphaUFigures({ continuum }: UnitStudy, how: UnitMeasuring): UnitFigure[] {
  const study = alphaUStudy([continuum]);
  const leftOut = counted([
    ["units of no length", study.empty],
    ["units that overlap another of the same rater and category, joined with it", study.merged],
  ]);
  const { all, byCategory } = alphaU(study);
  const parts = byCategory.map(({ category, value }) => ({ category, value, leftOut }));
  return [{ category: null, value: all, leftOut }, ...(how.byCategory ? parts : [])];
}

/** Of one category, gamma is that of its units alone. */
function gammaFigures(study: UnitStudy, how: UnitMeasuring): UnitFigure[] {
  return wanted(study, how).map((category) => {
    const measured = studyOf(study, category, how);
    return { category, value: gamma(measured), ...about(measured) };
  });
}

function gammaCatFigures(study: UnitStudy, how: UnitMeasuring): UnitFigure[] {
  const measured = studyOf(study, null, how);
  return wanted(study, how).map((category) => ({
    category,
    value: gammaCat(measured, undefined, category ?? undefined),
    ...about(measured),
  }));
}

/** Null for all categories. */
function wanted({ continuum }: UnitStudy, { byCategory }: UnitMeasuring): (string | null)[] {
  return [null, ...(byCategory ? categoriesIn(continuum.units) : [])];
}

function studyOf(
  { continuum, parameters, name }: UnitStudy,
  category: string | null,
  { solve, watch }: UnitMeasuring,
): GammaStudy {
  const options = gammaOptions(parameters, categoriesIn(continuum.units), name);
  const units = continuum.units.filter((unit) => category === null || unit.category === category);
  return atOnce(gammaStudy([{ ...continuum, units }], options, solve), watch);
}

function about(study: GammaStudy) {
  return {
    leftOut: counted([
      ["units of no length", study.empty],
      ["units that a rater has twice", study.doubled],
    ]),
    alignments: study.observed.reduce((sum, { alignments }) => sum + alignments, 0),
    samples: study.samples.length,
    seed: study.seed,
  };
}

function counted(counts: readonly (readonly [string, number])[]): UnitFigure["leftOut"] {
  return counts.filter(([, count]) => count > 0).map(([what, count]) => ({ what, count }));
}
