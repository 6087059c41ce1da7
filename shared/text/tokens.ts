import type { TextRange } from "../model/annotation.ts";
import { isWhite, wordRanges } from "./words.ts";

/** What belongs to the character before it: combining marks and the two joiners. */
const sequel = "[\\p{M}\\u200C\\u200D]";

/**
 * Two closing brackets close two things, and two full stops end an abbreviation and a sentence: they are tokens
 * apart, unlike the "+++" of a result.
 */
const single = "[\\p{Ps}\\p{Pe}\\p{Pi}\\p{Pf}\"'.]";

const symbolPattern = `\\.{3,}${sequel}*|${single}${sequel}*|(\\S${sequel}*)(?:\\1(?!${sequel}))*`;

const leadingSequel = new RegExp(`${sequel}+`, "uy");

/**
 * The text in tokens: words as `wordRanges` finds them, and every other character that is no white space
 * as one of its own, runs of the same such as "+++" and "..." as one. In order, disjoint and complete:
 * every character but white space is in exactly one, and no surrogate pair and no combining sequence is
 * cut. Of a range, the tokens that are in it or reach into it; they are the same as those of the whole text.
 */
export function tokenRanges(
  text: string,
  range: TextRange = { start: 0, end: text.length },
): TextRange[] {
  const runs = wholeRuns(text, range);
  const pieces: TextRange[] = [];
  let from = runs.start;
  for (const word of wordRanges(text, runs)) {
    addSymbols(pieces, text, { start: from, end: word.start });
    pieces.push(word);
    from = word.end;
  }
  addSymbols(pieces, text, { start: from, end: runs.end });
  return wholeSequences(text, pieces).filter(
    ({ start, end }) => end > range.start && start < range.end,
  );
}

/** The range with what stands at its edges without white space in between. */
function wholeRuns(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start > 0 && !isWhite(text.charCodeAt(start - 1))) start -= 1;
  while (end < text.length && !isWhite(text.charCodeAt(end))) end += 1;
  return { start, end };
}

/** Of a stretch without words, its symbols. */
function addSymbols(pieces: TextRange[], text: string, { start, end }: TextRange): void {
  // Most words are parted by one space.
  if (start === end || (end - start === 1 && isWhite(text.charCodeAt(start)))) return;
  for (const { 0: symbol, index } of text.slice(start, end).matchAll(symbolExpression))
    pieces.push({ start: start + index, end: start + index + symbol.length });
}

const symbolExpression = new RegExp(symbolPattern, "gu");

/** Gives marks and joiners at the start of a piece to the one right before it, as after "=" in "≠" written as two. */
function wholeSequences(text: string, pieces: readonly TextRange[]): TextRange[] {
  const tokens: TextRange[] = [];
  for (const piece of pieces) {
    const before = tokens.at(-1);
    const start = before?.end === piece.start ? sequelEnd(text, piece) : piece.start;
    if (before && start > piece.start) tokens[tokens.length - 1] = { ...before, end: start };
    if (start < piece.end) tokens.push({ start, end: piece.end });
  }
  return tokens;
}

/** Where marks and joiners at the start of a piece end. */
function sequelEnd(text: string, { start, end }: TextRange): number {
  leadingSequel.lastIndex = start;
  return leadingSequel.test(text) ? Math.min(leadingSequel.lastIndex, end) : start;
}
