import { AppError } from "../../errors.ts";
import {
  type FigureInterval,
  intervalOfFigure,
  noInterval,
  percentileInterval,
  resamples,
} from "../bootstrap.ts";
import type { GammaProgress } from "../continuum/gamma-study.ts";
import type { Solver } from "../continuum/packing.ts";
import { type StudyBy, type StudyFigure, shown } from "./figure.ts";
import type { RawStudy } from "./file.ts";
import { itemMeasureIds, type Measurable, measurables } from "./measurables.ts";
import { placesFigure, placesMeasure } from "./places.ts";
import { unitFigures, unitMeasureIds, usualUnitMeasures } from "./unit-figures.ts";

export interface StudyOptions {
  /** Which measures; the study's own, or all that apply, when there are none. */
  measures: readonly string[];
  by: StudyBy | null;
  /** How often cases are drawn anew for an interval; no interval without. */
  rounds: number | null;
  /** For what is drawn by chance; 1 without, or gamma's own of the study. */
  seed: number | null;
  /** For gamma of three and more annotators. */
  solve: Solver;
  watch?: (progress: GammaProgress) => void;
}

export interface StudyAgreement {
  /** How many items there are, or units. */
  units: number;
  annotators: readonly string[];
  measures: readonly StudyFigure[];
}

/** Every measure that a raw study may ask for. */
export const studyMeasureIds: readonly string[] = [
  ...itemMeasureIds,
  ...unitMeasureIds,
  placesMeasure,
];

/**
 * Measures agreement in a study.
 * @throws AppError "bad-file" when it asks for a measure that there is not, or that needs what it lacks.
 */
export function measureStudy(study: RawStudy, options: StudyOptions): StudyAgreement {
  const { coding, units, measure, places } = study;
  const named = options.measures.length > 0 ? options.measures : measure === null ? [] : [measure];
  for (const id of named) refuseWhatIsNotThere(id, study);
  const ids = named.length > 0 ? named : usualMeasures(study);
  const count = coding?.items.length ?? units?.continuum.units.length ?? places?.length ?? 0;
  return {
    units: count,
    annotators: study.annotators,
    measures: ids.flatMap((id) => figuresOf(study, id, options, named.length > 0)),
  };
}

function usualMeasures({ coding, units, places }: RawStudy): string[] {
  return [
    ...(coding ? itemMeasureIds : []),
    ...(units ? usualUnitMeasures : []),
    ...(places && !units ? [placesMeasure] : []),
  ];
}

/** A name that there is not, or one that the study has nothing for. */
function refuseWhatIsNotThere(id: string, { name, coding, units, places }: RawStudy): void {
  if (!studyMeasureIds.includes(id))
    throw new AppError(
      "bad-file",
      `${name}: there is no measure "${id}"; choose from ${studyMeasureIds.join(", ")}.`,
    );
  const isOfUnits = unitMeasureIds.includes(id);
  const isThere = isOfUnits ? units : id === placesMeasure ? places : coding;
  if (isThere) return;
  const of = isOfUnits ? '"units" on a continuum' : '"items" that are rated';
  throw new AppError("bad-file", `${name}: ${id} needs ${of}, and the study has none.`);
}

function figuresOf(
  study: RawStudy,
  id: string,
  options: StudyOptions,
  isNamed: boolean,
): StudyFigure[] {
  if (id === placesMeasure) return [placesFigure(study)];
  if (unitMeasureIds.includes(id))
    return unitFigures(study, id, { ...options, interval: options.rounds !== null });
  return measurables(study, id, options.by, isNamed).map((one) => figureOf(one, study, options));
}

function figureOf(one: Measurable, study: RawStudy, { rounds, seed }: StudyOptions): StudyFigure {
  const { id, of, assumes, leftOut, items } = one;
  return {
    ...{ id, ...of, ...shown(one.value()) },
    ...(rounds === null ? noInterval : intervalOf(one, study, { rounds, seed: seed ?? 1 })),
    assumes,
    leftOut: leftOut === 0 ? [] : [{ what: "items with fewer than two values", count: leftOut }],
    ...(items ? { items } : {}),
  };
}

/** Cases are drawn anew, with all their items; where the study names none, each item is a case. */
function intervalOf(
  one: Measurable,
  { cases, coding }: RawStudy,
  { rounds, seed }: { rounds: number; seed: number },
): FigureInterval {
  const caseOfItem = cases ?? coding?.items.map((_, at) => `${at}`) ?? [];
  const places = new Map([...new Set(caseOfItem)].map((name, at) => [name, at]));
  const caseAt = caseOfItem.map((name) => places.get(name) ?? 0);
  const values: (number | null)[] = [];
  for (const drawn of resamples(places.size, { seed, rounds })) {
    const value = one.value(caseAt.map((at) => drawn[at] ?? 0));
    values.push(value.defined ? value.value : null);
  }
  return intervalOfFigure(percentileInterval(values, places.size));
}
