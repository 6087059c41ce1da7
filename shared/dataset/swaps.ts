import type { Random } from "../random.ts";
import type { SplitUnit } from "./units.ts";

/** How often two units are tried in each other's place. */
const tries = 20_000;

/** How many tries make one step. */
const stepLength = 1000;

/** A part's units that may change places with another's. */
export interface Swappable {
  units: SplitUnit[];
  /** What the part lacks of each stratum; below 0 where it has too much. */
  lacks: Map<string, number>;
}

/**
 * Lets units with as many cases as each other change places between parts wherever that brings the
 * strata nearer to their shares: placing units one by one leaves what later ones cannot mend. Done in
 * short steps.
 * @param weights what one of each stratum counts: less where there is much of it.
 */
export function* swapUnits(
  parts: readonly Swappable[],
  weights: ReadonlyMap<string, number>,
  random: Random,
): Generator<void, void> {
  const filled = parts.filter(({ units }) => units.length > 0);
  if (filled.length < 2) return;
  for (let left = tries; left > 0; left -= 1) {
    const a = filled[random.below(filled.length)];
    const b = filled[random.below(filled.length)];
    if (a && b && a !== b) trySwap(a, b, weights, random);
    if (left % stepLength === 0) yield;
  }
}

function trySwap(
  a: Swappable,
  b: Swappable,
  weights: ReadonlyMap<string, number>,
  random: Random,
): void {
  const [atA, atB] = [random.below(a.units.length), random.below(b.units.length)];
  const [one, other] = [a.units[atA], b.units[atB]];
  if (!one || !other || one.cases.length !== other.cases.length) return;
  const changes = changesOf(one, other);
  let gain = 0;
  for (const [stratum, change] of changes) {
    const [ofA, ofB] = [a.lacks.get(stratum) ?? 0, b.lacks.get(stratum) ?? 0];
    const before = ofA ** 2 + ofB ** 2;
    const after = (ofA + change) ** 2 + (ofB - change) ** 2;
    gain += (before - after) * (weights.get(stratum) ?? 0);
  }
  // Not for a gain that is only what computing loses.
  if (gain <= 1e-9) return;
  a.units[atA] = other;
  b.units[atB] = one;
  for (const [stratum, change] of changes) {
    a.lacks.set(stratum, (a.lacks.get(stratum) ?? 0) + change);
    b.lacks.set(stratum, (b.lacks.get(stratum) ?? 0) - change);
  }
}

/** What the first one's part lacks more of each stratum when the second one takes its place. */
function changesOf(one: SplitUnit, other: SplitUnit): Map<string, number> {
  const changes = new Map(Object.entries(one.strata));
  for (const [stratum, count] of Object.entries(other.strata))
    changes.set(stratum, (changes.get(stratum) ?? 0) - count);
  return changes;
}
