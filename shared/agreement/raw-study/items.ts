import { AppError } from "../../errors.ts";
import type { Category, CodedItem, Coding } from "../coefficient.ts";
import { type StudyRow, Value } from "./schema.ts";

export interface RawCoding {
  coding: Coding;
  items: readonly CodedItem[];
  /** Whether the study says which categories there are, and not only which were used. */
  declared: boolean;
}

/**
 * A study's items by place of category. Null where they are no lists of values, which some measures of
 * a continuum have.
 * @throws AppError "bad-file" for an item with too few or too many values, and for values that do not fit.
 */
export function codedItems(row: StudyRow, raters: number, name: string): RawCoding | null {
  const rows = row.items ?? [];
  if (rows.length > 0 && rows.every(isNoList)) return null;
  const items = rows.map((item, at) => valuesOf(item, at, raters, name));
  const given = row.params?.categories_order ?? row.params?.value_domain ?? row.categories ?? null;
  const declared = given === null ? null : distinct(given);
  const categories = declared ?? found(items);
  refuseLookalikes(categories, name);
  const places = new Map(categories.map((category, at) => [keyOf(category), at]));
  return {
    // Who lists the categories lists them in order; only measures of order look at it.
    coding: { raters, categories, ordered: declared !== null },
    items: items.map((item, at) => item.map((value) => placeIn(places, value, at, name))),
    declared: declared !== null,
  };
}

function isNoList(item: unknown): boolean {
  return typeof item === "object" && item !== null && !Array.isArray(item);
}

function valuesOf(item: unknown, at: number, raters: number, name: string): (Category | null)[] {
  if (!Array.isArray(item))
    throw new AppError(
      "bad-file",
      `${name}: item ${at + 1} has to be a list with one value a rater, null where there is none.`,
    );
  if (item.length !== raters)
    throw new AppError(
      "bad-file",
      `${name}: item ${at + 1} has ${item.length} ${item.length === 1 ? "value" : "values"} and there ${raters === 1 ? "is 1 rater" : `are ${raters} raters`}; give one value a rater, null where there is none.`,
    );
  return item.map((value, rater) => {
    if (value === null) return null;
    const read = Value.safeParse(value);
    if (read.success) return read.data;
    throw new AppError(
      "bad-file",
      `${name}: the value of rater ${rater + 1} in item ${at + 1} has to be a text, a number, a list of these, or null.`,
    );
  });
}

function placeIn(
  places: ReadonlyMap<string, number>,
  value: Category | null,
  at: number,
  name: string,
): number | null {
  if (value === null) return null;
  const place = places.get(keyOf(value));
  if (place !== undefined) return place;
  throw new AppError(
    "bad-file",
    `${name}: item ${at + 1} has the value ${JSON.stringify(value)}, which is not among the study's categories; add it there or correct the item.`,
  );
}

/** The same for the same category: a list is a set. */
function keyOf(category: Category): string {
  if (typeof category !== "object") return JSON.stringify(category);
  return JSON.stringify([...new Set(category)].map((one) => JSON.stringify(one)).sort());
}

function distinct(values: readonly Category[]): Category[] {
  return [...new Map(values.map((value) => [keyOf(value), value])).values()];
}

/** All categories that anybody used: numbers first by size, the others as their letters go. */
function found(items: readonly (Category | null)[][]): Category[] {
  const used = distinct(items.flat().filter((value) => value !== null));
  const numbers = used.filter((value) => typeof value === "number").sort((a, b) => a - b);
  const others = used.filter((value) => typeof value !== "number");
  others.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return [...numbers, ...others];
}

/** The number 1 and the text "1" would silently be two categories. */
function refuseLookalikes(categories: readonly Category[], name: string): void {
  const texts = new Set(categories.filter((category) => typeof category === "string"));
  const number = categories.find(
    (category) => typeof category === "number" && texts.has(`${category}`),
  );
  if (number === undefined) return;
  throw new AppError(
    "bad-file",
    `${name} has ${number} both as a number and as a text; write it in one way.`,
  );
}
