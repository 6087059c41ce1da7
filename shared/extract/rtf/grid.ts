import type { Cell } from "../blocks/grid.ts";

/** A row, and where its cells end on the page, in twips (1/1440 inch). */
export interface Row {
  cells: Cell[];
  edges: number[];
}

/** Edges nearer than this are one: programs round. */
const near = 60;
/** A table whose cells end in more places than this is no table, but made to take time. */
const mostColumns = 200;

/** How many columns each cell takes shows by where it ends, since RTF has cells of any width. */
export function gridOf(rows: readonly Row[]): Cell[][] {
  const edges = rows.flatMap((row) => row.edges).sort((one, next) => one - next);
  const columns = edges.filter((edge, at) => at === 0 || edge - (edges[at - 1] ?? 0) > near);
  const isTable = columns.length <= mostColumns;
  return rows.map(({ cells, edges: ends }) => {
    if (!isTable || ends.length !== cells.length) return cells;
    const before = ends.map((end) => columns.filter((start) => start <= end).length);
    return cells.map((cell, at) => ({
      ...cell,
      columns: Math.max(1, (before[at] ?? 0) - (before[at - 1] ?? 0)),
    }));
  });
}
