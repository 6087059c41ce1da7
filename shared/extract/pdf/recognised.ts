import { z } from "zod";
import type { PlacedText } from "./runs.ts";

/** A rectangle in dots, y downwards. */
const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
type Box = z.output<typeof Box>;

const Word = z.object({ bbox: Box, text: z.string(), confidence: z.number() });

const Line = z.object({
  rowAttributes: z.object({
    /** From the lowest point of a p to the highest of a d. */
    rowHeight: z.number(),
    descenders: z.number(),
    ascenders: z.number(),
  }),
  baseline: Box,
  words: z.array(Word),
});
type Line = z.output<typeof Line>;

/** What Tesseract says of a page, as far as it is used. */
export const Recognised = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(Line) })) })),
});
export type Recognised = z.output<typeof Recognised>;

/** In type sizes: from the lowest point of a p to the highest of a d. */
const rowOfType = 0.9;

/**
 * The words of a page as if a PDF had placed them; `scale` is points for a dot, `strokeWidth` tells
 * how thick the strokes in a box are, in dots.
 */
export function wordsOf(
  { blocks }: Recognised,
  scale: number,
  strokeWidth: (box: Box) => number,
): PlacedText[] {
  const lines = blocks
    .flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines))
    .map((line) => ({ ...line, words: line.words.filter(({ text }) => text.trim() !== "") }));
  const sizeOf = evenSizes(lines, scale);
  const isBold = boldLines(lines, strokeWidth);
  return lines.flatMap((line) => wordsOfLine(line, sizeOf(line), isBold.has(line), scale));
}

/** Lines whose strokes are much thicker than is usual on the page, for the size of their type. */
function boldLines(lines: readonly Line[], strokeWidth: (box: Box) => number): Set<Line> {
  const measured = lines
    .filter(({ words }) => lettersIn(words) >= 3)
    .map((line) => ({ line, weight: weightOf(line, strokeWidth), letters: lettersIn(line.words) }))
    .sort((a, b) => a.weight - b.weight);
  const half = measured.reduce((sum, { letters }) => sum + letters, 0) / 2;
  let passed = 0;
  const usual = measured.find(({ letters }) => {
    passed += letters;
    return passed >= half;
  });
  const least = (usual?.weight ?? Number.POSITIVE_INFINITY) * boldness;
  return new Set(measured.flatMap(({ line, weight }) => (weight > least ? line : [])));
}

/** How many times thicker bold strokes are at least. */
const boldness = 1.25;

const lettersIn = (words: Line["words"]): number =>
  words.reduce((sum, { text }) => sum + (text.match(/\p{L}/gu)?.length ?? 0), 0);

function weightOf({ words, rowAttributes }: Line, strokeWidth: (box: Box) => number): number {
  const letters = lettersIn(words);
  const widths = words.map((word) => strokeWidth(word.bbox) * lettersIn([word]));
  return widths.reduce((sum, width) => sum + width, 0) / letters / rowAttributes.rowHeight;
}

/** Type sizes in points as somebody may have set them: what is measured varies from line to line. */
function evenSizes(lines: readonly Line[], scale: number): (line: Line) => number {
  const measured = (line: Line) => (line.rowAttributes.rowHeight * scale) / rowOfType;
  const halves = (size: number) => Math.round(size * 2) / 2;
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = halves(measured(line));
    const count = line.words.reduce((sum, { text }) => sum + text.length, 0);
    letters.set(size, (letters.get(size) ?? 0) + count);
  }
  const [usual = 0] = [...letters].sort((a, b) => b[1] - a[1])[0] ?? [];
  return (line) => {
    const size = measured(line);
    return Math.abs(size - usual) < usual * 0.09 ? usual : Math.max(0.5, halves(size));
  };
}

function wordsOfLine(
  { baseline, words }: Line,
  size: number,
  bold: boolean,
  scale: number,
): PlacedText[] {
  // A page is never quite straight; one height for the whole line keeps it one line.
  const height = ((baseline.y0 + baseline.y1) / 2) * scale;
  return words.map(({ bbox, text, confidence }) => ({
    text: `${text} `,
    matrix: [size, 0, 0, size, bbox.x0 * scale, height],
    width: (bbox.x1 - bbox.x0) * scale,
    face: { name: "", bold, italic: false },
    confidence,
  }));
}
