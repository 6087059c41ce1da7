/** That a row may be matched with a column, and what that is worth: above 0. */
export interface Edge {
  row: number;
  column: number;
  weight: number;
}

/** What a row without a partner is matched with. */
export const unmatched = -1;

/**
 * The one-to-one matching of rows with columns whose weights add up to the most; rows and columns may stay
 * without a partner. Exact, never greedy: rows enter one by one, each by the path that costs the least. A
 * path goes only where edges lead, so that parts without an edge between them cost each other nothing.
 * Output  for each row its column, or `unmatched`. The same for the same edges in the same order.
 * Source  Jonker and Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear
 *         assignment problems, Computing 38; with a place of its own for each row to stay unmatched at.
 */
export function heaviestMatching(
  rows: number,
  columns: number,
  edges: readonly Edge[],
): Int32Array<ArrayBuffer> {
  const columnOf = new Int32Array(rows).fill(unmatched);
  const rest = withoutLone(rows, columns, edges, columnOf);
  if (rest.length === 0) return columnOf;
  const edgesOf: Edge[][] = Array.from({ length: rows }, () => []);
  for (const edge of rest) edgesOf[edge.row]?.push(edge);
  const search: Search = {
    edgesOf,
    columnOf,
    held: [],
    price: new Float64Array(columns),
    distance: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
    by: [],
    open: new Set(),
  };
  for (const [row, own] of edgesOf.entries()) if (own.length > 0) augment(search, row);
  return columnOf;
}

/** Matches rows and columns that have each other and nobody else; answers the edges of all others. */
function withoutLone(
  rows: number,
  columns: number,
  edges: readonly Edge[],
  columnOf: Int32Array,
): Edge[] {
  const ofRow = new Uint32Array(rows);
  const ofColumn = new Uint32Array(columns);
  for (const { row, column } of edges) {
    ofRow[row] = (ofRow[row] ?? 0) + 1;
    ofColumn[column] = (ofColumn[column] ?? 0) + 1;
  }
  return edges.filter(({ row, column }) => {
    const isLone = ofRow[row] === 1 && ofColumn[column] === 1;
    if (isLone) columnOf[row] = column;
    return !isLone;
  });
}

interface Search {
  edgesOf: readonly (readonly Edge[])[];
  columnOf: Int32Array<ArrayBuffer>;
  /** Of each column the edge that it is matched by. */
  held: (Edge | undefined)[];
  /** What a column costs besides; never above 0, and 0 while it is free. */
  price: Float64Array;
  /** Of the search for one row: how far the columns are, and by which edge. */
  distance: Float64Array;
  by: (Edge | undefined)[];
  /** Columns that were reached and not yet gone on from. */
  open: Set<number>;
}

/** Where a path may end: at a free column, or (null) where a row stays unmatched. */
interface End {
  distance: number;
  column: number | null;
  row: number;
}

function augment(search: Search, row: number): void {
  const { price, distance, open, held } = search;
  // The row itself may stay unmatched, at no cost.
  let end: End = { distance: 0, column: null, row };
  const closed: number[] = [];
  relax(search, row, 0);
  for (;;) {
    const column = nearest(search);
    const far = column === null ? Number.POSITIVE_INFINITY : distanceOf(search, column);
    if (column === null || far >= end.distance) break;
    const edge = held[column];
    if (edge === undefined) {
      end = { distance: far, column, row };
      break;
    }
    open.delete(column);
    closed.push(column);
    const base = far + edge.weight + (price[column] ?? 0);
    if (base < end.distance) end = { distance: base, column: null, row: edge.row };
    relax(search, edge.row, base);
  }
  for (const column of closed)
    price[column] = (price[column] ?? 0) + distanceOf(search, column) - end.distance;
  flip(search, row, end);
  for (const column of [...closed, ...open]) distance[column] = Number.POSITIVE_INFINITY;
  open.clear();
}

const distanceOf = ({ distance }: Search, column: number) =>
  distance[column] ?? Number.POSITIVE_INFINITY;

/** Reaches the columns that a row's edges lead to. What was closed is never nearer by another way. */
function relax(search: Search, row: number, base: number): void {
  const { price, distance, by, open } = search;
  for (const edge of search.edgesOf[row] ?? []) {
    const { column, weight } = edge;
    const far = base - weight - (price[column] ?? 0);
    const known = distanceOf(search, column);
    if (far >= known || (known < Number.POSITIVE_INFINITY && !open.has(column))) continue;
    distance[column] = far;
    by[column] = edge;
    open.add(column);
  }
}

function nearest(search: Search): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const column of search.open) {
    const far = distanceOf(search, column);
    if (far >= least) continue;
    least = far;
    best = column;
  }
  return best;
}

/** Goes the path back from its end: every row on it takes the column by which the path came. */
function flip({ columnOf, held, by }: Search, row: number, end: End): void {
  if (end.column === null && end.row === row) return;
  let at = end.column ?? columnOf[end.row] ?? unmatched;
  if (end.column === null) columnOf[end.row] = unmatched;
  for (;;) {
    const edge: Edge | undefined = by[at];
    if (edge === undefined) throw new Error(`no path leads to column ${at}`);
    const before = columnOf[edge.row] ?? unmatched;
    columnOf[edge.row] = at;
    held[at] = edge;
    if (edge.row === row) return;
    at = before;
  }
}
