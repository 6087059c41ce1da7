import { applyEdits, type TextEdit } from "../correct/edits.ts";
import type { MovedStretch } from "../correct/moved.ts";
import type { TextRange } from "../model/annotation.ts";
import { trimRange } from "../text/words.ts";
import type { Repair } from "./defect.ts";

/**
 * The edits that repair defects, whichever of those that `findDefects` gave are left out. A stretch
 * that moves becomes a paragraph of its own where it belongs, with its own repairs made.
 */
export function editsOf(text: string, defects: readonly Repair[]): TextEdit[] {
  const moves = defects.filter(({ movedTo }) => movedTo !== undefined);
  const stretches = moves.map((move) => trimRange(text, move));
  const isInside = (defect: Repair) =>
    stretches.some(({ start, end }) => start <= defect.start && defect.end <= end);
  const inPlace = defects.filter((defect) => defect.movedTo === undefined && !isInside(defect));
  const repairs = defects.filter((defect) => defect.movedTo === undefined && isInside(defect));
  const putIn = moves.map((move) => puttingIn(text, move, repairs.map(editOf)));
  const edits = [...putIn, ...[...inPlace, ...moves].map(editOf)];
  return withoutTouching(edits.sort((a, b) => a.start - b.start || a.end - b.end));
}

/** The edit of a repair in place, or what a move leaves behind. */
export const editOf = ({ start, end, replacement }: Repair): TextEdit => ({
  start,
  end,
  text: replacement,
});

function puttingIn(text: string, move: Repair, repairs: readonly TextEdit[]): TextEdit {
  const { movedTo: at = 0 } = move;
  const stretch = trimRange(text, move);
  const edits = repairs.filter(({ start, end }) => stretch.start <= start && end <= stretch.end);
  const inside = edits.map((edit) => moved(edit, -stretch.start));
  const words = applyEdits(text.slice(stretch.start, stretch.end), inside);
  return { start: at, end: at, text: `${words}\n\n`, moved: keptOf(stretch, edits) };
}

const moved = ({ start, end, text }: TextEdit, by: number): TextEdit => ({
  start: start + by,
  end: end + by,
  text,
});

/** What is left of a stretch between edits; its ends are told even where they were edited. */
function keptOf(stretch: TextRange, edits: readonly TextEdit[]): MovedStretch[] {
  const kept: MovedStretch[] = [];
  let from = stretch.start;
  let at = 0;
  for (const { start, end, text } of edits) {
    kept.push({ start: from, end: start, at });
    at += start - from + text.length;
    from = end;
  }
  return [...kept, { start: from, end: stretch.end, at }];
}

/** Where a stretch is put in at the very start of an edit, or inside of it, the two are one. */
function withoutTouching(edits: readonly TextEdit[]): TextEdit[] {
  const all: TextEdit[] = [];
  for (const edit of edits) {
    const last = all.at(-1);
    const meets = last && (edit.start < last.end || edit.start === last.start);
    if (!meets) all.push(edit);
    else if (last.moved) all.splice(-1, 1, { ...last, end: edit.end, text: last.text + edit.text });
    else all.splice(-1, 1, { ...last, text: edit.text + last.text, moved: edit.moved });
  }
  return all;
}
