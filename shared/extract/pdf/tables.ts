import { isBodyType, isCaptionLine } from "./captions.ts";
import type { Line } from "./lines.ts";
import { overlapInX, type Stack, stackOf, stacksOf } from "./stacks.ts";
import type { BodyType } from "./style.ts";
import { rowsOf, tableRows } from "./table-rows.ts";

/** A table's caption line by line, and its rows of cells; a cell may have several lines. */
export interface Table {
  caption: Line[];
  rows: Line[][][];
  /** Everything in it, for its place on the page. */
  stack: Stack;
}

/** How far the next line of a table may be, in type sizes: right below, beside, and in the next row. */
const reach = { down: 2.2, across: 16, next: 1.2 };
/** A cell in the type of the text is shorter than this, in characters. */
const longestCell = 40;

/** The tables of a sheet: those with a caption above or beside them, then those without. */
export function findTables(lines: readonly Line[], body: BodyType): Table[] {
  const starts = lines.filter((line) => isCaptionLine(line, body, "table"));
  const free = new Set(cellsAmong(lines, body));
  const captioned = starts.flatMap((start) => {
    const region = withEnclosed(regionBelow(start, free), lines, body);
    const table = tableOf(captionOf(start, region), region, 2);
    for (const line of table?.stack.lines ?? []) free.delete(line);
    return table ?? [];
  });
  return [...captioned, ...tablesWithoutCaption(free, lines, body)];
}

/** At least three rows of three cells; none on a sheet with a figure, whose lettering may look so. */
function tablesWithoutCaption(
  free: ReadonlySet<Line>,
  lines: readonly Line[],
  body: BodyType,
): Table[] {
  if (lines.some((line) => isCaptionLine(line, body, "figure"))) return [];
  const inRow = rowsOf([...free])
    .filter((row) => row.length >= 3)
    .flat();
  const waiting = new Set(inRow);
  return inRow.flatMap((start) => {
    if (!waiting.has(start)) return [];
    const region = regionBelow(start, waiting);
    for (const line of region) waiting.delete(line);
    return tableOf([], withEnclosed([...new Set(region)], lines, body), 3) ?? [];
  });
}

/** What is not text, heading or caption. */
function cellsAmong(lines: readonly Line[], body: BodyType): Line[] {
  const zones = textZones(lines, body);
  return lines.filter((line) => {
    if (isCaptionLine(line, body) || line.size > body.size * 1.15) return false;
    if (zones.some((zone) => isWithin(line, zone) || isHeadOf(line, zone, lines))) return false;
    return !isBodyType(line, body) || line.text.length <= longestCell;
  });
}

/** Where columns of the text stand. */
function textZones(lines: readonly Line[], body: BodyType): Stack[] {
  const isLong = (line: Line) => line.text.length > longestCell;
  return stacksOf(lines.filter((line) => isBodyType(line, body))).filter((stack) =>
    stack.lines.some(isLong),
  );
}

function isWithin(line: Line, zone: Stack): boolean {
  const isInHeight = line.bottom > zone.top && line.top < zone.bottom;
  return isInHeight && line.left > zone.left - 3 && line.left < zone.right;
}

/** Above a column of the text, flush with it and alone in its width: its heading, or a note. */
function isHeadOf(line: Line, zone: Stack, lines: readonly Line[]): boolean {
  const gap = zone.top - line.bottom;
  if (gap < -1 || gap > 2.5 * line.size || Math.abs(line.left - zone.left) > 3) return false;
  return !lines.some(
    (other) =>
      other !== line &&
      Math.abs(other.baseline - line.baseline) < 0.5 * line.size &&
      overlapInX(other, zone),
  );
}

/** Everything that hangs together with the caption's first line, from there downwards. */
function regionBelow(start: Line, lines: ReadonlySet<Line>): Line[] {
  const region = [start];
  const waiting = new Set([...lines].filter(({ bottom }) => bottom > start.top - start.size));
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
  if (across < 0) return down < reach.down * size;
  return across < reach.across * size && down < reach.next * size;
}

/** Short lines in the text's own type that stand within the region are cells too. */
function withEnclosed(region: readonly Line[], lines: readonly Line[], body: BodyType): Line[] {
  const { left, right, top, bottom } = stackOf(region);
  const zones = textZones(lines, body);
  const isInside = (line: Line) =>
    !zones.some((zone) => isWithin(line, zone)) &&
    line.left > left - 1 &&
    line.right < right + 1 &&
    line.top > top &&
    line.bottom < bottom;
  const more = lines.filter(
    (line) => isBodyType(line, body) && line.text.length <= longestCell && isInside(line),
  );
  return [...new Set([...region, ...more])];
}

/** Null where there are fewer than so many rows of so many cells. */
function tableOf(caption: Line[], region: readonly Line[], least: number): Table | null {
  const rows = rowsOf(region.filter((line) => !caption.includes(line)));
  if (rows.filter((row) => row.length >= least).length < least) return null;
  return { caption, rows: tableRows(rows), stack: stackOf(region) };
}

/** The caption's lines: alone in their rows above the table, or in a column of their own beside it. */
function captionOf(start: Line, region: readonly Line[]): Line[] {
  const isBeside = rowOf(start, region).length > 1;
  const caption = [start];
  const below = region
    .filter((line) => line.baseline > start.baseline && overlapInX(line, start))
    .sort((a, b) => a.baseline - b.baseline);
  for (const line of below) {
    const last = caption.at(-1) ?? start;
    const isNext = line.baseline - last.baseline < 1.6 * last.size;
    const isAlone = isBeside
      ? Math.abs(line.left - start.left) < 3
      : rowOf(line, region).length === 1;
    if (!isNext || !isAlone || Math.abs(line.size - start.size) > 0.5) break;
    caption.push(line);
  }
  return caption;
}

function rowOf(line: Line, region: readonly Line[]): Line[] {
  return region.filter((other) => Math.abs(other.baseline - line.baseline) < 0.5 * line.size);
}
