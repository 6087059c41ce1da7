import { getOrMake } from "../../get-or-make.ts";
import type { Alignment } from "./alignment.ts";
import { positionalDissimilarity } from "./dissimilarity.ts";
import { categoryDissimilarity, type Lanes, type UnitPlace } from "./lanes.ts";
import type { Unit } from "./unit.ts";

/** How much aligned units differ in category, weighted, and the sum of the weights. */
export interface CategorySums {
  differ: number;
  weight: number;
  /** How many pairs of units there are; without any, there is nothing to compare. */
  pairs: number;
  /** How many units there are; of one category, those that have it. */
  units: number;
}

/** Over all pairs, and for each category over those of which one unit has it. */
export interface AlignedCategories {
  all: CategorySums;
  byCategory: Map<string, CategorySums>;
}

export const noSums = (): CategorySums => ({ differ: 0, weight: 0, pairs: 0, units: 0 });

/**
 * The sums of gamma-cat. A pair of aligned units weighs less the farther they lie apart, and the more
 * units are aligned with them; a unit whose other annotator has none there weighs `deltaEmpty`, and
 * differs fully.
 */
export function alignedCategories({ unitary }: Alignment, lanes: Lanes): AlignedCategories {
  const sums: AlignedCategories = { all: noSums(), byCategory: new Map() };
  for (const { units } of unitary) {
    const there = units.map((place) => unitAt(place, lanes));
    addUnits(there, lanes, sums);
    addPairs(there, lanes, sums);
  }
  return sums;
}

function unitAt({ lane, place }: UnitPlace, lanes: Lanes): Unit {
  const unit = lanes.units[lane]?.[place];
  if (unit === undefined) throw new Error(`Lane ${lane} has no unit ${place}.`);
  return unit;
}

/** Counts the units, and for each the annotators who have none there. */
function addUnits(units: readonly Unit[], lanes: Lanes, sums: AlignedCategories): void {
  const delta = lanes.dissimilarity.deltaEmpty;
  const weight = (lanes.units.length - units.length) * delta;
  for (const { category } of units)
    add(sums, [category], { weight, differ: weight * delta, pairs: 0, units: 1 });
}

function addPairs(units: readonly Unit[], lanes: Lanes, sums: AlignedCategories): void {
  const by = lanes.dissimilarity;
  for (const [place, one] of units.entries())
    for (const other of units.slice(place + 1)) {
      const apart = by.alpha * positionalDissimilarity(one, other, by.deltaEmpty);
      const weight = Math.max(0, 1 - apart) / (units.length - 1);
      const { category } = one;
      const categories = category === other.category ? [category] : [category, other.category];
      const differ = weight * categoryDissimilarity(one, other, by);
      add(sums, categories, { weight, differ, pairs: 1, units: 0 });
    }
}

function add(sums: AlignedCategories, categories: readonly string[], more: CategorySums): void {
  addTo(sums.all, more);
  for (const one of categories) addTo(getOrMake(sums.byCategory, one, noSums), more);
}

/** Adds sums to others, `times` times. */
export function addTo(sums: CategorySums, more: CategorySums, times = 1): void {
  sums.weight += times * more.weight;
  sums.differ += times * more.differ;
  sums.pairs += times * more.pairs;
  sums.units += times * more.units;
}
