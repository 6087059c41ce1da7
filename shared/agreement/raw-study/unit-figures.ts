import { noInterval } from "../bootstrap.ts";
import type { GammaProgress } from "../continuum/gamma-study.ts";
import type { Solver } from "../continuum/packing.ts";
import type { Continuum } from "../continuum/unit.ts";
import { type UnitFigure, type UnitMeasure, unitMeasures } from "../continuum/unit-measures.ts";
import { type StudyBy, type StudyFigure, type StudyScope, shown } from "./figure.ts";
import type { RawStudy } from "./file.ts";

/** Every measure of units on a continuum that a study may ask for. */
export const unitMeasureIds: readonly string[] = unitMeasures.map(({ id }) => id);

/** Those that a study of units is measured by when it names none: each once, though some have two names. */
export const usualUnitMeasures: readonly string[] = [
  "krippendorff-alpha-unitizing",
  ...["gamma", "gamma-cat"],
];

export interface UnitFigureOptions {
  by: StudyBy | null;
  interval: boolean;
  /** For gamma, where the study has no seed of its own. */
  seed: number | null;
  solve: Solver;
  watch?: (progress: GammaProgress) => void;
}

/**
 * One measure of a study's units, and of each pair or label where that is asked for. A study is a single
 * continuum, so that there is nothing to draw an interval from.
 * @throws AppError "bad-file" for parameters that do not fit.
 */
export function unitFigures(
  study: RawStudy,
  id: string,
  options: UnitFigureOptions,
): StudyFigure[] {
  const measure = unitMeasures.find((one) => one.id === id);
  if (!measure || !study.units) return [];
  const whole = figuresOf(study, measure, study.units.continuum, { scope: "all" }, options);
  if (options.by !== "pair" || study.annotators.length <= 2) return whole;
  const pairs = pairsOf(study.annotators).flatMap(([one, other]) =>
    figuresOf(
      study,
      measure,
      ofPair(study, one, other),
      { scope: "pair", annotators: [one, other] },
      options,
    ),
  );
  return [...whole, ...pairs];
}

function figuresOf(
  { name, parameters, units }: RawStudy,
  { id, assumes, figures }: UnitMeasure,
  continuum: Continuum,
  of: StudyScope,
  { by, interval, seed, solve, watch }: UnitFigureOptions,
): StudyFigure[] {
  const study = { continuum, parameters: { seed, ...parameters }, name };
  // Krippendorff has alpha of each category, and the one over all from those.
  const isAlpha = id.startsWith("krippendorff");
  const byCategory = by === "label" || (isAlpha && of.scope === "all");
  const how = { solve, byCategory, ...(watch ? { watch } : {}) };
  const isCut = isAlpha && units?.declared === false;
  return figures(study, how).map(({ category, value, ...about }: UnitFigure) => ({
    id,
    ...(category === null ? of : { scope: "label", label: category }),
    ...shown(value),
    ...(interval ? { ci: null, ciUndefined: "one-case" } : noInterval),
    assumes: isCut ? `${assumes} ${withoutContinuum}` : assumes,
    ...about,
  }));
}

const withoutContinuum =
  "The study does not say how long its continuum is, so that it is taken from the first unit to the last.";

function pairsOf(annotators: readonly string[]): (readonly [string, string])[] {
  return annotators.flatMap((one, at) =>
    annotators.slice(at + 1).map((other) => [one, other] as const),
  );
}

function ofPair({ annotators, units }: RawStudy, one: string, other: string): Continuum {
  const places = [annotators.indexOf(one), annotators.indexOf(other)];
  const { begin = 0, end = 0, units: all = [] } = units?.continuum ?? {};
  const ofThem = all.flatMap((unit) => {
    const annotator = places.indexOf(unit.annotator);
    return annotator < 0 ? [] : [{ ...unit, annotator }];
  });
  return { begin, end, annotators: 2, units: ofThem };
}
