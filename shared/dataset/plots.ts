import { inPlot } from "../plots/drawing.ts";
import { type PlotMark, type PlotText, plotFile } from "../plots/plot.ts";
import { stackedBars } from "../plots/stacked-bars.ts";
import type { ToneName } from "../plots/tones.ts";

/** One bar for each label, cut into the counts of the parts. */
export interface Bar {
  label: string;
  counts: readonly number[];
}

/** How many labels a plot shows; the rest is in the card's table. */
const mostBars = 60;

/** Those furthest apart first, as most releases have three parts. */
const partTones: readonly ToneName[] = ["part-1", "part-2", "part-7", "part-9", "part-5", "part-8"];
const toneOf = (part: number): ToneName => partTones[part % partTones.length] ?? "part-1";

/**
 * Horizontal bars, the longest first, one colour a part.
 * @param parts the names that a bar's counts belong to.
 */
export function labelPlot(parts: readonly string[], bars: readonly Bar[]): string {
  const cells = bars.flatMap(({ label, counts }) =>
    counts.map((count, part) => ({ label, count, part })).filter(({ count }) => count > 0),
  );
  const plot = stackedBars(
    cells,
    parts.map((name, at) => ({ name, tone: toneOf(at), has: ({ part }) => part === at })),
    mostBars,
    {
      title: "Spans of each label, by part",
      said: ({ label, part, count }) => `${label}, ${parts[part] ?? ""}: ${count}.`,
      more: (count) => `and ${count} more labels`,
      number: String,
    },
  );
  return plotFile(plot);
}

const [width, left, right] = [760, 60, 20];
const [top, bottom] = [64, 320];

/** How many reports have how many spans, in at most 20 equal steps. */
export function histogram(spansPerReport: readonly number[]): string {
  const most = spansPerReport.reduce((a, b) => Math.max(a, b), 0);
  const least = spansPerReport.reduce((a, b) => Math.min(a, b), most);
  const step = niceStep((most + 1) / 20);
  const bins = Array.from({ length: Math.floor(most / step) + 1 }, () => 0);
  for (const spans of spansPerReport) {
    const bin = Math.floor(spans / step);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const highest = Math.max(1, ...bins);
  const wide = (width - left - right) / bins.length;
  const tall = (count: number) => (count * (bottom - top)) / highest;
  const marks = bins.map((count, at): PlotMark<null> => {
    const range = step === 1 ? `${at}` : `${at * step} to ${(at + 1) * step - 1}`;
    return {
      ...{ id: String(at), tone: toneOf(0), texts: [], of: null },
      ...{ x: left + at * wide + 1, y: bottom - tall(count) },
      ...{ width: Math.max(1, wide - 2), height: tall(count) },
      said: `${range} spans: ${count} reports`,
    };
  });
  const steps = bins.flatMap((_, at): PlotText[] => {
    if (at % Math.ceil(bins.length / 20) !== 0) return [];
    const x = left + (step === 1 ? at + 0.5 : at) * wide;
    return [{ x, y: bottom + 16, text: `${at * step}`, anchor: "middle" }];
  });
  const counts = [0, highest].map(
    (count): PlotText => ({
      ...{ x: left - 6, y: bottom - tall(count) + 4, text: String(count), anchor: "end" },
    }),
  );
  const spans = step === 1 ? "spans in a report" : `spans in a report, in steps of ${step}`;
  return plotFile({
    title: "Reports by their number of spans",
    description: `${spansPerReport.length} reports have between ${least} and ${most} spans.`,
    ...{ width, height: bottom + 52, keys: [] },
    marks: marks.filter(({ height }) => height > 0),
    lines: [`M${left} ${top}V${bottom}H${inPlot(width - right)}`],
    texts: [
      ...steps,
      ...counts,
      { x: width / 2, y: bottom + 38, text: spans, anchor: "middle" },
      { x: left, y: top - 14, text: "reports", anchor: "middle" },
    ],
  });
}

/** The least of 1, 2, 5, 10, 20, 50 ... that is not smaller. */
function niceStep(least: number): number {
  let step = 1;
  for (const factor of endless([2, 2.5, 2])) {
    if (step >= least) return step;
    step = Math.round(step * factor);
  }
  return step;
}

function* endless<One>(list: readonly One[]): Iterable<One> {
  for (;;) yield* list;
}
