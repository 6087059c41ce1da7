import { z } from "zod";

/** What an annotator says of an item. A number is finite: JSON has no other, and 1e999 is refused. */
const Label = z.union([z.string(), z.number()]);
export const Value = z.union(
  [Label, z.boolean().transform(String), z.array(Label)],
  "has to be a text, a number, or a list of these",
);

const number = z.number("has to be a number");
const text = z.string("has to be a text");
const name = z.union([z.string(), z.number().transform(String)], "has to be a text or a number");
const matrix = z.array(
  z.array(number, "has to be a list of numbers"),
  "has to be a list of rows of numbers",
);

const UnitRow = z
  .looseObject({
    rater: name,
    category: name,
    begin: number.nullish(),
    end: number.nullish(),
    offset: number.nullish(),
    length: number.nullish(),
  })
  .transform(({ rater, category, begin, end, offset, length }) => {
    const from = begin ?? offset ?? null;
    const to = end ?? (from === null || typeof length !== "number" ? null : from + length);
    return { rater, category, begin: from, end: to };
  });

/** What measures read of a study's parameters; a measure on a continuum has more of its own. */
export const Parameters = z.looseObject({
  metric: text.nullish(),
  weights: z
    .union([z.string(), matrix], "has to be a text, or a list of rows of numbers")
    .nullish(),
  categories_order: z.array(Value, "has to be a list of categories").nullish(),
  value_domain: z.array(Value, "has to be a list of categories").nullish(),
  distance_matrix: matrix.nullish(),
  weight_matrix: matrix.nullish(),
});

const ratersSay = "has to be how many there are, from 1, or a list of their names";

/** A study file's one study, before its items are held against its annotators. */
export const StudyRow = z.looseObject(
  {
    id: text.nullish(),
    measure: text.nullish(),
    raters: z
      .union([z.int(ratersSay).positive(ratersSay), z.array(name).min(1, ratersSay)], ratersSay)
      .nullish(),
    coders: z.array(name, "has to be a list of names").nullish(),
    categories: z.array(Value, "has to be a list of categories").nullish(),
    items: z.array(z.unknown(), "has to be a list of items").nullish(),
    units: z.array(UnitRow, "has to be a list of units").nullish(),
    continuum: z
      .looseObject({ begin: number.nullish(), length: number.nullish(), end: number.nullish() })
      .nullish(),
    params: Parameters.nullish(),
    cases: z.array(name, "has to be a list of names, one an item").nullish(),
  },
  "has to be an object with items or units",
);

export type StudyRow = z.output<typeof StudyRow>;
export type Parameters = z.output<typeof Parameters>;

/** Where in a study something is not as it should be, in words: item 3, the "rater" of unit 2. */
export function placeOf(path: readonly PropertyKey[]): string {
  const [first, second, ...rest] = path;
  if (first === undefined) return "it";
  if (typeof second !== "number") return `"${path.join(".")}"`;
  const one = `${String(first).replace(/s$/, "")} ${second + 1}`;
  return rest.length === 0 ? one : `"${rest.join(".")}" of ${one}`;
}
