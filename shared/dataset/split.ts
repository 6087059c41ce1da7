import { AppError } from "../errors.ts";
import { type Random, seededRandom } from "../random.ts";
import { fileNameOf } from "./layout.ts";
import { compareTexts } from "./order.ts";
import { finished } from "./steps.ts";
import { swapUnits } from "./swaps.ts";
import type { SplitUnit } from "./units.ts";

/** A part of a split: "train" and 80. Shares are of the cases, and only their ratio counts. */
export interface Part {
  name: string;
  share: number;
}

/** How many units are placed in one step. */
const stepLength = 200;

/** The part of each case, by the case's name. */
export type Assignment = Readonly<Record<string, string>>;

export interface SplitOptions {
  parts: readonly Part[];
  /** A whole number; the same seed gives the same split. */
  seed: number;
  /** What an earlier split said; these cases stay where they are. */
  frozen?: Assignment;
}

export interface Split {
  /** Every case of the units, in order. */
  assignment: Assignment;
  /** Cases that should be together and are not, since an earlier split has parted them. */
  torn: string[][];
}

/**
 * Shares out the cases: no unit is torn, every part gets nearly its share of the cases and of every
 * stratum. Without frozen cases a part's number of cases is off its share, which is rounded to whole
 * cases, by less than the cases of the largest unit. New cases join the part of what they are almost the
 * same as, and otherwise fill what a part lacks. The order of units and cases does not matter.
 * Source: Sechidis, Tsoumakas and Vlahavas (2011), On the stratification of multi-label data, with counts
 * in the place of yes and no, with parts that are full left out, and with swaps at the end (swaps.ts).
 * @throws AppError "bad-input" for parts without names, shares or difference, or a frozen part that is
 * no longer among them.
 */
export function splitCases(units: readonly SplitUnit[], options: SplitOptions): Split {
  return finished(splitSteps(units, options));
}

/** The same in short steps, so that others are answered in between. */
export function* splitSteps(
  units: readonly SplitUnit[],
  options: SplitOptions,
): Generator<void, Split> {
  const { parts, frozen = {} } = options;
  checkParts(parts, frozen);
  const { random, sorted } = mixedUnits(units, options.seed);
  yield;
  const filling = startFilling(sorted, parts);
  yield;
  const torn: string[][] = [];
  const free: SplitUnit[] = [];
  for (const unit of sorted) {
    const there = placesOf(unit, parts, frozen);
    if (there.size > 1) torn.push(unit.cases);
    if (there.size === 0) free.push(unit);
    else keep(filling, unit, frozen, mostUsed(there));
  }
  let left = stepLength;
  for (const unit of inOrder(free)) {
    place(filling, unit, bestPart(filling, unit, random.next));
    left -= 1;
    if (left > 0) continue;
    left = stepLength;
    yield;
  }
  yield* swapFree(filling, free, random);
  const entries = [...filling.assignment].sort(([a], [b]) => compareTexts(a, b));
  const byFirst = (a: string[], b: string[]) => compareTexts(a[0] ?? "", b[0] ?? "");
  return { assignment: Object.fromEntries(entries), torn: torn.sort(byFirst) };
}

/** Changes places of units that are not frozen, now that all are placed. */
function* swapFree(
  { parts, assignment }: Filling,
  free: readonly SplitUnit[],
  random: Random,
): Generator<void, void> {
  const byPart = Map.groupBy(free, ({ cases }) => assignment.get(cases[0] ?? ""));
  const swappable = parts.map(({ name, lacks }) => ({
    name,
    lacks,
    units: byPart.get(name) ?? [],
  }));
  const sums = new Map<string, number>();
  for (const { strata } of free)
    for (const [stratum, count] of Object.entries(strata))
      sums.set(stratum, (sums.get(stratum) ?? 0) + count);
  const weights = new Map(Array.from(sums, ([stratum, sum]) => [stratum, 1 / sum ** 2]));
  yield* swapUnits(swappable, weights, random);
  for (const { name, units } of swappable)
    for (const one of units.flatMap(({ cases }) => cases)) assignment.set(one, name);
}

function checkParts(parts: readonly Part[], frozen: Assignment): void {
  const names = new Set(parts.map(({ name }) => name));
  // As names of files, which some systems do not tell apart by upper and lower case.
  const files = new Set(parts.map(({ name }) => fileNameOf(name).toLowerCase()));
  const areShares = parts.every(({ share }) => Number.isFinite(share) && share > 0);
  if (parts.length === 0 || files.size < parts.length || names.has("") || !areShares)
    throw new AppError(
      "bad-input",
      "The parts of a split need different names and shares above 0; correct them.",
    );
  const gone = Object.values(frozen).find((name) => !names.has(name));
  if (gone !== undefined)
    throw new AppError(
      "bad-input",
      `The split was frozen with a part “${gone}”; keep a part of that name, or make a new split.`,
    );
}

/** In an order that depends on the seed and the names alone. */
function mixedUnits(units: readonly SplitUnit[], seed: number) {
  const random = seededRandom(seed, "split");
  const cases = units.map((unit) => ({ ...unit, cases: [...unit.cases].sort(compareTexts) }));
  const named = cases.sort((a, b) => compareTexts(a.cases[0] ?? "", b.cases[0] ?? ""));
  return { random, sorted: random.shuffled(named) };
}

/** What the parts have, and what they still lack. */
interface Filling {
  assignment: Map<string, string>;
  parts: {
    name: string;
    share: number;
    /** Cases that it still lacks; below 0 where it has too many. */
    room: number;
    /** What it still lacks of each stratum. */
    lacks: Map<string, number>;
  }[];
}

function startFilling(units: readonly SplitUnit[], parts: readonly Part[]): Filling {
  const whole = parts.reduce((sum, { share }) => sum + share, 0);
  const rooms = wholeShares(
    units.reduce((sum, { cases }) => sum + cases.length, 0),
    parts.map(({ share }) => share / whole),
  );
  const strata = new Map<string, number>();
  for (const unit of units)
    for (const [stratum, count] of Object.entries(unit.strata))
      strata.set(stratum, (strata.get(stratum) ?? 0) + count);
  return {
    assignment: new Map(),
    parts: parts.map(({ name, share }, at) => ({
      name,
      share: share / whole,
      room: rooms[at] ?? 0,
      lacks: new Map(Array.from(strata, ([key, count]) => [key, (count * share) / whole])),
    })),
  };
}

/** Whole numbers that add up to `count`, by the largest remainders; of the same, the first ones gain. */
export function wholeShares(count: number, shares: readonly number[]): number[] {
  // Rounded a little, so that 0.1 × 30 is 3 and not less by a hair.
  const exact = shares.map((share) => Math.round(share * count * 1e9) / 1e9);
  const floors = exact.map(Math.floor);
  const left = count - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = exact
    .map((one, at) => ({ at, remainder: one - Math.floor(one) }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  const gaining = new Set(byRemainder.slice(0, left).map(({ at }) => at));
  return floors.map((floor, at) => (gaining.has(at) ? floor + 1 : floor));
}

/** How many of a unit's cases are in each part already, in the order of the parts. */
function placesOf(
  { cases }: SplitUnit,
  parts: readonly Part[],
  frozen: Assignment,
): Map<string, number> {
  const places = parts.map(({ name }): [string, number] => [
    name,
    cases.filter((one) => Object.hasOwn(frozen, one) && frozen[one] === name).length,
  ]);
  return new Map(places.filter(([, count]) => count > 0));
}

function mostUsed(places: ReadonlyMap<string, number>): string {
  const most = Math.max(...places.values());
  return [...places].find(([, count]) => count === most)?.[0] ?? "";
}

/** The unit's frozen cases where they are, and its new ones in `part`. */
function keep(filling: Filling, unit: SplitUnit, frozen: Assignment, part: string): void {
  place(filling, unit, part);
  for (const one of unit.cases) {
    const stays = Object.hasOwn(frozen, one) ? frozen[one] : undefined;
    if (stays === undefined || stays === part) continue;
    filling.assignment.set(one, stays);
    for (const each of filling.parts)
      if (each.name === part) each.room += 1;
      else if (each.name === stays) each.room -= 1;
  }
}

function place(filling: Filling, unit: SplitUnit, name: string): void {
  for (const one of unit.cases) filling.assignment.set(one, name);
  const part = filling.parts.find((one) => one.name === name);
  if (!part) return;
  part.room -= unit.cases.length;
  for (const [stratum, count] of Object.entries(unit.strata))
    part.lacks.set(stratum, (part.lacks.get(stratum) ?? 0) - count);
}

/** The unit that is to be placed next, and for which stratum; null for one that has none. */
interface Next extends SplitUnit {
  stratum: string | null;
}

/**
 * The units stratum by stratum, the one with the fewest units left first, since its units can be shared
 * out in few ways; within it those that have most of it, while the parts still have room.
 */
function* inOrder(units: readonly SplitUnit[]): Iterable<Next> {
  const left = new Map<string, Set<SplitUnit>>();
  for (const unit of units)
    for (const stratum of Object.keys(unit.strata)) {
      const of = left.get(stratum) ?? new Set();
      left.set(stratum, of.add(unit));
    }
  const placed = new Set<SplitUnit>();
  for (let stratum = rarest(left); stratum !== null; stratum = rarest(left)) {
    const amount = (unit: SplitUnit) => unit.strata[stratum ?? ""] ?? 0;
    const having = [...(left.get(stratum) ?? [])].sort((a, b) => amount(b) - amount(a));
    for (const unit of having) {
      yield { ...unit, stratum };
      placed.add(unit);
      for (const one of Object.keys(unit.strata)) left.get(one)?.delete(unit);
    }
  }
  // The largest first, so that small ones fill the gaps.
  const others = units.filter((unit) => !placed.has(unit));
  for (const unit of others.sort((a, b) => b.cases.length - a.cases.length))
    yield { ...unit, stratum: null };
}

function rarest(left: ReadonlyMap<string, ReadonlySet<SplitUnit>>): string | null {
  let found: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const [stratum, { size }] of left) {
    const isRarer = size < fewest || (size === fewest && found !== null && stratum < found);
    if (size > 0 && isRarer) [found, fewest] = [stratum, size];
  }
  return found;
}

/** Of the parts that the unit fits into, or else the emptiest, the one that lacks most of the stratum. */
function bestPart({ parts }: Filling, unit: Next, random: () => number): string {
  const most = Math.max(...parts.map(({ room }) => room));
  const least = Math.min(unit.cases.length, most);
  let best = parts.filter(({ room }) => room >= least);
  const { stratum } = unit;
  if (stratum !== null) best = greatest(best, ({ lacks }) => lacks.get(stratum) ?? 0);
  best = greatest(best, ({ room }) => room);
  return best[Math.floor(random() * best.length)]?.name ?? "";
}

/** Those with the greatest value, but for what computing loses. */
function greatest<One>(list: readonly One[], amountOf: (one: One) => number): One[] {
  const most = Math.max(...list.map(amountOf));
  return list.filter((one) => amountOf(one) >= most - 1e-9);
}
