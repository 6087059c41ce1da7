import type { SchemeChange } from "../scheme/rewrite-changes.ts";
import { type Edge, type Hop, isMadeOf, pathBetween } from "./path.ts";

/** How one scheme was made of another, both by the SHA-256 of their JSON. */
export interface SchemeEdge extends Edge {
  /** What annotations had to follow. */
  changes: SchemeChange[];
}

/**
 * What annotations of one scheme have to follow to be of another. Of changes that have to be taken
 * back only those count that gave another name; null where the schemes have nothing in common.
 */
export function changesBetween(
  edges: readonly SchemeEdge[],
  from: string,
  to: string,
): SchemeChange[] | null {
  if (from === to) return [];
  return pathBetween(edges, from, to)?.flatMap(changesAlong) ?? null;
}

function changesAlong({ edge, isForward }: Hop<SchemeEdge>): SchemeChange[] {
  return isForward ? edge.changes : edge.changes.toReversed().flatMap(takenBack);
}

function takenBack(change: SchemeChange): SchemeChange[] {
  if (change.do === "rename") {
    const { subject, to } = change;
    return [{ ...change, subject: { ...subject, name: to }, to: subject.name }];
  }
  if (change.do === "rename-choice") return [{ ...change, choice: change.to, to: change.choice }];
  return [];
}

/** Whether annotations after the change say just what the same annotations say before it. */
export const onlyNames = ({ do: what }: SchemeChange): boolean =>
  what === "rename" || what === "rename-choice" || what === "move";

/**
 * Whether a scheme only went on from the one that is here, so that it can be put in its place: not where
 * either was made of the other, as with one that somebody went back to.
 */
export const wentOn = (edges: readonly Edge[], here: string, there: string): boolean =>
  isMadeOf(edges, here, there) && !isMadeOf(edges, there, here);
