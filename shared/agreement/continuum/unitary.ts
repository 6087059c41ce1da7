import { AppError } from "../../errors.ts";
import { undefinedSentences } from "../undefined-sentences.ts";
import { dissimilarityOf, type Lanes, type UnitPlace } from "./lanes.ts";
import { type NearUnit, nearUnits } from "./near-units.ts";

/** Units that are taken for the same, at most one of each lane, in the order of the lanes. */
export interface Unitary {
  units: UnitPlace[];
  /** The mean dissimilarity over all pairs of lanes; a lane without a unit differs by `deltaEmpty`. */
  disorder: number;
}

/**
 * A unitary alignment of two or more units, and what it saves against leaving each alone, with a trace
 * more for each unit that joins: where two alignments are equally good, units go together.
 */
export interface Candidate extends Unitary {
  gain: number;
}

/** What a unit that joins counts for between equally good alignments, in steps of `deltaEmpty`. */
export const trace = 1e-9;

const pairsOf = (lanes: number) => (lanes * (lanes - 1)) / 2;

/**
 * All unitary alignments of two or more units that a best alignment can need. One that costs more than
 * its units in two smaller ones can be done without, of which the paper's cut (more than one
 * `deltaEmpty` for each lane) is the case that every unit stands alone.
 * @throws AppError "bad-input" when there are too many to go through.
 */
export function candidatesOf(lanes: Lanes): Candidate[] {
  const growing: Growing = {
    lanes,
    mostOfUnit: (pairsOf(lanes.units.length) * (1 + trace) + lanes.units.length - 1) * delta(lanes),
    candidates: [],
    near: lanes.units.map(() => []),
    ways: 0,
  };
  for (const lane of lanes.units.keys()) growFrom(lane, growing);
  return growing.candidates;
}

interface Growing {
  lanes: Lanes;
  /** What a unit may differ from all others together; at this, it is better left alone. */
  mostOfUnit: number;
  candidates: Candidate[];
  /** Of the lane that is grown from: for each later lane, the units near each of its units. */
  near: NearUnit[][][];
  /** How many groups of units have been looked at. */
  ways: number;
}

/** Where units lie on each other by the hundred, there are ways without end; this many take some seconds. */
const mostWays = 3_000_000;

/** So many take a second to find, some more to choose from, and all of that for every sample. */
const mostCandidates = 200_000;

interface Member extends UnitPlace {
  /** Its dissimilarities from the members before it. */
  from: number[];
  /** The sum of its dissimilarities from all other members. */
  sum: number;
}

const delta = ({ dissimilarity }: Lanes) => dissimilarity.deltaEmpty;

function growFrom(lane: number, growing: Growing): void {
  const { lanes, mostOfUnit } = growing;
  growing.near = lanes.units.map((_, other) =>
    other > lane ? nearUnits(lanes, lane, other, mostOfUnit) : [],
  );
  for (const place of lanes.units[lane]?.keys() ?? [])
    grow([{ lane, place, from: [], sum: 0 }], growing);
}

/** Adds units of later lanes that are near the first member and not too far from all. */
function grow(members: readonly Member[], growing: Growing): void {
  const [first] = members;
  const from = (members.at(-1)?.lane ?? 0) + 1;
  if (first === undefined) return;
  for (let lane = from; lane < growing.lanes.units.length; lane += 1)
    for (const near of growing.near[lane]?.[first.place] ?? []) {
      countWay(growing);
      const more = joined(members, { lane, place: near.place }, growing);
      if (more === null) continue;
      keep(more, growing);
      grow(more, growing);
    }
}

function countWay(growing: Growing): void {
  growing.ways += 1;
  if (growing.ways > mostWays) throw new TooManyWays();
}

/** Thrown where units lie on each other so much that alignments cannot all be gone through. */
export class TooManyWays extends AppError {
  constructor() {
    super("bad-input", undefinedSentences["too-many-ways"]);
  }
}

/** The members with one more; null when one then differs too much from the others together. */
function joined(
  members: readonly Member[],
  unit: UnitPlace,
  { lanes, mostOfUnit }: Growing,
): Member[] | null {
  const from = members.map((member) => between(member, unit, lanes));
  const more = members.map((member, place) => ({
    ...member,
    sum: member.sum + (from[place] ?? 0),
  }));
  more.push({ ...unit, from, sum: from.reduce((sum, one) => sum + one, 0) });
  return more.every(({ sum }) => sum < mostOfUnit) ? more : null;
}

/** How much the units of two places differ. */
function between(one: UnitPlace, other: UnitPlace, lanes: Lanes): number {
  const a = lanes.units[one.lane]?.[one.place];
  const b = lanes.units[other.lane]?.[other.place];
  if (a === undefined || b === undefined) throw new Error("There is no unit at that place.");
  return dissimilarityOf(a, b, lanes.dissimilarity);
}

function keep(members: readonly Member[], { lanes, candidates }: Growing): void {
  if (isBetterInTwo(members, lanes)) return;
  const pairs = pairsOf(lanes.units.length);
  const sum = members.reduce((all, one) => all + one.sum, 0) / 2;
  const disorder = (sum + (pairs - pairsOf(members.length)) * delta(lanes)) / pairs;
  const gain = (members.length + (members.length - 1) * trace) * delta(lanes) - disorder;
  if (gain <= 0) return;
  if (candidates.length === mostCandidates) throw new TooManyWays();
  candidates.push({ units: members.map(({ lane, place }) => ({ lane, place })), disorder, gain });
}

/** Whether two alignments of some of the members cost less than all of them in one. */
function isBetterInTwo(members: readonly Member[], lanes: Lanes): boolean {
  const pairs = pairsOf(lanes.units.length);
  const size = members.length;
  for (let split = 1; split < 2 ** (size - 1); split += 1) {
    let [across, ones] = [0, 0];
    for (const [place, member] of members.entries()) {
      if (hasBit(split, place)) ones += 1;
      across += sumWhere(member.from, (other) => hasBit(split, place) !== hasBit(split, other));
    }
    if (across > (pairs * (1 + trace) + ones * (size - ones)) * delta(lanes)) return true;
  }
  return false;
}

const hasBit = (bits: number, place: number) => ((bits >> place) & 1) === 1;

function sumWhere(numbers: readonly number[], where: (place: number) => boolean): number {
  return numbers.reduce((sum, one, place) => (where(place) ? sum + one : sum), 0);
}
