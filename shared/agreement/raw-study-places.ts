import { z } from "zod";
import { AppError } from "../errors.ts";
import { undefinedFor } from "./coding/corrected.ts";
import { meanOfItems } from "./coding/item-measures.ts";
import { positionalDissimilarity } from "./continuum/dissimilarity.ts";
import { noInterval, type StudyFigure, shown } from "./raw-study-figure.ts";
import type { RawStudy } from "./raw-study-file.ts";

export const placesMeasure = "gamma-positional-dissimilarity";

const Place = z.tuple([z.number(), z.number()]).refine(([begin, end]) => end >= begin);
const Items = z.array(z.looseObject({ a: Place, b: Place }));
const Delta = z.looseObject({ delta_empty: z.number().positive().nullish() });

/**
 * Gamma's positional dissimilarity of pairs of places, each item `{ "a": [begin, end], "b": [begin, end] }`.
 * @throws AppError "bad-file" for items of another kind.
 */
export function placesFigure({ name, places, parameters, annotators }: RawStudy): StudyFigure {
  const items = Items.safeParse(places ?? []);
  const delta = Delta.safeParse(parameters);
  if (!items.success || !places)
    throw new AppError(
      "bad-file",
      `${name}: every item has to be like {"a": [begin, end], "b": [begin, end]} for ${placesMeasure}.`,
    );
  if (!delta.success)
    throw new AppError("bad-file", `${name}: "delta_empty" has to be a number above 0.`);
  const deltaEmpty = delta.data.delta_empty ?? 1;
  const values = items.data.map(({ a, b }) => valueOfPair(a, b, deltaEmpty));
  const mean =
    annotators.length === 2
      ? meanOfItems(values, { raters: 2, categories: [] })
      : undefinedFor("two-annotators-only", 0);
  return {
    ...{ id: placesMeasure, scope: "all", ...shown(mean), ...noInterval, leftOut: leftOut(values) },
    assumes: "It is a dissimilarity, 0 for the same place; the value is the mean of all items.",
    items: values,
  };
}

type Ends = z.output<typeof Place>;

/** Two places of no length have none by their lengths. */
function valueOfPair(a: Ends, b: Ends, deltaEmpty: number): number | null {
  if (a[0] === a[1] && b[0] === b[1]) return null;
  const [one, other] = [a, b].map(([begin, end]) => ({ begin, end }));
  return one && other ? positionalDissimilarity(one, other, deltaEmpty) : null;
}

function leftOut(values: readonly (number | null)[]): StudyFigure["leftOut"] {
  const count = values.filter((value) => value === null).length;
  return count === 0 ? [] : [{ what: "items with two places of no length", count }];
}
