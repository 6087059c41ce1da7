import { escapeAttribute, escapeXml } from "../formats/texts/xml.ts";
import { inPlot, sheetOf, textAt } from "./drawing.ts";
import { type ToneName, toneRules } from "./tones.ts";

/** Words in a plot, by their baseline. */
export interface PlotText {
  x: number;
  y: number;
  text: string;
  anchor: "start" | "middle" | "end";
  /** Turned by so many degrees around its place. */
  turn?: number;
  isStrong?: boolean;
  isSmall?: boolean;
}

/** A rectangle that stands for something that was counted. */
export interface PlotMark<Of> {
  /** Unique in the plot. */
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
  tone: ToneName;
  /** What it is and how much, in words. */
  said: string;
  texts: readonly PlotText[];
  of: Of;
}

/** A square with what its colour means. */
export interface PlotKey {
  x: number;
  y: number;
  tone: ToneName;
}

/** A plot as shapes: a file has them as they are, the page makes buttons of the marks. */
export interface Plot<Of> {
  title: string;
  /** What it shows in words, for those who do not see it. */
  description: string;
  width: number;
  height: number;
  marks: readonly PlotMark<Of>[];
  texts: readonly PlotText[];
  keys: readonly PlotKey[];
  /** Lines, each as the `d` of an SVG path. */
  lines: readonly string[];
}

export const keySize = 12;

/** A plot as a file of its own, which follows its reader's light or dark scheme. */
export function plotFile(plot: Plot<unknown>): string {
  const edges = `.mark{stroke:currentColor;stroke-opacity:.25}.line{fill:none;stroke:currentColor;stroke-opacity:.25}`;
  return sheetOf(
    { ...plot, light: edges + toneRules("light"), dark: toneRules("dark") },
    shapesOf(plot),
  );
}

/** A plot within a page that has the rules of the tones; its title is the page's to say. */
export function plotInPage(plot: Plot<unknown>): string {
  const { width, height, title, description } = plot;
  const said = escapeAttribute(`${title}. ${description}`);
  return [
    `<svg viewBox="0 24 ${inPlot(width)} ${inPlot(height - 24)}" width="${inPlot(width)}" role="img" aria-label="${said}">`,
    ...shapesOf(plot),
    "</svg>",
  ].join("\n");
}

function shapesOf({ marks, texts, keys, lines }: Plot<unknown>): string[] {
  return [
    ...lines.map((line) => `<path class="line" d="${line}"/>`),
    ...keys.map(
      ({ x, y, tone }) =>
        `<rect class="mark ${tone}" x="${inPlot(x)}" y="${inPlot(y)}" width="${keySize}" height="${keySize}"/>`,
    ),
    ...marks.flatMap((mark) => [
      rectangle(mark),
      ...mark.texts.map((one) => write(one, mark.tone)),
    ]),
    ...texts.map((one) => write(one, null)),
  ];
}

function rectangle({ x, y, width, height, tone, said }: PlotMark<unknown>): string {
  const place = `x="${inPlot(x)}" y="${inPlot(y)}" width="${inPlot(width)}" height="${inPlot(height)}"`;
  return `<rect class="mark ${tone}" ${place}><title>${escapeXml(said)}</title></rect>`;
}

function write({ x, y, text, anchor, turn, isStrong, isSmall }: PlotText, on: ToneName | null) {
  const turned = turn === undefined ? "" : ` transform="rotate(${turn} ${inPlot(x)} ${inPlot(y)})"`;
  const strong = isStrong ? ' font-weight="600"' : "";
  const small = isSmall ? ' font-size="11"' : "";
  const tone = on === null ? "" : ` class="on-${on}"`;
  return textAt(x, y, text, anchor, `${tone}${strong}${small}${turned}`);
}
