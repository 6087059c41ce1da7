/** What it brings to match a row with a column; more than 0. */
export interface Edge {
  column: number;
  gain: number;
}

interface State {
  rows: readonly (readonly Edge[])[];
  /** The column of each row and the row of each column, -1 for none. */
  columnOf: Int32Array;
  rowOf: Int32Array;
  /** Prices: no gain is above the prices of its row and its column, and those of a match are its gain. */
  rowPrice: Float64Array;
  columnPrice: Float64Array;
}

/**
 * The matching of rows and columns, at most one to one, whose gains add up to most: an assignment
 * problem, exact. Rows come in one by one, each by the shortest augmenting path under the prices so
 * far, so that few edges a row cost little whatever the number of rows.
 * Output  the column of each row, -1 for none. Of equally good matchings always the same one.
 * Source  Jonker and Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear
 *         assignment problems, Computing 38(4).
 */
export function bestMatching(rows: readonly (readonly Edge[])[], columns: number): Int32Array {
  const state: State = {
    rows,
    columnOf: new Int32Array(rows.length).fill(-1),
    rowOf: new Int32Array(columns).fill(-1),
    rowPrice: new Float64Array(rows.length),
    columnPrice: new Float64Array(columns),
  };
  for (const row of rows.keys()) bringIn(row, state);
  return state.columnOf;
}

interface Reached {
  distance: number;
  from: number;
  isSettled: boolean;
}

interface Search {
  columns: Map<number, Reached>;
  rows: { row: number; distance: number }[];
  /** Where the shortest path so far ends: with a row that stays without a column. */
  end: { row: number; distance: number };
}

function bringIn(row: number, state: State): void {
  state.rowPrice[row] = bestOffer(row, state);
  const search: Search = {
    columns: new Map(),
    rows: [],
    end: { row, distance: state.rowPrice[row] ?? 0 },
  };
  const free = shortestPath(row, state, search);
  const length = free === null ? search.end.distance : (search.columns.get(free)?.distance ?? 0);
  setPrices(length, state, search);
  const start = free ?? leave(search.end.row, state);
  turnRound(start, row, state, search);
}

function bestOffer(row: number, { rows, columnPrice }: State): number {
  const offers = (rows[row] ?? []).map(({ column, gain }) => gain - (columnPrice[column] ?? 0));
  return Math.max(0, ...offers);
}

/** The free column that a row comes to on the shortest path, or null where it ends with a row. */
function shortestPath(root: number, state: State, search: Search): number | null {
  let [row, distance] = [root, 0];
  for (;;) {
    search.rows.push({ row, distance });
    reach(row, distance, state, search);
    const column = nearest(search);
    if (column === null) return null;
    const reached = search.columns.get(column);
    if (reached === undefined) throw new Error(`Column ${column} was not reached.`);
    reached.isSettled = true;
    row = state.rowOf[column] ?? -1;
    if (row === -1) return column;
    distance = reached.distance;
    const ending = distance + (state.rowPrice[row] ?? 0);
    if (ending < search.end.distance) search.end = { row, distance: ending };
  }
}

function reach(row: number, distance: number, state: State, { columns, end }: Search): void {
  const start = distance + (state.rowPrice[row] ?? 0);
  for (const { column, gain } of state.rows[row] ?? []) {
    const there = columns.get(column);
    const far = start + (state.columnPrice[column] ?? 0) - gain;
    if (far >= end.distance || there?.isSettled || (there && there.distance <= far)) continue;
    columns.set(column, { distance: far, from: row, isSettled: false });
  }
}

/** Of the columns reached and not yet settled the nearest; null when the path that ends with a row is shorter. */
function nearest({ columns, end }: Search): number | null {
  let [best, distance]: [number | null, number] = [null, end.distance];
  for (const [column, reached] of columns)
    if (!reached.isSettled && reached.distance < distance)
      [best, distance] = [column, reached.distance];
  return best;
}

function setPrices(length: number, { rowPrice, columnPrice }: State, search: Search): void {
  for (const { row, distance } of search.rows)
    rowPrice[row] = (rowPrice[row] ?? 0) - Math.max(0, length - distance);
  for (const [column, { distance, isSettled }] of search.columns)
    if (isSettled)
      columnPrice[column] = (columnPrice[column] ?? 0) + Math.max(0, length - distance);
}

/** Takes a row's column from it; null when it has none. */
function leave(row: number, { columnOf }: State): number | null {
  const column = columnOf[row] ?? -1;
  columnOf[row] = -1;
  return column === -1 ? null : column;
}

/** Gives every column of the path to the row that it was reached from, back to the root. */
function turnRound(start: number | null, root: number, state: State, { columns }: Search): void {
  let column = start;
  while (column !== null) {
    const row = columns.get(column)?.from ?? root;
    const before = leave(row, state);
    state.columnOf[row] = column;
    state.rowOf[column] = row;
    column = row === root ? null : before;
  }
}
