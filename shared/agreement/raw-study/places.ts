import { AppError } from "../../errors.ts";
import { noInterval } from "../bootstrap.ts";
import { meanOfItems } from "../coding/item-measures.ts";
import { undefinedFor } from "../coefficient.ts";
import { placePairs, placePairsAssumes } from "../continuum/place-pairs.ts";
import { type StudyFigure, shown } from "./figure.ts";
import type { RawStudy } from "./file.ts";

export const placesMeasure = "gamma-positional-dissimilarity";

/**
 * Gamma's positional dissimilarity of each pair of places, and the mean of all.
 * @throws AppError "bad-file" for items of another kind.
 */
export function placesFigure({ name, places, parameters, annotators }: RawStudy): StudyFigure {
  if (!places)
    throw new AppError("bad-file", `${name}: ${placesMeasure} needs items of two places each.`);
  const values = placePairs(places, parameters, name);
  const mean =
    annotators.length === 2
      ? meanOfItems(values, { raters: 2, categories: [] })
      : undefinedFor("two-annotators-only", 0);
  const count = values.filter((value) => value === null).length;
  return {
    ...{ id: placesMeasure, scope: "all", ...shown(mean), ...noInterval },
    assumes: placePairsAssumes,
    leftOut: count === 0 ? [] : [{ what: "items with two places of no length", count }],
    items: values,
  };
}
