import { type ExtractedBlock, textOfBlock } from "../../../../shared/extract/extracted.ts";
import { blocksOfPages } from "../../../../shared/extract/pdf/extract-pdf.ts";
import { type Line, linesOf } from "../../../../shared/extract/pdf/lines.ts";
import type { Run } from "../../../../shared/extract/pdf/runs.ts";

export const page = { width: 600, height: 800 };

interface Style {
  size?: number;
  face?: string;
  bold?: boolean;
  spaced?: boolean;
}

/** A run at a place; half the type's size is what a letter takes. */
export function run(text: string, left: number, baseline: number, style: Style = {}): Run {
  const { size = 10, bold = false, spaced = false } = style;
  const face = { name: style.face ?? (bold ? "Text-Bold" : "Text"), bold, italic: false };
  return { text, left, right: left + text.length * size * 0.5, baseline, size, face, spaced };
}

/** The lines of an upright page with these runs. */
export function pageOf(runs: Run[], number = 1): Line[] {
  return linesOf({ page: number, turn: 0, ...page, runs });
}

/** Runs below each other, 12 points apart, as a column has them. */
export function column(
  texts: readonly string[],
  left: number,
  top: number,
  style: Style = {},
): Run[] {
  return texts.map((text, at) => run(text, left, top + at * 12, style));
}

/** Kind and text of every block; for what is left out, why and what. */
function outline(blocks: readonly ExtractedBlock[]): string[] {
  return blocks.map((block) => {
    const [piece] = block.pieces;
    if (block.kind === "left-out") return `left out (${piece?.repair}): ${piece?.original}`;
    return `${block.kind}: ${textOfBlock(block)}`;
  });
}

export const read = (...pages: Run[][]): string[] =>
  outline(blocksOfPages(pages.map((runs, at) => pageOf(runs, at + 1))));

/** Filler that no heading or paragraph of a test says. */
export const sentence = (n: number): string[] => [
  `Filler sentence ${"abcdefghij"[n % 10]} runs on and on over`,
  `two lines of about the same width.`,
];
