import type { AskedFilter } from "../review/filter.ts";
import type { Survey } from "../review/survey.ts";
import type { Plot, PlotMark, PlotText } from "./plot.ts";
import { heatTones } from "./tones.ts";

type ShiftCount = Survey["shifts"][number];

/** Shifts of one edge by `from` to `to` characters, both counted in. */
export interface ShiftBin {
  edge: "start" | "end";
  from: number;
  to: number;
  count: number;
  behind: AskedFilter;
}

/** What the plot says, in the reader's language. */
export interface ShiftWords {
  title: string;
  start: string;
  end: string;
  characters: string;
  said(bin: ShiftBin): string;
  /** Of the edges that are not shifted: "Not shifted: 3 starts, 5 ends." */
  unmoved(starts: number, ends: number): string;
  number(count: number): string;
}

/** Where nobody counts characters any more. */
const endless = 1_000_000_000;

/** Backwards and forwards: single characters, then ever wider. */
const ranges: readonly (readonly [number, number])[] = [
  ...[1, 2, 3, 4, 5, 6].map((by) => [by, by] as const),
  ...([
    [7, 9],
    [10, 14],
    [15, 24],
    [25, endless],
  ] as const),
];

const backwards = ranges.map(([from, to]) => [-to, -from] as const).reverse();
/** Where a bar is drawn. */
const slots = [...backwards, ...ranges];
const bins = [...backwards, [0, 0] as const, ...ranges];

/** Counts of shifts in the plot's bins; `behind` leads to all of a bin. Empty bins are left out. */
export function binShifts(shifts: readonly ShiftCount[]): ShiftBin[] {
  return (["start", "end"] as const).flatMap((edge) =>
    bins.flatMap(([from, to]) => {
      const within = shifts.filter((one) => one.edge === edge && one.by >= from && one.by <= to);
      const [first] = within;
      if (!first) return [];
      const count = within.reduce((sum, one) => sum + one.count, 0);
      const shift = { edge, by: from, to: from === to ? null : to };
      return { edge, from, to, count, behind: { ...first.behind, shift } };
    }),
  );
}

/** The range in few characters: "−3", "+7–9", "> 24". */
export function rangeName({ from, to }: Pick<ShiftBin, "from" | "to">): string {
  if (to === endless) return `> ${from - 1}`;
  if (from === -endless) return `< −${-to - 1}`;
  const sign = from < 0 ? "−" : from > 0 ? "+" : "";
  const [near, far] = from < 0 ? [-to, -from] : [from, to];
  return near === far ? `${sign}${near}` : `${sign}${near}–${far}`;
}

const slot = 42;
const left = 96;
const high = 110;
const top = 46;
/** Between the two halves, where the shifts' names stand. */
const gap = 26;
const width = left + slots.length * slot + 24;

/**
 * By how many characters edges are shifted: starts upwards, ends downwards. Edges that are where the other's
 * is have no bar, or it would hide all others; how many they are is said.
 */
export function shiftHistogram(all: readonly ShiftBin[], words: ShiftWords): Plot<ShiftBin> {
  const shifted = all.filter(({ from }) => from !== 0);
  const most = Math.max(1, ...shifted.map(({ count }) => count));
  const unmoved = (edge: ShiftBin["edge"]) =>
    all.find((bin) => bin.edge === edge && bin.from === 0)?.count ?? 0;
  const below = top + high + gap;
  const bottom = below + high;
  const marks = shifted.map((bin) => markOf(bin, most, below, words));
  const caption = { x: 16, anchor: "start" as const };
  return {
    title: words.title,
    description: shifted.slice(0, 30).map(words.said).join(" "),
    ...{ width, height: bottom + 46, marks, keys: [] },
    lines: [`M${left} ${top + high}H${width - 24}`, `M${left} ${below}H${width - 24}`],
    texts: [
      { ...caption, y: top + high - 6, text: words.start, isStrong: true },
      { ...caption, y: below + 16, text: words.end, isStrong: true },
      ...slots.map(nameOfSlot),
      ...marks.map((mark) => countOf(mark, words)),
      {
        ...{ x: left + (slots.length * slot) / 2, y: bottom + 18, anchor: "middle" as const },
        text: words.characters,
      },
      { ...caption, y: bottom + 36, text: words.unmoved(unmoved("start"), unmoved("end")) },
    ],
  };
}

function nameOfSlot([from, to]: readonly [number, number], at: number): PlotText {
  const x = left + (at + 0.5) * slot;
  return { x, y: top + high + 17, text: rangeName({ from, to }), anchor: "middle", isSmall: true };
}

/** Beyond the bar's end. */
function countOf(
  { of, x, y, width: wide, height }: PlotMark<ShiftBin>,
  words: ShiftWords,
): PlotText {
  const text = words.number(of.count);
  const at = of.edge === "start" ? y - 4 : y + height + 12;
  return { x: x + wide / 2, y: at, text, anchor: "middle", isSmall: true };
}

function markOf(bin: ShiftBin, most: number, below: number, words: ShiftWords): PlotMark<ShiftBin> {
  const at = slots.findIndex(([from]) => from === bin.from);
  const tall = Math.max(2, (bin.count * (high - 16)) / most);
  const isStart = bin.edge === "start";
  const y = isStart ? top + high - tall : below;
  return {
    ...{ id: JSON.stringify([bin.edge, bin.from]), of: bin },
    ...{ x: left + at * slot + 3, y, width: slot - 6, height: tall },
    tone: isStart ? (heatTones[4] ?? "heat-5") : "part-2",
    said: words.said(bin),
    texts: [],
  };
}
