import { z } from "zod";
import { AppError } from "../errors.ts";
import { TextRange } from "../model/annotation.ts";
import { shortenedQuote } from "../text/offsets.ts";

/** Words that take the place of a stretch of the text; an empty stretch is where they are put in. */
export const TextEdit = TextRange.extend({ text: z.string() });
export type TextEdit = z.output<typeof TextEdit>;

/** The text with edits made; they have to be sound as `checkEdits` says. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let at = 0;
  const parts = edits.flatMap(({ start, end, text: words }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, words];
  });
  return [...parts, text.slice(at)].join("");
}

/** The edits that lead back to the text: their offsets count in what these make of it. */
export function invertedEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let moved = 0;
  return edits.map(({ start, end, text: words }) => {
    const from = start + moved;
    moved += words.length - (end - start);
    return { start: from, end: from + words.length, text: text.slice(start, end) };
  });
}

/** @throws AppError "bad-input" unless the edits are in order, disjoint, and leave whole characters. */
export function checkEdits(text: string, edits: readonly TextEdit[]): void {
  let last: TextEdit | null = null;
  for (const edit of edits) {
    const problem = problemOf(text, edit, last);
    if (problem !== null) throw new AppError("bad-input", problem);
    last = edit;
  }
}

function problemOf(text: string, edit: TextEdit, last: TextEdit | null): string | null {
  const where = `The correction at ${edit.start} to ${edit.end}`;
  if (edit.start > edit.end || edit.end > text.length)
    return `${where} is not in the report's ${text.length} characters; open the report again.`;
  if (last && (edit.start < last.end || edit.start === last.start))
    return `${where} touches the one at ${last.start} to ${last.end}; make one of the two.`;
  const around = [text.slice(0, edit.start), text.slice(edit.end), edit.text];
  if (!around.every((part) => part.isWellFormed()))
    return `${where} cuts a character in two; correct all of it.`;
  if (edit.text.includes("\r"))
    return `${where} has a line end that is not "\\n" (“${shortenedQuote(edit.text)}”); use that one.`;
  return null;
}

/** Without those that put in what stands there. */
export function realEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  return edits.filter((edit) => text.slice(edit.start, edit.end) !== edit.text);
}
