import { AppError } from "../../errors.ts";
import { codedItems, type RawCoding } from "./items.ts";
import { type Parameters, placeOf, StudyRow } from "./schema.ts";
import { type RawUnits, unitsOf } from "./units.ts";

/** One study that somebody has as a file: what every annotator said of every item, or units on a continuum. */
export interface RawStudy {
  /** What sentences call it: the file, and the case where it has several. */
  name: string;
  id: string | null;
  annotators: readonly string[];
  /** What the study itself wants to be measured by. */
  measure: string | null;
  coding: RawCoding | null;
  /** Items that are no lists of values, as they are in the file. */
  places: readonly unknown[] | null;
  units: RawUnits | null;
  parameters: Parameters;
  /** The case that each item belongs to; null where each item is one of its own. */
  cases: readonly string[] | null;
}

/** What a study file holds: one study, or a list of them under whatever key. */
export interface StudyFile {
  shape: "one" | "list" | "cases";
  studies: { name: string; id: string | null; value: unknown }[];
}

/**
 * Takes a study file apart: one study, a list of them, or `{ "cases": [...] }`.
 * @throws AppError "bad-file" when it is none of these.
 */
export function studiesIn(value: unknown, file: string): StudyFile {
  if (Array.isArray(value)) return { shape: "list", studies: named(value, file) };
  if (!isObject(value))
    throw new AppError(
      "bad-file",
      `"${file}" is no study; it has to be an object with "items" or "units", or a list of these.`,
    );
  const isList = Array.isArray(value.cases) && !("items" in value) && !("units" in value);
  if (isList) return { shape: "cases", studies: named(value.cases as unknown[], file) };
  return { shape: "one", studies: [{ name: `"${file}"`, id: idOf(value), value }] };
}

function named(values: readonly unknown[], file: string): StudyFile["studies"] {
  if (values.length === 0)
    throw new AppError("bad-file", `"${file}" is an empty list; put studies into it.`);
  return values.map((value, at) => {
    const id = idOf(value);
    return { name: `"${file}", case ${id === null ? at + 1 : `"${id}"`}`, id, value };
  });
}

function idOf(value: unknown): string | null {
  return isObject(value) && typeof value.id === "string" ? value.id : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * Reads one study.
 * @throws AppError "bad-file" with what does not fit, and where.
 */
export function readStudy({ name, id, value }: StudyFile["studies"][number]): RawStudy {
  const read = StudyRow.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new AppError(
      "bad-file",
      `${name}: ${placeOf(issue?.path ?? [])} ${issue?.message ?? "is not as it should be"}.`,
    );
  }
  const row = read.data;
  if (!row.items && !row.units)
    throw new AppError(
      "bad-file",
      `${name} has neither "items" nor "units"; put what the annotators said into one of them.`,
    );
  const annotators = annotatorsOf(row, name);
  const coding = row.items ? codedItems(row, annotators.length, name) : null;
  return {
    ...{ name, id, annotators, coding, measure: row.measure ?? null },
    places: coding ? null : (row.items ?? null),
    units: row.units ? unitsOf(row, annotators, name) : null,
    parameters: row.params ?? {},
    cases: casesOf(row, name),
  };
}

/** Their names, or numbers from 1 where the study has none; those of units are as the units name them. */
function annotatorsOf(row: StudyRow, name: string): string[] {
  const given = Array.isArray(row.raters) ? row.raters : row.coders;
  const names = given ?? numbered(row, name);
  if (typeof row.raters === "number" && given && given.length !== row.raters)
    throw new AppError(
      "bad-file",
      `${name} has ${row.raters} raters and ${given.length} names of coders; correct one of them.`,
    );
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice !== undefined)
    throw new AppError("bad-file", `${name} has two raters named "${twice}"; name them apart.`);
  return names;
}

function numbered({ raters, items, units }: StudyRow, name: string): string[] {
  const inUnits = [...new Set(units?.map(({ rater }) => rater))];
  const [first] = items ?? [];
  const count =
    typeof raters === "number" ? raters : Array.isArray(first) ? first.length : inUnits.length;
  if (count === 0 && first !== undefined && !Array.isArray(first))
    throw new AppError(
      "bad-file",
      `${name}: item 1 has to be a list with one value a rater, null where there is none.`,
    );
  if (count === 0)
    throw new AppError("bad-file", `${name} has no raters; say how many there are under "raters".`);
  if (!units) return Array.from({ length: count }, (_, at) => `${at + 1}`);
  return withSilent(inUnits, count, name);
}

/** Those who marked units, and those who marked none: units number raters from 0, or name them. */
function withSilent(inUnits: readonly string[], count: number, name: string): string[] {
  const places = Array.from({ length: count }, (_, at) => `${at}`);
  if (inUnits.every((rater) => places.includes(rater))) return places;
  if (inUnits.length > count)
    throw new AppError(
      "bad-file",
      `${name} has units of ${inUnits.length} raters, and says that there are ${count}; correct one of them.`,
    );
  const silent = places.slice(inUnits.length).map((at) => `rater ${Number(at) + 1}`);
  return [...inUnits, ...silent];
}

function casesOf({ cases, items }: StudyRow, name: string): string[] | null {
  if (!cases) return null;
  if (cases.length === items?.length) return cases;
  throw new AppError(
    "bad-file",
    `${name} has ${cases.length} cases and ${items?.length ?? 0} items; "cases" has to name one case an item.`,
  );
}
