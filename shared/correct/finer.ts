import type { TextEdit } from "./edits.ts";
import { tightened } from "./mapping.ts";

/**
 * An edit as the smaller ones it comes to, in order, where old and new have as many lines, or a line as
 * many words: so what was pasted over everything moves no span whose own words it leaves.
 */
export function finerEdits(text: string, edit: TextEdit): TextEdit[] {
  return partsOf(text, edit, "\n")
    .flatMap((line) => partsOf(text, line, " "))
    .map((part) => tightened(text, part));
}

function partsOf(text: string, edit: TextEdit, separator: string): TextEdit[] {
  const old = text.slice(edit.start, edit.end).split(separator);
  const now = edit.text.split(separator);
  if (old.length !== now.length) return [edit];
  let start = edit.start;
  return old.flatMap((words, at) => {
    const part = { start, end: start + words.length, text: now[at] ?? "" };
    start = part.end + separator.length;
    return part.text === words ? [] : [part];
  });
}
