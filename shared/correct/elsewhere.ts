import { realEdits, type TextEdit } from "./edits.ts";
import type { RangeMapping } from "./mapping.ts";

/** Edits that were made of another text, as edits of the one here. */
export interface EditsHere {
  /** What is not made here yet, in order; offsets count in the text here. */
  edits: TextEdit[];
  /** How many stand where the text here says something else, or move text, and cannot be made here. */
  lost: number;
}

/**
 * Edits of another text as edits of the one that is here, where their words stand here too.
 * @param map where places of that text are in the one here
 * @param taken edits of the text here that stay clear
 */
export function editsHere(
  there: { text: string; edits: readonly TextEdit[] },
  here: string,
  map: RangeMapping,
  taken: readonly TextEdit[],
): EditsHere {
  // What moves hangs together, and cannot be made in parts.
  if (there.edits.some(({ moved }) => moved)) return { edits: [], lost: there.edits.length };
  const placed = there.edits.map((edit) => placedHere(there.text, edit, here, map));
  const known = placed.filter((edit) => edit !== null);
  const edits: TextEdit[] = [];
  let lost = placed.length - known.length;
  for (const edit of realEdits(here, known)) {
    if (taken.some((one) => isSame(one, edit))) continue;
    if ([...taken, ...edits].some((one) => meets(one, edit))) lost += 1;
    else edits.push(edit);
  }
  return { edits: edits.sort((a, b) => a.start - b.start || a.end - b.end), lost };
}

/** Null where neither what it replaces stands here nor what it puts in. */
function placedHere(
  base: string,
  { start, end, text }: TextEdit,
  here: string,
  map: RangeMapping,
): TextEdit | null {
  // What is put in between two characters has no words of its own to be told by.
  const around = start === end ? 1 : 0;
  const [from, to] = [Math.max(0, start - around), Math.min(base.length, end + around)];
  const [head, tail] = [base.slice(from, start), base.slice(end, to)];
  const range = map({ start: from, end: to });
  // At an end of the text, whatever was put in there is on its other side.
  if (around > 0 && head === "") range.start = 0;
  if (around > 0 && tail === "") range.end = here.length;
  const words = here.slice(range.start, range.end);
  const isBefore = words === base.slice(from, to);
  if (!isBefore && words !== head + text + tail) return null;
  return { start: range.start + head.length, end: range.end - tail.length, text };
}

const isSame = (a: TextEdit, b: TextEdit) =>
  a.start === b.start && a.end === b.end && a.text === b.text;

/** As of the edits of one correction no two do. */
const meets = (a: TextEdit, b: TextEdit) =>
  a.start === b.start || (a.start < b.end && b.start < a.end);
