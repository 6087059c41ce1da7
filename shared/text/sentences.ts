import type { TextRange } from "../model/annotation.ts";
import { canEndBehind } from "./sentence-words.ts";
import { trimRange } from "./words.ts";

/** A full stop or the like, what closes behind it, a citation, and then white space. Chinese and Japanese need no space. */
const terminator = /[.!?…؟।]+[)\]"'’”»]*(?:\[[\d,;–\- ]+\])?(?=\s)|[。！？]+[」』）]*/gu;
const blankLine = /\n[^\S\n]*\n/g;

/**
 * The sentences of a text, or of a range of it: in order, disjoint, without white space at their ends,
 * and together all that is not white space. A blank line ends a sentence, another line end does not.
 */
export function sentenceRanges(
  text: string,
  range: TextRange = { start: 0, end: text.length },
): TextRange[] {
  return paragraphsOf(text, range).flatMap((paragraph) => sentencesOf(text, paragraph));
}

function paragraphsOf(text: string, { start, end }: TextRange): TextRange[] {
  const ends = Array.from(
    text.slice(start, end).matchAll(blankLine),
    ({ index, 0: { length } }) => start + index + length,
  );
  return stretches(start, [...ends, end]);
}

function sentencesOf(text: string, paragraph: TextRange): TextRange[] {
  const words = text.slice(paragraph.start, paragraph.end);
  const ends: number[] = [];
  let begin = 0;
  for (const { index, 0: mark } of words.matchAll(terminator)) {
    const end = index + mark.length;
    if (!canEndBehind(words.slice(begin, end), words.slice(end, end + longestLookAhead))) continue;
    ends.push(paragraph.start + end);
    begin = end;
  }
  return stretches(paragraph.start, [...ends, paragraph.end])
    .map((stretch) => trimRange(text, stretch))
    .filter(({ start, end }) => start < end);
}

/** In characters: enough for white space and the next word. */
const longestLookAhead = 60;

/** From each end to the next. */
function stretches(start: number, ends: readonly number[]): TextRange[] {
  return ends.map((end, at) => ({ start: ends[at - 1] ?? start, end }));
}
