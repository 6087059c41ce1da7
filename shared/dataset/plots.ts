import { escapeXml } from "../formats/texts/xml.ts";
import { inPlot, sheetOf, shortened, textAt } from "../plots/drawing.ts";

/** One bar for each label, cut into the counts of the parts. */
export interface Bar {
  label: string;
  counts: readonly number[];
}

const width = 760;
const row = 22;
const left = 200;
const right = 70;

/** Colours that stay apart for colour-blind eyes (Okabe and Ito), lighter in the dark. */
const light = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b58900", "#3a6ea5"];
const dark = ["#56b4e9", "#ff9f4a", "#3fd3a5", "#f0a8cf", "#f0e442", "#9cc7ee"];

/** How many labels a plot shows; the rest is in the card's table. */
const mostBars = 60;

/**
 * Horizontal bars, longest first as given, one colour a part.
 * @param parts the names that a bar's counts belong to.
 */
export function labelPlot(parts: readonly string[], bars: readonly Bar[]): string {
  const shown = bars.slice(0, mostBars);
  const totals = shown.map(({ counts }) => sum(counts));
  const most = Math.max(1, ...totals);
  const scale = (count: number) => (count * (width - left - right)) / most;
  const top = 64;
  const drawn = shown.map((bar, at) => barOf(bar, parts, top + at * row, scale));
  const hidden = bars.length - shown.length;
  const note =
    hidden > 0 ? [textAt(left, top + shown.length * row + 16, `and ${hidden} more labels`)] : [];
  const height = top + shown.length * row + (note.length > 0 ? 32 : 12);
  const said = shown
    .slice(0, 10)
    .map(
      ({ label, counts }) =>
        `${label}: ${counts.map((count, at) => `${parts[at]} ${count}`).join(", ")}`,
    );
  return svg(height, "Spans of each label, by part", said.join("; "), [
    ...legend(parts),
    ...drawn.flat(),
    ...note,
  ]);
}

function barOf(
  { label, counts }: Bar,
  parts: readonly string[],
  y: number,
  scale: (count: number) => number,
): string[] {
  let x = left;
  const pieces = counts.map((count, at) => {
    const piece = `<rect class="part-${at % light.length}" x="${inPlot(x)}" y="${y}" width="${inPlot(scale(count))}" height="${row - 6}"><title>${escapeXml(`${label}, ${parts[at] ?? ""}: ${count}`)}</title></rect>`;
    x += scale(count);
    return count > 0 ? piece : "";
  });
  return [
    textAt(left - 8, y + 12, shortened(label), "end"),
    ...pieces.filter((piece) => piece !== ""),
    textAt(x + 6, y + 12, String(sum(counts))),
  ];
}

function legend(parts: readonly string[]): string[] {
  let x = left;
  return parts.flatMap((part, at) => {
    const square = `<rect class="part-${at % light.length}" x="${x}" y="34" width="12" height="12"/>`;
    const name = textAt(x + 18, 44, shortened(part));
    x += 40 + 7.5 * shortened(part).length;
    return [square, name];
  });
}

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
  const [top, bottom, from] = [64, 320, 60];
  const highest = Math.max(1, ...bins);
  const wide = (width - from - 20) / bins.length;
  const bars = bins.flatMap((count, at) => {
    const [x, high] = [from + at * wide, (count * (bottom - top)) / highest];
    const range = step === 1 ? `${at}` : `${at * step} to ${(at + 1) * step - 1}`;
    const bar = `<rect class="part-0" x="${inPlot(x + 1)}" y="${inPlot(bottom - high)}" width="${inPlot(Math.max(1, wide - 2))}" height="${inPlot(high)}"><title>${escapeXml(`${range} spans: ${count} reports`)}</title></rect>`;
    const label =
      at % Math.ceil(bins.length / 20) === 0
        ? [textAt(step === 1 ? x + wide / 2 : x, bottom + 16, `${at * step}`, "middle")]
        : [];
    return count > 0 ? [bar, ...label] : label;
  });
  const axis = `<path d="M${from} ${top}V${bottom}H${width - 20}" class="axis"/>`;
  const marks = [0, highest].map((count) =>
    textAt(from - 6, bottom - (count * (bottom - top)) / highest + 4, String(count), "end"),
  );
  const words = [
    textAt(
      width / 2,
      bottom + 38,
      step === 1 ? "spans in a report" : `spans in a report, in steps of ${step}`,
      "middle",
    ),
    textAt(from, top - 14, "reports", "middle"),
  ];
  const said = `${spansPerReport.length} reports have between ${least} and ${most} spans.`;
  return svg(bottom + 52, "Reports by their number of spans", said, [
    axis,
    ...bars,
    ...marks,
    ...words,
  ]);
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

function svg(
  height: number,
  title: string,
  description: string,
  shapes: readonly string[],
): string {
  const colours = (list: readonly string[]) =>
    list.map((colour, at) => `.part-${at}{fill:${colour}}`).join("");
  const sheet = { width, height, title, description, light: colours(light), dark: colours(dark) };
  return sheetOf(sheet, shapes);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
