import { getOrMake } from "../../get-or-make.ts";
import { type Separated, type Stretch, separated } from "./separate-units.ts";
import type { Continuum, Unit } from "./unit.ts";

/** What one report adds to the sums of one category. */
interface AlphaUShare {
  /** The differences of all pairs of annotators, squared, in characters squared. */
  observed: number;
  /** The length of each unit, and of each gap between units, of every annotator. */
  units: number[];
  gaps: number[];
  empty: number;
  merged: number;
}

/** The shares of a report by category; a category that nobody used in it is missing. */
export type AlphaUShares = ReadonlyMap<string, AlphaUShare>;

export function sharesOf(continuum: Continuum): AlphaUShares {
  const byCategory = new Map<string, Unit[][]>();
  const fresh = () => Array.from({ length: continuum.annotators }, (): Unit[] => []);
  for (const unit of continuum.units)
    getOrMake(byCategory, unit.category, fresh)[unit.annotator]?.push(unit);
  return new Map(
    [...byCategory].map(([category, units]) => [
      category,
      shareOf(continuum, units.map(separated)),
    ]),
  );
}

function shareOf(continuum: Continuum, annotators: readonly Separated[]): AlphaUShare {
  const all = annotators.map(({ stretches }) => stretches);
  return {
    observed: differences(all),
    units: all.flatMap((one) => one.map(({ begin, end }) => end - begin)),
    gaps: all.flatMap((one) => gapsOf(one, continuum)),
    empty: total(annotators.map(({ empty }) => empty)),
    merged: total(annotators.map(({ merged }) => merged)),
  };
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

function differences(annotators: readonly Stretch[][]): number {
  let sum = 0;
  for (const [place, one] of annotators.entries())
    for (const other of annotators.slice(place + 1)) sum += difference(one, other);
  return sum;
}

/**
 * Units that overlap differ by the squares of how far their begins and their ends lie apart; one that
 * overlaps none of the other's, so lies in a gap of theirs, by the square of its length.
 */
function difference(one: readonly Stretch[], other: readonly Stretch[]): number {
  return overlapping(one, other) + alone(one, other) + alone(other, one);
}

function overlapping(one: readonly Stretch[], other: readonly Stretch[]): number {
  let sum = 0;
  let [i, j] = [0, 0];
  for (let a = one[i], b = other[j]; a && b; a = one[i], b = other[j]) {
    if (a.begin < b.end && b.begin < a.end) sum += (a.begin - b.begin) ** 2 + (a.end - b.end) ** 2;
    if (a.end <= b.end) i += 1;
    else j += 1;
  }
  return sum;
}

function alone(one: readonly Stretch[], other: readonly Stretch[]): number {
  let sum = 0;
  let next = 0;
  for (const { begin, end } of one) {
    while ((other[next]?.end ?? Number.POSITIVE_INFINITY) <= begin) next += 1;
    if ((other[next]?.begin ?? Number.POSITIVE_INFINITY) >= end) sum += (end - begin) ** 2;
  }
  return sum;
}

function gapsOf(stretches: readonly Stretch[], { begin, end }: Continuum): number[] {
  const gaps: number[] = [];
  let at = begin;
  for (const stretch of stretches) {
    if (stretch.begin > at) gaps.push(stretch.begin - at);
    at = stretch.end;
  }
  if (end > at) gaps.push(end - at);
  return gaps;
}
