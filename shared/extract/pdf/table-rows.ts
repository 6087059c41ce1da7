import type { Line } from "./lines.ts";
import { overlapInX } from "./stacks.ts";

/** Lines by their baseline, from left to right. */
export function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const isSame = row?.[0] && line.baseline - row[0].baseline < 0.5 * line.size;
    if (isSame) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Rows of cells: a row without a first cell, close below another, goes on in the cells above it. */
export function tableRows(rows: readonly Line[][]): Line[][][] {
  const left = Math.min(...rows.flat().map((line) => line.left));
  const joined: Line[][][] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    if (above && row.every((line) => line.left > left + 2 * line.size && cellAbove(line, above)))
      for (const line of row) cellAbove(line, above)?.push(line);
    else joined.push(row.map((line) => [line]));
  }
  return joined;
}

function cellAbove(line: Line, row: Line[][]): Line[] | undefined {
  const cells = row.filter((cell) => cell.some((other) => overlapInX(other, line)));
  const last = cells[0]?.at(-1);
  const isClose = last && line.baseline - last.baseline < 1.35 * line.size;
  return cells.length === 1 && isClose ? cells[0] : undefined;
}
