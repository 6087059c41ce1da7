import { type Dissimilarity, positionalDissimilarity } from "./dissimilarity.ts";
import type { Continuum, Unit } from "./unit.ts";

/** The units of one continuum by annotator, each in the order of the text, ready to be compared. */
export interface Lanes {
  /** By annotator: units with a length, by begin, end and category. */
  units: Unit[][];
  /** How many units there are. */
  size: number;
  dissimilarity: Dissimilarity;
  /** Units of no length, which are left out. */
  empty: number;
  /** Units that the same annotator has once more with the same place and category, which are left out. */
  doubled: number;
}

/** An annotator's unit: whose, and its place in their lane. */
export interface UnitPlace {
  lane: number;
  place: number;
}

/** The order of annotators changes only the order of the lanes; units of one annotator can come in any. */
export function lanesOf(continuum: Continuum, dissimilarity: Dissimilarity): Lanes {
  const there = continuum.units.filter(({ begin, end }) => end > begin);
  const all = Array.from({ length: continuum.annotators }, (): Unit[] => []);
  for (const unit of there) all[unit.annotator]?.push(unit);
  const units = all.map((lane) => withoutDoubles(lane.sort(byPlace)));
  const size = units.reduce((sum, lane) => sum + lane.length, 0);
  const empty = continuum.units.length - there.length;
  return { units, size, dissimilarity, empty, doubled: there.length - size };
}

function withoutDoubles(lane: readonly Unit[]): Unit[] {
  return lane.filter((unit, place) => {
    const before = lane[place - 1];
    return before === undefined || byPlace(before, unit) !== 0;
  });
}

function byPlace(one: Unit, other: Unit): number {
  const apart = one.begin - other.begin || one.end - other.end;
  if (apart !== 0 || one.category === other.category) return apart;
  return one.category < other.category ? -1 : 1;
}

/** The combined dissimilarity of two units. */
export function dissimilarityOf(one: Unit, other: Unit, by: Dissimilarity): number {
  const position = positionalDissimilarity(one, other, by.deltaEmpty);
  return by.alpha * position + by.beta * categoryDissimilarity(one, other, by);
}

/** The categorical dissimilarity of two units, in steps of `deltaEmpty`. */
export function categoryDissimilarity(one: Unit, other: Unit, by: Dissimilarity): number {
  if (one.category === other.category) return 0;
  return (by.distance?.(one.category, other.category) ?? 1) * by.deltaEmpty;
}
