import { sharedLength } from "../text/place.ts";
import type { Likeness } from "./align.ts";
import type { Placed } from "./compare-spans.ts";

/**
 * Puts groups together in which one annotator has one span where others have several of the same label: a
 * part must lie for the most part inside the whole, and beside the part that is aligned with it.
 */
export function joinSplit(
  groups: readonly number[][],
  all: readonly Placed[],
  likenesses: readonly Likeness[],
): number[][] {
  const joining: Joining = {
    groups,
    all,
    groupOf: groupsOf(groups, all.length),
    joined: new Map(),
    gone: new Set(),
  };
  for (const { a, b } of likenesses) {
    if (joining.groupOf[a] === joining.groupOf[b]) continue;
    tryToJoin(joining, a, b);
    tryToJoin(joining, b, a);
  }
  return groups.flatMap((group, at) =>
    joining.gone.has(at) ? [] : [(joining.joined.get(at) ?? group).toSorted((a, b) => a - b)],
  );
}

interface Joining {
  groups: readonly number[][];
  all: readonly Placed[];
  groupOf: Int32Array;
  /** What groups have become that took others in. */
  joined: Map<number, number[]>;
  /** Groups that were taken in. */
  gone: Set<number>;
}

function groupsOf(groups: readonly number[][], count: number): Int32Array {
  const groupOf = new Int32Array(count);
  for (const [at, group] of groups.entries()) for (const thing of group) groupOf[thing] = at;
  return groupOf;
}

function tryToJoin(joining: Joining, part: number, whole: number): void {
  const { groups, all, groupOf, joined, gone } = joining;
  const [from, to] = [groupOf[part] ?? 0, groupOf[whole] ?? 0];
  // Parts of parts stay as they are.
  if (gone.has(from) || gone.has(to) || joined.has(from)) return;
  const [own = [], other = []] = [groups[from], groups[to]];
  if (!arePartsOf(own, whole, other, all)) return;
  gone.add(from);
  joined.set(to, [...(joined.get(to) ?? other), ...own]);
}

/** Whether each of a group's spans is a part of the whole, as its annotator's span in the whole's group is. */
function arePartsOf(
  parts: readonly number[],
  whole: number,
  group: readonly number[],
  all: readonly Placed[],
): boolean {
  const one = all[whole];
  if (!one) return false;
  return parts.every((at) => {
    const part = all[at];
    const sibling = group.find((other) => all[other]?.annotator === part?.annotator);
    const beside = sibling === undefined ? undefined : all[sibling];
    if (!part || !beside || !isPart(part, one) || !isPart(beside, one)) return false;
    return sharedLength(part.place, beside.place) === 0;
  });
}

function isPart(part: Placed, whole: Placed): boolean {
  if (part.annotator === whole.annotator || part.span.label !== whole.span.label) return false;
  if (part.place.length >= whole.place.length) return false;
  return 2 * sharedLength(part.place, whole.place) > part.place.length;
}
