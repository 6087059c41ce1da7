import type { Random } from "../../random.ts";
import { spreadOf } from "../spread.ts";
import type { Continuum, Unit } from "./unit.ts";

const mostTries = 100;

/**
 * A continuum by chance: for each annotator, the units of an annotator drawn at random, moved on by a
 * random distance, what then begins after the end coming back at the beginning. No two distances are
 * closer than half the mean length of a unit, so that nobody is moved with another; where there is no
 * room for that, any will do.
 * Source  Mathet, Widlöcher and Métivier (2015), section 5.2.1.
 * Deviations  half the mean length, where the paper has all of it, as in its authors' program and in
 *         pygamma-agreement, whose figures are the published ones. Distances are near each other round
 *         the end as well, and whole numbers where all units begin at such.
 */
export function shuffledSample(
  lanes: readonly (readonly Unit[])[],
  { begin, end }: Pick<Continuum, "begin" | "end">,
  random: Random,
): Unit[] {
  const all = lanes.flat();
  const length = end - begin;
  const drawing: Drawing = {
    length,
    closest: spreadOf(all.map((unit) => unit.end - unit.begin)).mean / 2,
    isWhole: all.every((unit) => Number.isInteger(unit.begin)),
    random,
  };
  const distances: number[] = [];
  return lanes.flatMap((_, annotator) => {
    const distance = drawDistance(distances, drawing);
    distances.push(distance);
    const lane = lanes[random.below(lanes.length)] ?? [];
    return lane.map((unit) => moved(unit, annotator, distance, end, length));
  });
}

interface Drawing {
  length: number;
  /** How near two distances may be. */
  closest: number;
  isWhole: boolean;
  random: Random;
}

function drawDistance(others: readonly number[], drawing: Drawing): number {
  let distance = 0;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const drawn = drawing.random.next() * drawing.length;
    distance = drawing.isWhole ? Math.floor(drawn) : drawn;
    if (others.every((other) => apart(distance, other, drawing.length) >= drawing.closest)) break;
  }
  return distance;
}

function apart(one: number, other: number, length: number): number {
  const direct = Math.abs(one - other);
  return Math.min(direct, length - direct);
}

function moved(unit: Unit, annotator: number, by: number, end: number, length: number): Unit {
  const on = unit.begin + by < end ? by : by - length;
  return { ...unit, annotator, begin: unit.begin + on, end: unit.end + on };
}
