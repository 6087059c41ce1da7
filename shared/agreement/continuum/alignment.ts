import { heaviestMatching } from "../assignment.ts";
import type { Lanes, UnitPlace } from "./lanes.ts";
import { nearUnits } from "./near-units.ts";
import { type Choice, type Packing, packInOrder, type Solver } from "./packing.ts";
import { type Candidate, candidatesOf, TooManyWays, trace, type Unitary } from "./unitary.ts";
import { worthwhile } from "./worthwhile.ts";

/** Every unit in one unitary alignment. */
export interface Alignment {
  unitary: Unitary[];
  /** The sum of their disorders; by the mean number of units of a lane, the disorder of the whole. */
  disorder: number;
}

/**
 * The alignment of least disorder, exact: for two lanes an assignment problem, for more an integer
 * program in parts that have no candidate in common, each solved place by place or, where that has too
 * many states, by `solve`. Where two are equally good, units go together.
 * @throws AppError "bad-input" when units lie on each other so much that this takes too long.
 * Source  Mathet, Widlöcher and Métivier (2015), section 5.1.
 */
export function bestAlignment(lanes: Lanes, solve: Solver): Alignment {
  const chosen = lanes.units.length === 2 ? bestPairs(lanes) : bestGroups(lanes, solve);
  const unitary = [...chosen, ...leftAlone(lanes, chosen)];
  return { unitary, disorder: unitary.reduce((sum, { disorder }) => sum + disorder, 0) };
}

function bestPairs(lanes: Lanes): Unitary[] {
  const alone = (2 + trace) * lanes.dissimilarity.deltaEmpty;
  const near = nearUnits(lanes, 0, 1, alone);
  const edges = near.flatMap((units, row) =>
    units.map(({ place, dissimilarity }) => ({
      ...{ row, column: place, weight: alone - dissimilarity },
    })),
  );
  const columns = heaviestMatching(near.length, lanes.units[1]?.length ?? 0, edges);
  return near.flatMap((units, row) => {
    const edge = units.find(({ place }) => place === columns[row]);
    if (edge === undefined) return [];
    const both = [
      { lane: 0, place: row },
      { lane: 1, place: edge.place },
    ];
    return [{ units: both, disorder: edge.dissimilarity }];
  });
}

function leftAlone({ units, dissimilarity }: Lanes, chosen: readonly Unitary[]): Unitary[] {
  const aligned = units.map((lane) => new Uint8Array(lane.length));
  for (const { lane, place } of chosen.flatMap((one) => one.units))
    aligned[lane]?.fill(1, place, place + 1);
  return units.flatMap((lane, number) =>
    [...lane.keys()]
      .filter((place) => aligned[number]?.[place] === 0)
      .map((place) => ({
        units: [{ lane: number, place }],
        disorder: dissimilarity.deltaEmpty,
      })),
  );
}

function bestGroups(lanes: Lanes, solve: Solver): Candidate[] {
  return partsOf(lanes, candidatesOf(lanes)).flatMap((part) => {
    const whole = packingOf(lanes, part);
    const kept = worthwhile(whole);
    const choices = kept.flatMap((choice) => whole.choices[choice] ?? []);
    const packing = { places: whole.places, choices };
    const chosen = packInOrder(packing) ?? askSolver(packing, solve);
    return chosen.flatMap((choice) => part[kept[choice] ?? -1] ?? []);
  });
}

/** A part of so many candidates takes the solver some ten seconds. */
const mostChoices = 50_000;

function askSolver(packing: Packing, solve: Solver): number[] {
  if (packing.choices.length > mostChoices) throw new TooManyWays();
  return solve(packing);
}

/** Candidates that have a unit in common, directly or by others, are in one part. */
function partsOf(lanes: Lanes, candidates: readonly Candidate[]): Candidate[][] {
  const firsts = firstOfEachLane(lanes);
  const parents = Int32Array.from({ length: lanes.size }, (_, unit) => unit);
  const number = ({ lane, place }: UnitPlace) => (firsts[lane] ?? 0) + place;
  const root = (unit: number): number => {
    let at = unit;
    for (let up = parents[at] ?? at; up !== at; up = parents[at] ?? at) {
      parents[at] = parents[up] ?? up;
      at = up;
    }
    return at;
  };
  const rootOf = ({ units }: Candidate) => root(units[0] === undefined ? 0 : number(units[0]));
  for (const candidate of candidates)
    for (const unit of candidate.units) parents[root(number(unit))] = rootOf(candidate);
  return [...Map.groupBy(candidates, rootOf).values()];
}

function firstOfEachLane({ units }: Lanes): number[] {
  let next = 0;
  return units.map((lane) => {
    const first = next;
    next += lane.length;
    return first;
  });
}

/** A part's units in the order of the text, so that the places of a choice lie near each other. */
function packingOf(lanes: Lanes, part: readonly Candidate[]): Packing {
  const keyOf = ({ lane, place }: UnitPlace) => `${lane} ${place}`;
  const units = new Map(part.flatMap((one) => one.units).map((unit) => [keyOf(unit), unit]));
  const middle = ({ lane, place }: UnitPlace) => {
    const unit = lanes.units[lane]?.[place];
    return unit === undefined ? 0 : unit.begin + unit.end;
  };
  const sorted = [...units.values()].sort(
    (a, b) => middle(a) - middle(b) || a.lane - b.lane || a.place - b.place,
  );
  const places = new Map(sorted.map((unit, place) => [keyOf(unit), place]));
  const choices = part.map(
    ({ units, gain }): Choice => ({
      places: units.map((unit) => places.get(keyOf(unit)) ?? 0).sort((a, b) => a - b),
      gain,
    }),
  );
  return { places: sorted.length, choices };
}
