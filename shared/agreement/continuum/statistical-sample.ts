import type { Random } from "../../random.ts";
import { spreadOf } from "../spread.ts";
import { normalRandom } from "./normal-random.ts";
import type { Unit } from "./unit.ts";

const shortest = 1e-6;

/**
 * A continuum by chance: how many units an annotator has, how long they are and how far apart are drawn
 * from normal distributions with the mean and deviation of the real ones, categories as often as they
 * are. Units lie one after another; where the real ones overlap, gaps below 0 make them do so too.
 * Source  pygamma-agreement's `StatisticalContinuumSampler`, by its documentation and behaviour.
 */
export function statisticalSample(
  lanes: readonly (readonly Unit[])[],
  begin: number,
  random: Random,
): Unit[] {
  const all = lanes.flat();
  const counts = spreadOf(lanes.map((lane) => lane.length));
  const lengths = spreadOf(all.map((unit) => unit.end - unit.begin));
  const gaps = spreadOf(gapsOf(lanes, begin));
  const units: Unit[] = [];
  for (const annotator of lanes.keys()) {
    const drawn = Math.abs(Math.trunc(normalRandom(random, counts.mean, counts.deviation)));
    // The first one draws a unit in any case, so that the continuum is never empty.
    const count = units.length === 0 ? Math.max(1, drawn) : drawn;
    let at = begin;
    for (let number = 0; number < count; number += 1) {
      const start = at + normalRandom(random, gaps.mean, gaps.deviation);
      const length = Math.abs(normalRandom(random, lengths.mean, lengths.deviation));
      at = start + Math.max(length, shortest);
      const { category } = all[random.below(all.length)] ?? { category: "" };
      units.push({ annotator, category, begin: start, end: at });
    }
  }
  return units;
}

/** From each unit to the next of its annotator, from the beginning to the first, and one of 0. */
function gapsOf(lanes: readonly (readonly Unit[])[], begin: number): number[] {
  const gaps = [0];
  for (const lane of lanes)
    for (const [place, unit] of lane.entries()) {
      const before = lane[place - 1]?.end ?? begin;
      if (place > 0 || unit.begin > begin) gaps.push(unit.begin - before);
    }
  return gaps;
}
