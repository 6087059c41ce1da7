import { z } from "zod";
import { AppError } from "../../errors.ts";
import { positionalDissimilarity } from "./dissimilarity.ts";
import { gammaOptions } from "./gamma-parameters.ts";

/** What this measure takes for granted, for whoever reads it. */
export const placePairsAssumes =
  "Two places differ by how far their begins and ends lie apart, by their lengths and squared; categories do not count.";

const Place = z.tuple([z.number(), z.number()]).refine(([begin, end]) => begin <= end);
const PlacePair = z.looseObject({ a: Place, b: Place });

/**
 * The positional dissimilarity of each pair of places, as studies have it under
 * "gamma-positional-dissimilarity"; null where neither has a length.
 * @param items objects with `a` and `b`, each a begin and an end.
 * @throws AppError "bad-file" for another shape.
 */
export function placePairs(
  items: readonly unknown[],
  parameters: unknown,
  name: string,
): (number | null)[] {
  const { deltaEmpty } = gammaOptions(parameters, [], name);
  return items.map((item, at) => {
    const read = PlacePair.safeParse(item);
    if (!read.success)
      throw new AppError(
        "bad-file",
        `${name}: item ${at + 1} has to have "a" and "b", each with a begin and an end after it.`,
      );
    const [a, b] = [placeOf(read.data.a), placeOf(read.data.b)];
    const isNowhere = a.begin === a.end && b.begin === b.end;
    return isNowhere ? null : positionalDissimilarity(a, b, deltaEmpty);
  });
}

const placeOf = ([begin, end]: readonly [number, number]) => ({ begin, end });
