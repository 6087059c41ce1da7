import { type Edge, heaviestMatching, unmatched } from "../agreement/assignment.ts";
import { getOrMake } from "../get-or-make.ts";
import { unionOf } from "../union.ts";

/** That two things, by their numbers, may be the same, and how alike they are: above 0. */
export interface Likeness {
  a: number;
  b: number;
  weight: number;
}

/**
 * Components of at most so many things are aligned exactly; of two annotators' things, of any size. Larger ones
 * of three and more annotators are aligned annotator by annotator, each exactly against what the former ones
 * came to, which need not be the best of all.
 */
export const exactUpTo = 12;

/**
 * Puts the things of several annotators into groups with at most one thing of each, so that the likenesses of
 * all pairs within groups add up to the most. Nothing is put together that is not connected by likenesses.
 * @param annotatorOf of each thing; things are numbered annotator by annotator.
 * @returns the groups, each in the order of its things' numbers.
 */
export function align(annotatorOf: ArrayLike<number>, likenesses: readonly Likeness[]): number[][] {
  const groups: number[][] = [];
  for (const component of componentsOf(annotatorOf.length, likenesses)) {
    const { things } = component;
    if (things.length === 1 || haveOneEach(things, annotatorOf)) groups.push(things);
    else groups.push(...alignComponent(component, annotatorOf));
  }
  return groups;
}

interface Component {
  things: number[];
  likenesses: Likeness[];
}

function componentsOf(count: number, likenesses: readonly Likeness[]): Component[] {
  const { rootOf, join } = unionOf(count);
  for (const { a, b } of likenesses) join(a, b);
  const byRoot = new Map<number, Component>();
  const componentOf = (thing: number) =>
    getOrMake(byRoot, rootOf(thing), () => ({ things: [], likenesses: [] }));
  for (let thing = 0; thing < count; thing += 1) componentOf(thing).things.push(thing);
  for (const likeness of likenesses) componentOf(likeness.a).likenesses.push(likeness);
  return [...byRoot.values()];
}

/** All of them belong together then, since no likeness is below 0. */
function haveOneEach(things: readonly number[], annotatorOf: ArrayLike<number>): boolean {
  for (let at = 1; at < things.length; at += 1)
    if (annotatorOf[things[at] ?? 0] === annotatorOf[things[at - 1] ?? 0]) return false;
  return true;
}

function alignComponent(component: Component, annotatorOf: ArrayLike<number>): number[][] {
  const weights = weightsOf(component.likenesses);
  const one = annotatorByAnnotator(component.things, annotatorOf, weights);
  const annotators = new Set(component.things.map((thing) => annotatorOf[thing])).size;
  if (annotators === 2 || component.things.length > exactUpTo) return one;
  return bestOfAll(component.things, annotatorOf, weights, one);
}

/** What each thing is like, and how much. */
type Weights = ReadonlyMap<number, ReadonlyMap<number, number>>;

function weightsOf(likenesses: readonly Likeness[]): Weights {
  const weights = new Map<number, Map<number, number>>();
  const of = (thing: number) => getOrMake(weights, thing, () => new Map<number, number>());
  for (const { a, b, weight } of likenesses) {
    of(a).set(b, weight);
    of(b).set(a, weight);
  }
  return weights;
}

/** What a thing would add to a group. */
function gainOf(thing: number, group: readonly number[], weights: Weights): number {
  const own = weights.get(thing);
  let gain = 0;
  if (own) for (const other of group) gain += own.get(other) ?? 0;
  return gain;
}

function annotatorByAnnotator(
  things: readonly number[],
  annotatorOf: ArrayLike<number>,
  weights: Weights,
): number[][] {
  const groups: number[][] = [];
  const groupOf = new Map<number, number>();
  for (const own of runsOf(things, annotatorOf)) {
    const columns = heaviestMatching(own.length, groups.length, edgesTo(own, groupOf, weights));
    for (const [row, thing] of own.entries()) {
      const column = columns[row] ?? unmatched;
      const at = column === unmatched ? groups.length : column;
      const group = groups[at];
      if (group) group.push(thing);
      else groups.push([thing]);
      groupOf.set(thing, at);
    }
  }
  return groups;
}

function edgesTo(own: readonly number[], groupOf: ReadonlyMap<number, number>, weights: Weights) {
  const edges: Edge[] = [];
  for (const [row, thing] of own.entries()) {
    const sums = new Map<number, number>();
    for (const [other, weight] of weights.get(thing) ?? []) {
      const column = groupOf.get(other);
      if (column !== undefined) sums.set(column, (sums.get(column) ?? 0) + weight);
    }
    for (const [column, weight] of sums) edges.push({ row, column, weight });
  }
  return edges;
}

/** The things annotator by annotator. */
function runsOf(things: readonly number[], annotatorOf: ArrayLike<number>): number[][] {
  return [...Map.groupBy(things, (thing) => annotatorOf[thing] ?? 0).values()];
}

/** More than sums of the same numbers in another order may differ by. */
const hair = 1e-9;

/** Tries every way to group, leaving out those that cannot become better than the best so far. */
function bestOfAll(
  things: readonly number[],
  annotatorOf: ArrayLike<number>,
  weights: Weights,
  start: number[][],
): number[][] {
  const most = mostToCome(things, annotatorOf, weights);
  let best = start;
  let bestValue = start.reduce((sum, group) => sum + worthOf(group, weights), 0);
  const groups: number[][] = [];
  const place = (at: number, value: number) => {
    if (value + (most[at] ?? 0) <= bestValue + hair) return;
    const thing = things[at];
    if (thing === undefined) {
      best = groups.map((group) => [...group]);
      bestValue = value;
      return;
    }
    const isFree = (group: readonly number[]) =>
      group.every((other) => annotatorOf[other] !== annotatorOf[thing]);
    for (const group of groups.filter(isFree)) {
      // Even what is like none of them: a later thing may be like both.
      const gain = gainOf(thing, group, weights);
      group.push(thing);
      place(at + 1, value + gain);
      group.pop();
    }
    groups.push([thing]);
    place(at + 1, value);
    groups.pop();
  };
  place(0, 0);
  return best.flatMap((group) => connected(group, weights));
}

/** The parts of a group that no likeness connects; taking them apart is worth nothing. */
function connected(group: readonly number[], weights: Weights): number[][] {
  const parts: number[][] = [];
  for (const thing of group) {
    const isLike = (part: readonly number[]) => gainOf(thing, part, weights) > 0;
    const own = parts.filter(isLike);
    for (const part of own) parts.splice(parts.indexOf(part), 1);
    parts.push([...own.flat(), thing].sort((a, b) => a - b));
  }
  return parts;
}

function worthOf(group: readonly number[], weights: Weights): number {
  return group.reduce((sum, thing, at) => sum + gainOf(thing, group.slice(0, at), weights), 0);
}

/** The most that the things from each place on could still add: each the likest thing of each annotator before it. */
function mostToCome(
  things: readonly number[],
  annotatorOf: ArrayLike<number>,
  weights: Weights,
): number[] {
  const most = new Array<number>(things.length + 1).fill(0);
  for (let at = things.length - 1; at >= 0; at -= 1) {
    const likest = new Map<number, number>();
    const thing = things[at] ?? 0;
    for (const [other, weight] of weights.get(thing) ?? []) {
      const annotator = annotatorOf[other] ?? 0;
      if (other < thing) likest.set(annotator, Math.max(likest.get(annotator) ?? 0, weight));
    }
    most[at] = (most[at + 1] ?? 0) + [...likest.values()].reduce((sum, one) => sum + one, 0);
  }
  return most;
}
