import { getOrMake } from "../get-or-make.ts";

/** What became of the things of one label or kind from one release to the next. */
export interface Tally {
  added: number;
  removed: number;
  same: number;
  /** Of the same ones, those of which something else is other: attributes, note, codes. */
  changed: number;
}

/** By label or kind. */
export type Tallies = Map<string, Tally>;

export const tallyOf = (tallies: Tallies, name: string): Tally =>
  getOrMake(tallies, name, () => ({ added: 0, removed: 0, same: 0, changed: 0 }));

/** A thing of a release in words that do not depend on ids, which differ between releases. */
export interface Told {
  /** Its label or kind. */
  name: string;
  /** The same for what is the same thing in both releases. */
  key: string;
  /** The same where nothing of it has changed. */
  details: string;
}

/** What is no more, what is new, and what has changed. */
interface Difference<One> {
  gone: One[];
  come: One[];
  changed: [then: One, now: One][];
}

/** Counts what is the same and what has changed; what is left of either is not counted. */
export function compareThings<One extends Told>(
  tallies: Tallies,
  then: readonly One[],
  now: readonly One[],
): Difference<One> {
  // Of several that are the same thing, those without a change belong together.
  const exact = matched(then, now, ({ key, details }) => JSON.stringify([key, details]));
  const { pairs: changed, gone, come } = matched(exact.gone, exact.come, ({ key }) => key);
  for (const [{ name }] of [...exact.pairs, ...changed]) tallyOf(tallies, name).same += 1;
  for (const [{ name }] of changed) tallyOf(tallies, name).changed += 1;
  return { gone, come, changed };
}

/** Counts what is left as removed and added. */
export function countLeft(
  tallies: Tallies,
  { gone, come }: Pick<Difference<Told>, "gone" | "come">,
): void {
  for (const { name } of gone) tallyOf(tallies, name).removed += 1;
  for (const { name } of come) tallyOf(tallies, name).added += 1;
}

/** Things of both with the same key, each used once, and what is left of either. */
export function matched<One>(
  then: readonly One[],
  now: readonly One[],
  keyOf: (one: One) => string,
) {
  const waiting = Map.groupBy([...then].reverse(), keyOf);
  const pairs: [One, One][] = [];
  const come: One[] = [];
  for (const one of now) {
    const other = waiting.get(keyOf(one))?.pop();
    if (other) pairs.push([other, one]);
    else come.push(one);
  }
  return { pairs, gone: [...waiting.values()].flat(), come };
}
