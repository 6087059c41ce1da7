import { AppError } from "../errors.ts";
import { type IntervalUndefined, percentileInterval, resamples } from "./bootstrap.ts";
import type { Coefficient, UndefinedReason } from "./coefficient.ts";
import type { RawStudy } from "./raw-study-file.ts";
import {
  itemMeasureIds,
  type Measurable,
  measurables,
  type StudyBy,
  type StudyScope,
} from "./raw-study-measurables.ts";

export interface StudyOptions {
  /** Which measures; the study's own, or all that apply, when there are none. */
  measures: readonly string[];
  by: StudyBy | null;
  /** How often cases are drawn anew for an interval, and by which seed; no interval without. */
  bootstrap: { rounds: number; seed: number } | null;
}

/** One measure's value over a study, with all that a reader needs to know of it. */
export type StudyFigure = StudyScope & {
  id: string;
  value: number | null;
  /** Why there is no value. */
  undefined: UndefinedReason | null;
  observed: number | null;
  expected: number | null;
  n: number;
  ci: readonly [number, number] | null;
  /** Why there is no interval, where one was asked for. */
  ciUndefined: IntervalUndefined | null;
  assumes: string;
  leftOut: readonly { what: string; count: number }[];
  /** The value of each item, null for one that was left out; only with measures of items. */
  items?: readonly (number | null)[];
};

export interface StudyAgreement {
  /** How many items there are, or units. */
  units: number;
  annotators: readonly string[];
  measures: readonly StudyFigure[];
}

/**
 * Measures agreement in a study.
 * @throws AppError "bad-file" when it asks for a measure that there is not or that needs what it lacks;
 * "wrong-use" when the options do.
 */
export function measureStudy(study: RawStudy, options: StudyOptions): StudyAgreement {
  const { coding, units, measure } = study;
  const asked = options.measures.length > 0 ? options.measures : measure === null ? [] : [measure];
  for (const id of asked) refuseUnknown(id, study);
  const ids = asked.length > 0 ? asked : itemMeasureIds;
  const found = ids.flatMap((id) => measurables(study, id, options.by, asked.length > 0));
  return {
    units: coding?.items.length ?? units?.continuum.units.length ?? 0,
    annotators: study.annotators,
    measures: found.map((one) => figureOf(one, study, options)),
  };
}

/** A name that there is not, or one that the study has nothing for. */
function refuseUnknown(id: string, { name, coding }: RawStudy): void {
  if (!itemMeasureIds.includes(id))
    throw new AppError(
      "bad-file",
      `${name}: there is no measure "${id}"; choose from ${itemMeasureIds.join(", ")}.`,
    );
  if (!coding)
    throw new AppError("bad-file", `${name}: ${id} is of items, and the study has none.`);
}

const noInterval = { ci: null, ciUndefined: null };

function figureOf(one: Measurable, study: RawStudy, { bootstrap }: StudyOptions): StudyFigure {
  const { id, of, assumes, leftOut, items } = one;
  return {
    ...{ id, ...of, ...shown(one.value()) },
    ...(bootstrap === null ? noInterval : intervalOf(one, study, bootstrap)),
    assumes,
    leftOut: leftOut === 0 ? [] : [{ what: "items with fewer than two values", count: leftOut }],
    ...(items ? { items } : {}),
  };
}

function shown(coefficient: Coefficient) {
  const { observed, expected, n } = coefficient;
  if (coefficient.defined)
    return { value: coefficient.value, undefined: null, observed, expected, n };
  return { value: null, undefined: coefficient.reason, observed, expected, n };
}

/** Cases are drawn anew, with all their items; where the study names none, each item is a case. */
function intervalOf(
  one: Measurable,
  { cases, coding }: RawStudy,
  { rounds, seed }: { rounds: number; seed: number },
): Pick<StudyFigure, "ci" | "ciUndefined"> {
  const caseOfItem = cases ?? coding?.items.map((_, at) => `${at}`) ?? [];
  const places = new Map([...new Set(caseOfItem)].map((name, at) => [name, at]));
  const caseAt = caseOfItem.map((name) => places.get(name) ?? 0);
  const values: (number | null)[] = [];
  for (const drawn of resamples(places.size, { seed, rounds })) {
    const value = one.value(caseAt.map((at) => drawn[at] ?? 0));
    values.push(value.defined ? value.value : null);
  }
  const interval = percentileInterval(values, places.size);
  if (!interval.defined) return { ci: null, ciUndefined: interval.reason };
  return { ci: [interval.low, interval.high], ciUndefined: null };
}
