import { getOrMake } from "../get-or-make.ts";
import { type DifferenceType, differenceTypes } from "../review/difference.ts";
import type { Counted } from "../review/survey.ts";
import { inPlot, shortened } from "./drawing.ts";
import type { Plot, PlotKey, PlotMark, PlotText } from "./plot.ts";
import { partTones, type ToneName } from "./tones.ts";

/** Differences of one type that somebody says one label in. */
export interface TypeCell extends Counted {
  type: DifferenceType;
  label: string;
}

/** What the plot says, in the reader's language. */
export interface TypeWords {
  title: string;
  type(type: DifferenceType): string;
  said(cell: TypeCell): string;
  more(count: number): string;
  number(count: number): string;
}

/** How many labels there is room for. */
const mostLabels = 40;
const width = 860;
const [left, right] = [190, 60];
const row = 26;
/** About as wide as a letter is. */
const letter = 7.2;

/** The same colour for a type wherever it is drawn. */
const toneOfType = (type: DifferenceType): ToneName =>
  partTones[differenceTypes.indexOf(type)] ?? "part-8";

/** A bar for each label, cut into the types of its differences. A difference counts under each of its types. */
export function typeBars(cells: readonly TypeCell[], words: TypeWords): Plot<TypeCell> {
  const bars = barsOf(cells);
  const shown = bars.slice(0, mostLabels);
  const types = differenceTypes.filter((type) => cells.some((cell) => cell.type === type));
  const legend = legendOf(types, words);
  const top = legend.bottom + 14;
  const most = Math.max(1, ...shown.map(({ total }) => total));
  const scale = (count: number) => (count * (width - left - right)) / most;
  const hidden = bars.length - shown.length;
  const bottom = top + shown.length * row;
  const texts = shown.flatMap(({ label, total }, at): PlotText[] => {
    const y = top + at * row + 15;
    const end = { x: left + scale(total) + 6, y, text: words.number(total) };
    return [
      { x: left - 8, y, text: shortened(label, 23), anchor: "end" },
      { ...end, anchor: "start" },
    ];
  });
  return {
    title: words.title,
    description: cells.slice(0, 20).map(words.said).join(" "),
    ...{ width, height: bottom + (hidden > 0 ? 34 : 12), keys: legend.keys },
    marks: shown.flatMap((bar, at) => marksOf(bar, top + at * row, scale, words)),
    lines: [`M${left} ${inPlot(top - 4)}V${inPlot(bottom)}`],
    texts: [
      ...legend.texts,
      ...texts,
      ...(hidden > 0
        ? [{ x: left, y: bottom + 20, text: words.more(hidden), anchor: "start" as const }]
        : []),
    ],
  };
}

interface Bar {
  label: string;
  cells: TypeCell[];
  total: number;
}

/** The longest first. */
function barsOf(cells: readonly TypeCell[]): Bar[] {
  const found = new Map<string, Bar>();
  for (const cell of cells) {
    const bar = getOrMake(found, cell.label, () => ({ label: cell.label, cells: [], total: 0 }));
    bar.cells.push(cell);
    bar.total += cell.count;
  }
  return [...found.values()].sort((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1));
}

function marksOf(
  { cells, label }: Bar,
  y: number,
  scale: (count: number) => number,
  words: TypeWords,
): PlotMark<TypeCell>[] {
  let x = left;
  const inOrder = differenceTypes.flatMap((type) => cells.filter((cell) => cell.type === type));
  return inOrder.map((cell) => {
    const [from, wide] = [x, scale(cell.count)];
    x += wide;
    const text = words.number(cell.count);
    const middle = { x: from + wide / 2, y: y + 14.5, anchor: "middle" as const };
    return {
      ...{ id: JSON.stringify([label, cell.type]), x: from, y, width: wide, height: row - 6 },
      tone: toneOfType(cell.type),
      said: words.said(cell),
      texts: wide > text.length * letter + 6 ? [{ ...middle, text, isSmall: true }] : [],
      of: cell,
    };
  });
}

function legendOf(types: readonly DifferenceType[], words: TypeWords) {
  const keys: PlotKey[] = [];
  const texts: PlotText[] = [];
  let [x, y] = [16, 34];
  for (const type of types) {
    const text = words.type(type);
    const wide = 40 + letter * text.length;
    if (x + wide > width) [x, y] = [16, y + 20];
    keys.push({ x, y, tone: toneOfType(type) });
    texts.push({ x: x + 18, y: y + 10, text, anchor: "start" });
    x += wide;
  }
  return { keys, texts, bottom: y + 12 };
}
