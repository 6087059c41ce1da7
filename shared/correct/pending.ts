import { applyEdits, type TextEdit } from "./edits.ts";
import { type MovedStretch, movedThrough } from "./moved.ts";

/**
 * Edits of a text with one more, whose offsets count in the text as the others make it. Edits that
 * touch become one; what is as it was before is no edit any more.
 */
export function withEdit(text: string, edits: readonly TextEdit[], change: TextEdit): TextEdit[] {
  const placed = placedIn(edits);
  const touches = ({ from, to }: Placed) => from <= change.end && to >= change.start;
  const touched = placed.filter(touches);
  const [first, last] = [touched[0], touched.at(-1)];
  const from = Math.min(change.start, first?.from ?? change.start);
  const to = Math.max(change.end, last?.to ?? change.end);
  const now = applyEdits(text, edits);
  const moved = touched.flatMap(({ edit, from: at }) => edit.moved?.map(placedAt(at)) ?? []);
  const kept = movedThrough(moved, change).map(placedAt(-from));
  const merged: TextEdit = {
    ...(kept.length > 0 && { moved: kept }),
    start: first?.from === from ? first.edit.start : oldOffset(placed, from),
    end: last?.to === to ? last.edit.end : oldOffset(placed, to),
    text: now.slice(from, change.start) + change.text + now.slice(change.end, to),
  };
  const isReal = text.slice(merged.start, merged.end) !== merged.text;
  return [
    ...placed.filter(({ to: end }) => end < change.start).map(({ edit }) => edit),
    ...(isReal ? [merged] : []),
    ...placed.filter(({ from: start }) => start > change.end).map(({ edit }) => edit),
  ];
}

const placedAt =
  (by: number) =>
  (stretch: MovedStretch): MovedStretch => ({ ...stretch, at: stretch.at + by });

/** An edit and where what it puts in stands. */
interface Placed {
  edit: TextEdit;
  from: number;
  to: number;
}

function placedIn(edits: readonly TextEdit[]): Placed[] {
  let moved = 0;
  return edits.map((edit) => {
    const from = edit.start + moved;
    moved += edit.text.length - (edit.end - edit.start);
    return { edit, from, to: from + edit.text.length };
  });
}

/** Where an offset that is in no edit stood before. */
function oldOffset(placed: readonly Placed[], offset: number): number {
  const last = placed.findLast(({ to }) => to <= offset);
  return last ? last.edit.end + offset - last.to : offset;
}

/** A stretch of a text before or after its edits, in the order of reading. */
export interface ComparedPiece {
  text: string;
  kind: "same" | "out" | "in";
  /** Where it stands, or stood, in the text before. */
  start: number;
}

/** The text with what the edits take out and put in. */
export function compareEdits(text: string, edits: readonly TextEdit[]): ComparedPiece[] {
  let at = 0;
  const pieces = edits.flatMap((edit): ComparedPiece[] => {
    const same = { text: text.slice(at, edit.start), kind: "same" as const, start: at };
    at = edit.end;
    const out = { text: text.slice(edit.start, edit.end), kind: "out" as const, start: edit.start };
    return [same, out, { text: edit.text, kind: "in", start: edit.end }];
  });
  const rest = { text: text.slice(at), kind: "same" as const, start: at };
  return [...pieces, rest].filter((piece) => piece.text !== "");
}
