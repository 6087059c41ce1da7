import { compareTexts } from "../dataset/order.ts";
import { type Difference, type DifferenceType, differenceTypes, type Stage } from "./difference.ts";
import { fingerprintOfSet } from "./fingerprint.ts";

/** A difference's key: of its members' identifiers in any order. */
export function keyOf(stage: Stage, members: readonly string[]): string {
  return `${stage}-${fingerprintOfSet(members)}`;
}

/** The types in the order of their gravity; "agreed" for none. */
export function inGravity(types: ReadonlySet<DifferenceType>): DifferenceType[] {
  return types.size === 0 ? ["agreed"] : differenceTypes.filter((type) => types.has(type));
}

/** For sorting the differences of one stage. */
export function inReadingOrder(a: Difference, b: Difference): number {
  return a.start - b.start || a.end - b.end || compareTexts(a.key, b.key);
}
