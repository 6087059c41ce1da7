import type { TextRange } from "../model/annotation.ts";
import { endsSentence, isListItem, isTableRow } from "../text/lines.ts";
import type { Defect } from "./defect.ts";
import type { PastedText } from "./pasted-text.ts";

/** Line ends that only wrap a paragraph to a page's width. */
export function findLineEnds({ text, lines, blocks }: PastedText): Defect[] {
  const widths = widthsOf(lines, blocks);
  const defects: Defect[] = [];
  let at = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (!next || line.start === line.end || next.start === next.end) continue;
    while ((blocks[at]?.end ?? text.length) < line.end) at += 1;
    const isInside = (blocks[at]?.end ?? 0) >= next.end;
    const wraps = isInside ? wrapsAt(text, line, next, widths[at] ?? 0) : goesOn(text, line, next);
    if (wraps && !isIndented(text, line, next)) defects.push(lineEnd(text, line, next));
  }
  return defects;
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
 * Inside a paragraph the line ends within a sentence, or the next word would not have fitted. A
 * small letter does not follow a finished sentence, and lines that each explain a word are a list.
 */
function wrapsAt(text: string, line: TextRange, next: TextRange, width: number): boolean {
  const following = text.slice(next.start, Math.min(next.end, next.start + 40));
  if (explanation.test(following) && explanation.test(text.slice(line.start, line.end)))
    return false;
  if (/^\p{Ll}{2}/u.test(following)) return !endsWithStop(text, line);
  const word = /^\S*/.exec(following)?.[0] ?? "";
  return line.end - line.start + 1 + word.length >= width * narrowest;
}

/** "CT: computed tomography" */
const explanation = /^[\p{L}\d‐-]{1,12}(?: [A-Z]\w*)?: /u;

/** In proportional type the fullest line of a column has about a fifth more letters than the emptiest. */
const narrowest = 0.8;

/** A long line that stops within a sentence which the next one goes on with. */
function goesOn(text: string, line: TextRange, next: TextRange): boolean {
  const words = text.slice(line.start, line.end);
  const following = text.slice(next.start, next.start + 200);
  if (words.length < 40 || isTableRow(words) || isTableRow(following)) return false;
  if (endsSentence(words) || isListItem(following)) return false;
  return /[\p{Ll}\d,]$/u.test(words) && /^\p{Ll}{2}/u.test(following);
}

const endsWithStop = (text: string, { end }: TextRange): boolean =>
  /\p{Ll}{2}[.!?]$/u.test(text.slice(Math.max(0, end - 3), end));

const lineEnd = (text: string, line: TextRange, next: TextRange): Defect => ({
  kind: "line-end",
  start: line.end,
  end: next.start,
  replacement: needsNoSpace(text, line.end, next.start) ? "" : " ",
  because: "The line ends because the page did, not the paragraph.",
  certainty: "sure",
});

/** After a slash or a dash inside a word, and between signs of scripts that use no spaces. */
function needsNoSpace(text: string, end: number, start: number): boolean {
  const before = text.slice(Math.max(0, end - 2), end);
  const around = before.slice(-1) + text.charAt(start);
  if (before === "--" || around === "--") return true;
  return /^\S[/\u2013\u2014]$/.test(before) || /^[\u3040-\u30ff\u3400-\u9fff]{2}$/.test(around);
}
