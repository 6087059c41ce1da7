import { isBodyType, isCaptionLine } from "./captions.ts";
import type { Line } from "./lines.ts";
import { overlapInX } from "./stacks.ts";
import type { BodyType } from "./style.ts";

/** A table's caption line by line, and its rows of cells; a cell may have several lines. */
export interface Table {
  caption: Line[];
  rows: Line[][][];
}

/** How far the next line of a table may be, in type sizes down and across. */
const reach = { down: 2.6, across: 5 };

/** The tables that a caption stands above, set in other type than the text around them. */
export function findTables(lines: readonly Line[], body: BodyType): Table[] {
  const starts = lines.filter((line) => isCaptionLine(line, body, "table"));
  const taken = new Set<Line>(starts);
  const free = lines.filter(
    (line) => !isBodyType(line, body) && !isCaptionLine(line, body) && line.size < body.size * 1.15,
  );
  return starts.flatMap((start) => {
    const region = regionBelow(
      start,
      free.filter((line) => !taken.has(line)),
    );
    const table = tableOf(region);
    if (!table) return [];
    for (const line of region) taken.add(line);
    return [table];
  });
}

/** Everything that hangs together below the caption's first line. */
function regionBelow(start: Line, lines: readonly Line[]): Line[] {
  const region = [start];
  const waiting = new Set(lines.filter(({ baseline }) => baseline > start.baseline - start.size));
  for (const line of region)
    for (const other of waiting)
      if (isNear(line, other)) {
        region.push(other);
        waiting.delete(other);
      }
  return region;
}

function isNear(line: Line, other: Line): boolean {
  const size = Math.max(line.size, other.size);
  const down = Math.max(other.top - line.bottom, line.top - other.bottom);
  const across = Math.max(other.left - line.right, line.left - other.right);
  if (down < 0) return across < reach.across * size;
  return down < reach.down * size - size && across < 0;
}

function tableOf(region: readonly Line[]): Table | null {
  const rows = rowsOf(region);
  const first = rows.findIndex((row) => row.length > 1);
  const isTable = rows.filter((row) => row.length > 1).length >= 2;
  if (!isTable || first < 1) return null;
  return { caption: rows.slice(0, first).flat(), rows: joinWrapped(rows.slice(first)) };
}

/** Lines by their baseline, from left to right. */
function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines.toSorted((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    const isSame = row?.[0] && line.baseline - row[0].baseline < 0.5 * line.size;
    if (isSame) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** A row without a first cell, close below one that has what stands above it, goes on in its cells. */
function joinWrapped(rows: readonly Line[][]): Line[][][] {
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
