import { z } from "zod";
import { AppError } from "../errors.ts";
import { TextRange } from "../model/annotation.ts";
import { shortenedQuote } from "../text/offsets.ts";
import { MovedStretch, movedProblem } from "./moved.ts";

/**
 * Words that take the place of a stretch of the text; an empty stretch is where they are put in. Where
 * they are words of the text that another edit takes out, `moved` says which, in order: they moved.
 */
export const TextEdit = TextRange.extend({
  text: z.string(),
  moved: z.array(MovedStretch).min(1).optional(),
});
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
  let shift = 0;
  const placed = edits.map((edit) => {
    const from = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    return { edit, from, to: from + edit.text.length };
  });
  return placed.map(({ edit: { start, end }, from, to }) => {
    const back = { start: from, end: to, text: text.slice(start, end) };
    const moved = placed.find(({ edit }) => isWithin(edit.moved, start, end));
    if (!moved?.edit.moved) return back;
    const stretches = moved.edit.moved.map((stretch) => ({
      start: moved.from + stretch.at,
      end: moved.from + stretch.at + stretch.end - stretch.start,
      at: stretch.start - start,
    }));
    return { ...back, moved: stretches };
  });
}

const isWithin = (moved: readonly TextRange[] | undefined, start: number, end: number) =>
  moved?.every((stretch) => start <= stretch.start && stretch.end <= end);

/** @throws AppError "bad-input" unless the edits are in order, disjoint, and leave whole characters. */
export function checkEdits(text: string, edits: readonly TextEdit[]): void {
  let last: TextEdit | null = null;
  for (const edit of edits) {
    const problem = problemOf(text, edit, last);
    if (problem !== null) throw new AppError("bad-input", problem);
    const moved = movedProblem(text, edit, edits);
    if (moved !== null)
      throw new AppError("bad-input", `The correction at ${edit.start} ${moved}; make it anew.`);
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
