import { getOrMake } from "../get-or-make.ts";
import type { Survey } from "../review/survey.ts";
import { shortened } from "./drawing.ts";
import type { Plot, PlotMark } from "./plot.ts";
import { heatOf } from "./tones.ts";

export type MatrixCell = Survey["matrix"][number];

/** What the plot says, in the reader's language. */
export interface MatrixWords {
  title: string;
  /** Who says the row's label, and who the column's. */
  rows: string;
  columns: string;
  nothing: string;
  /** Of labels that there was no room for. */
  more(count: number): string;
  said(cell: MatrixCell): string;
  number(count: number): string;
}

/** How many labels there is room for. */
const mostLabels = 24;
const left = 190;
const [cellWidth, cellHeight] = [46, 28];
/** Letters of the columns' names rise at this angle, in degrees. */
const rise = 45;
/** About as high as a letter makes a name that rises. */
const letterHeight = 5.2;
const longestName = 20;

/**
 * Labels against labels: how often one annotator says the row's and the other the column's. Where they say
 * the same is neutral, so that the colours are of the differences alone.
 */
export function labelMatrix(cells: readonly MatrixCell[], words: MatrixWords): Plot<MatrixCell> {
  const all = labelsByCount(cells);
  const labels = all.slice(0, mostLabels);
  const names: (string | null)[] = [...labels, null];
  const longest = Math.max(...names.map((name) => nameOf(name, words).length));
  const nameHeight = 16 + Math.min(longestName, longest) * letterHeight;
  const top = 52 + nameHeight;
  const placeOf = (label: string | null) => names.indexOf(label);
  const shown = cells.filter(({ row, column }) => placeOf(row) >= 0 && placeOf(column) >= 0);
  const apart = shown.filter(({ row, column }) => row !== column);
  const most = Math.max(0, ...apart.map(({ count }) => count));
  const marks = shown.map((cell): PlotMark<MatrixCell> => {
    const [x, y] = [left + placeOf(cell.column) * cellWidth, top + placeOf(cell.row) * cellHeight];
    const middle = { x: x + cellWidth / 2, y: y + cellHeight / 2 + 4.5 };
    return {
      ...{ id: JSON.stringify([cell.row, cell.column]), x, y, of: cell },
      ...{ width: cellWidth, height: cellHeight },
      tone: cell.row === cell.column ? "same" : heatOf(cell.count, most),
      said: words.said(cell),
      texts: [{ ...middle, text: words.number(cell.count), anchor: "middle" }],
    };
  });
  const hidden = all.length - labels.length;
  const bottom = top + names.length * cellHeight;
  return {
    title: words.title,
    description: apart.slice(0, 20).map(words.said).join(" "),
    width: left + names.length * cellWidth + nameHeight,
    height: bottom + (hidden > 0 ? 34 : 14),
    marks: marks.sort((a, b) => a.y - b.y || a.x - b.x),
    keys: [],
    lines: gridOf(names.length, top),
    texts: [
      { x: 16, y: top - 10, text: words.rows, anchor: "start", isSmall: true },
      { x: left, y: 46, text: words.columns, anchor: "start", isSmall: true },
      ...names.flatMap((name, at): Plot<MatrixCell>["texts"] => {
        const text = shortened(nameOf(name, words), 23);
        const x = left + (at + 0.5) * cellWidth;
        return [
          { x: left - 8, y: top + (at + 0.5) * cellHeight + 4.5, text, anchor: "end" },
          { x, y: top - 8, text: shortened(text, longestName), anchor: "start", turn: -rise },
        ];
      }),
      ...(hidden > 0
        ? [{ x: left, y: bottom + 20, text: words.more(hidden), anchor: "start" as const }]
        : []),
    ],
  };
}

const nameOf = (name: string | null, { nothing }: MatrixWords): string => name ?? nothing;

/** Labels by how often somebody says them, the most first; null, which is nothing, is not among them. */
function labelsByCount(cells: readonly MatrixCell[]): string[] {
  const counts = new Map<string, { count: number }>();
  for (const { row, column, count } of cells)
    for (const label of new Set([row, column]))
      if (label !== null) getOrMake(counts, label, () => ({ count: 0 })).count += count;
  return [...counts]
    .sort(([a, { count: x }], [b, { count: y }]) => y - x || (a < b ? -1 : 1))
    .map(([label]) => label);
}

function gridOf(count: number, top: number): string[] {
  const [right, bottom] = [left + count * cellWidth, top + count * cellHeight];
  return Array.from({ length: count + 1 }, (_, at) => at).flatMap((at) => [
    `M${left} ${top + at * cellHeight}H${right}`,
    `M${left + at * cellWidth} ${top}V${bottom}`,
  ]);
}
