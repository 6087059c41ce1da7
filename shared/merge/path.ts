/** That one thing was made of another. */
export interface Edge {
  from: string;
  to: string;
}

/** One edge of a way, and whether it is gone from its start to its end. */
export interface Hop<One extends Edge> {
  edge: One;
  isForward: boolean;
}

/** The shortest way from one to another along edges in either direction; null where there is none. */
export function pathBetween<One extends Edge>(
  edges: readonly One[],
  from: string,
  to: string,
): Hop<One>[] | null {
  const came = new Map<string, Hop<One> | null>([[from, null]]);
  let reached = [from];
  while (!came.has(to) && reached.length > 0)
    reached = reached.flatMap((at) => beyond(edges, at, came));
  return came.has(to) ? wayTo(to, came) : null;
}

/** Where one gets from a place by one edge for the first time. */
function beyond<One extends Edge>(
  edges: readonly One[],
  at: string,
  came: Map<string, Hop<One> | null>,
): string[] {
  return edges.flatMap((edge) => {
    const isForward = edge.from === at;
    if (!isForward && edge.to !== at) return [];
    const next = isForward ? edge.to : edge.from;
    if (came.has(next)) return [];
    came.set(next, { edge, isForward });
    return [next];
  });
}

function wayTo<One extends Edge>(
  to: string,
  came: ReadonlyMap<string, Hop<One> | null>,
): Hop<One>[] {
  const way: Hop<One>[] = [];
  for (let hop = came.get(to); hop; hop = came.get(startOf(hop))) way.unshift(hop);
  return way;
}

const startOf = ({ edge, isForward }: Hop<Edge>) => (isForward ? edge.from : edge.to);

/** Whether one was made of another, or of what was made of it, and so on; nothing was made of itself. */
export function isMadeOf(edges: readonly Edge[], from: string, to: string): boolean {
  const found = new Set([from]);
  for (const one of found) for (const edge of edges) if (edge.from === one) found.add(edge.to);
  return from !== to && found.has(to);
}
