import type { TextRange } from "../model/annotation.ts";
import { isBlank } from "../text/lines.ts";
import type { Defect } from "./defect.ts";
import { endsWithStop, goesOn, type Neighbours, narrowest, wraps } from "./line-wraps.ts";
import type { PastedText } from "./pasted-text.ts";

/** Line ends that only wrap a paragraph to a page's width. */
export function findLineEnds(pasted: PastedText): Defect[] {
  const { text, lines, blocks } = pasted;
  const widths = widthsOf(lines, blocks);
  const isParted = partsByBlankLines(pasted, widths);
  const defects: Defect[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || isBlank(line) || isBlank(next) || isIndented(text, line, next)) continue;
    while ((blocks[at]?.end ?? text.length) < line.end) at += 1;
    const found = neighbours(text, line, next, lines[index + 2]);
    const isInside = (blocks[at]?.end ?? 0) >= next.end;
    const certainty = isInside ? wraps(found, widths[at] ?? 0, isParted) : goesOn(found);
    if (certainty) defects.push(lineEnd(text, line.end, next.start, certainty));
  }
  return defects;
}

function neighbours(text: string, line: TextRange, next: TextRange, after?: TextRange): Neighbours {
  const [words, following, afterwards] = [line, next, after].map((range) =>
    range ? text.slice(range.start, range.end) : "",
  );
  return { words: words ?? "", following: following ?? "", afterwards: afterwards ?? "" };
}

/** The length of each block's longest line. */
function widthsOf(lines: readonly TextRange[], blocks: readonly TextRange[]): number[] {
  const widths = blocks.map(() => 0);
  let at = 0;
  for (const { start, end } of lines) {
    while ((blocks[at]?.end ?? end) < end) at += 1;
    widths[at] = Math.max(widths[at] ?? 0, end - start);
  }
  return widths;
}

/** Columns begin with tabs. */
const isIndented = (text: string, line: TextRange, next: TextRange) =>
  text.slice(line.end, next.start).includes("\t");

/**
 * Whether a blank line or an indent stands after every paragraph: then a full line that ends a
 * sentence does not end a paragraph. Where short lines end sentences and the text goes on right
 * below, it may.
 */
function partsByBlankLines({ text, lines, blocks }: PastedText, widths: readonly number[]) {
  let parted = 0;
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    while ((blocks[at]?.end ?? text.length) < line.end) at += 1;
    const isShort = line.end - line.start < (widths[at] ?? 0) * narrowest;
    if (!next || !isShort || !endsWithStop(text.slice(line.start, line.end))) continue;
    if (isBlank(next)) parted += 1;
    else if (!/\n\s/.test(text.slice(line.end, next.start))) return false;
  }
  return parted > 1;
}

const lineEnd = (
  text: string,
  start: number,
  end: number,
  certainty: Defect["certainty"],
): Defect => ({
  kind: "line-end",
  start,
  end,
  replacement: needsNoSpace(text, start, end) ? "" : " ",
  because: "The line ends because the page did, not the paragraph.",
  certainty,
});

/** After a slash or a dash inside a word, and between signs of scripts that use no spaces. */
function needsNoSpace(text: string, end: number, start: number): boolean {
  const before = text.slice(Math.max(0, end - 2), end);
  const around = before.slice(-1) + text.charAt(start);
  if (before === "--" || around === "--") return true;
  return /^\S[/\u2013\u2014]$/.test(before) || /^[\u3040-\u30ff\u3400-\u9fff]{2}$/.test(around);
}
