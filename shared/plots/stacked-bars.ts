import { getOrMake } from "../get-or-make.ts";
import { inPlot, shortened } from "./drawing.ts";
import type { Plot, PlotKey, PlotMark, PlotText } from "./plot.ts";
import type { ToneName } from "./tones.ts";

/** What bars are made of: so many of a label, in one of its parts. */
interface Cell {
  label: string;
  count: number;
}

/** What the plot says, in the reader's language. */
export interface BarWords<Of> {
  title: string;
  said(cell: Of): string;
  /** Of labels that there was no room for. */
  more(count: number): string;
  number(count: number): string;
}

/** What bars are cut into, in the order in which the parts stand in them. */
export interface Part<Of> {
  name: string;
  tone: ToneName;
  has(cell: Of): boolean;
}

const width = 860;
const [left, right] = [190, 60];
const row = 26;
/** About as wide as a letter is. */
const letter = 7.2;

/**
 * A bar for each label, the longest first, cut into parts.
 * @param mostLabels how many there is room for; of the others it is said how many they are.
 */
export function stackedBars<Of extends Cell>(
  cells: readonly Of[],
  parts: readonly Part<Of>[],
  mostLabels: number,
  words: BarWords<Of>,
): Plot<Of> {
  const bars = barsOf(cells);
  const shown = bars.slice(0, mostLabels);
  const legend = legendOf(parts);
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
    marks: shown.flatMap((bar, at) => marksOf(bar, parts, top + at * row, scale, words)),
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

interface Bar<Of> {
  label: string;
  cells: Of[];
  total: number;
}

/** The longest first. */
function barsOf<Of extends Cell>(cells: readonly Of[]): Bar<Of>[] {
  const found = new Map<string, Bar<Of>>();
  for (const cell of cells) {
    const bar = getOrMake(found, cell.label, () => ({ label: cell.label, cells: [], total: 0 }));
    bar.cells.push(cell);
    bar.total += cell.count;
  }
  return [...found.values()].sort((a, b) => b.total - a.total || (a.label < b.label ? -1 : 1));
}

function marksOf<Of extends Cell>(
  { cells, label }: Bar<Of>,
  parts: readonly Part<Of>[],
  y: number,
  scale: (count: number) => number,
  words: BarWords<Of>,
): PlotMark<Of>[] {
  let x = left;
  return parts.flatMap(({ name, tone, has }) =>
    cells.filter(has).map((cell) => {
      const [from, wide] = [x, scale(cell.count)];
      x += wide;
      const text = words.number(cell.count);
      const middle = { x: from + wide / 2, y: y + 14.5, anchor: "middle" as const };
      return {
        ...{ id: JSON.stringify([label, name]), x: from, y, width: wide, height: row - 6, tone },
        said: words.said(cell),
        texts: wide > text.length * letter + 6 ? [{ ...middle, text, isSmall: true }] : [],
        of: cell,
      };
    }),
  );
}

function legendOf(parts: readonly Pick<Part<never>, "name" | "tone">[]) {
  const keys: PlotKey[] = [];
  const texts: PlotText[] = [];
  let [x, y] = [16, 34];
  for (const { name, tone } of parts) {
    const text = shortened(name);
    const wide = 40 + letter * text.length;
    if (x + wide > width) [x, y] = [16, y + 20];
    keys.push({ x, y, tone });
    texts.push({ x: x + 18, y: y + 10, text, anchor: "start" });
    x += wide;
  }
  return { keys, texts, bottom: y + 12 };
}
