import { reachOf } from "./dissimilarity.ts";
import { dissimilarityOf, type Lanes } from "./lanes.ts";
import type { Unit } from "./unit.ts";

/** A unit of another lane, and how much it differs. */
export interface NearUnit {
  place: number;
  dissimilarity: number;
}

/** For each unit of one lane, those of another that differ from it by less than `below`, in their order. */
export function nearUnits(lanes: Lanes, one: number, other: number, below: number): NearUnit[][] {
  const lane = lanes.units[other] ?? [];
  const reach = reachOf(lanes.dissimilarity, below);
  const longest = lane.reduce((most, { begin, end }) => Math.max(most, end - begin), 0);
  return (lanes.units[one] ?? []).map((unit) => {
    const far = reach * (unit.end - unit.begin + longest);
    const near: NearUnit[] = [];
    for (let place = firstFrom(lane, unit.begin - far); place < lane.length; place += 1) {
      const candidate = lane[place];
      if (candidate === undefined || candidate.begin > unit.begin + far) break;
      const dissimilarity = dissimilarityOf(unit, candidate, lanes.dissimilarity);
      if (dissimilarity < below) near.push({ place, dissimilarity });
    }
    return near;
  });
}

/** The first unit of a lane that begins at a place or after it. */
function firstFrom(lane: readonly Unit[], begin: number): number {
  let [low, high] = [0, lane.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lane[middle]?.begin ?? 0) < begin) low = middle + 1;
    else high = middle;
  }
  return low;
}
