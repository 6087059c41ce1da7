import { type Distance, nominal } from "./distance.ts";
import {
  bipolar,
  circular,
  gwetOrdinal,
  interval,
  krippendorffOrdinal,
  linear,
  quadratic,
  radical,
  rankSteps,
  ratio,
  squaredRankSteps,
} from "./distances.ts";
import { setDistances } from "./set-distance.ts";

/** By the names that papers and programs give them. */
const distances: Record<string, Distance> = {
  ...{ nominal, identity: nominal, unweighted: nominal, ordinal: gwetOrdinal },
  ...{ interval, ratio, linear, quadratic, equal: rankSteps, squared: squaredRankSteps },
  ...{ radical, circular, bipolar, ...setDistances },
};

export const distanceNames: readonly string[] = [...Object.keys(distances), "custom"];

/** A distance by its name, which for ordinal is another one in alpha; null for a name that there is not. */
export function namedDistance(name: string, measure: string): Distance | null {
  if (name === "ordinal" && measure === "krippendorff-alpha") return krippendorffOrdinal;
  return Object.hasOwn(distances, name) ? (distances[name] ?? null) : null;
}
