import { AppError } from "../../errors.ts";
import type { Continuum, Unit } from "../continuum/unit.ts";
import type { StudyRow } from "./schema.ts";

export interface RawUnits {
  continuum: Continuum;
  /** Whether the study says where its continuum begins and ends; else it is from the first unit to the last. */
  declared: boolean;
}

/**
 * A study's units with its annotators by their places.
 * @throws AppError "bad-file" for a unit that ends before it begins, lies outside, or is of nobody.
 */
export function unitsOf(row: StudyRow, annotators: readonly string[], name: string): RawUnits {
  const units = (row.units ?? []).map((unit, at) => unitAt(unit, at, annotators, name));
  const given = row.continuum ?? null;
  const begin = given?.begin ?? lowest(units);
  const end =
    given?.end ?? (typeof given?.length === "number" ? begin + given.length : highest(units));
  const outside = units.findIndex((unit) => unit.begin < begin || unit.end > end);
  if (outside >= 0)
    throw new AppError(
      "bad-file",
      `${name}: unit ${outside + 1} lies outside the continuum from ${begin} to ${end}; correct one of them.`,
    );
  const declared = given !== null && (given.end ?? given.length ?? null) !== null;
  return { continuum: { begin, end, annotators: annotators.length, units }, declared };
}

function unitAt(
  unit: NonNullable<StudyRow["units"]>[number],
  at: number,
  annotators: readonly string[],
  name: string,
): Unit {
  const { rater, category, begin, end } = unit;
  const bad = (what: string) => new AppError("bad-file", `${name}: unit ${at + 1} ${what}.`);
  if (begin === null || end === null)
    throw bad('has no place; give it "begin" and "end", or "offset" and "length"');
  if (end < begin) throw bad(`ends at ${end}, before it begins at ${begin}`);
  const annotator = annotators.indexOf(rater);
  if (annotator < 0) throw bad(`is of "${rater}", who is not among the raters`);
  return { annotator, category, begin, end };
}

function lowest(units: readonly Unit[]): number {
  return units.reduce((least, { begin }) => Math.min(least, begin), units[0]?.begin ?? 0);
}

function highest(units: readonly Unit[]): number {
  return units.reduce((most, { end }) => Math.max(most, end), units[0]?.end ?? 0);
}
