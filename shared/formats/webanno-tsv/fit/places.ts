import type { TextRange } from "../../../model/annotation.ts";
import { countWhile } from "../../../text/count-while.ts";
import { dropped } from "../../fit/fitting.ts";
import type { LossBook } from "../../losses.ts";

/** What becomes of what does not begin and end in words. */
export const things = {
  spans: {
    white: "Spans of white space only",
    trimmed: "Spans that begin or end in white space",
  },
  sections: {
    white: "Sections of white space only",
    trimmed: "Sections that begin or end in white space",
  },
};

/** Where it is written; null for white space only. */
export function placed(
  range: TextRange,
  { white, trimmed }: (typeof things)["spans"],
  example: string,
  tokens: readonly TextRange[],
  book: LossBook,
): TextRange | null {
  const found = range.start === range.end ? pointIn(tokens, range.start) : within(tokens, range);
  if (found === null) book.lose(white, dropped, example);
  else if (found.start !== range.start || found.end !== range.end)
    book.lose(
      trimmed,
      "written from a word to a word, since white space has no place of its own.",
      example,
    );
  return found;
}

/** As INCEpTION does it: what has no words goes to the end of the word before, or to the first one. */
function pointIn(tokens: readonly TextRange[], point: number): TextRange | null {
  const before = tokens[countWhile(tokens.length, (at) => (tokens[at]?.start ?? 0) <= point) - 1];
  const place = before ? Math.min(point, before.end) : tokens[0]?.start;
  return place === undefined ? null : { start: place, end: place };
}

function within(tokens: readonly TextRange[], { start, end }: TextRange): TextRange | null {
  const first = tokens[countWhile(tokens.length, (at) => (tokens[at]?.end ?? 0) <= start)];
  const last = tokens[countWhile(tokens.length, (at) => (tokens[at]?.start ?? 0) < end) - 1];
  if (first === undefined || last === undefined || last.end <= start || first.start >= end)
    return null;
  return { start: Math.max(start, first.start), end: Math.min(end, last.end) };
}
