import type { TextEdit } from "../../shared/correct/edits.ts";
import { movesOf } from "../../shared/correct/moved.ts";
import { editOf, editsOf } from "../../shared/defects/as-edits.ts";
import type { Repair } from "../../shared/defects/defect.ts";

/* What of a text's edits are repairs as they were offered, and what was written by hand. */

/** The numbers of the repairs that are among the edits as they were offered. */
export function takenOf(found: readonly Repair[], edits: readonly TextEdit[]): Set<number> {
  const keys = new Set([...edits, ...movesOf(edits).flatMap((move) => move.edits)].map(placeOf));
  const isTaken = (defect: Repair) =>
    keys.has(placeOf(editOf(defect))) &&
    (defect.movedTo === undefined || edits.some(({ moved }) => moved && isOf(moved, defect)));
  return new Set(found.flatMap((defect, at) => (isTaken(defect) ? [at] : [])));
}

const isOf = (moved: NonNullable<TextEdit["moved"]>, { start, end }: Repair) =>
  moved.every((stretch) => start <= stretch.start && stretch.end <= end);

/** Those of the edits that are no repair as it was offered; a stretch that was written in goes with its old place. */
export function writtenByHand(
  text: string,
  found: readonly Repair[],
  edits: readonly TextEdit[],
): TextEdit[] {
  const taken = takenOf(found, edits);
  const offered = editsOf(
    text,
    found.filter((_, at) => taken.has(at)),
  );
  const keys = new Set(offered.map(keyOf));
  const others = edits.filter((edit) => !keys.has(keyOf(edit)));
  const moves = movesOf(others);
  const isLeft = ({ start, end }: TextEdit) =>
    moves.some((move) => start <= move.start && move.end <= end);
  return edits.filter((edit) => others.includes(edit) || isLeft(edit));
}

/** Whether one of these edits stands where a repair would be made. */
export function isInTheWay(
  edits: readonly TextEdit[],
  { start, end, movedTo = start }: Repair,
): boolean {
  return edits.some(
    (edit) =>
      (edit.start <= end && start <= edit.end) || (edit.start <= movedTo && movedTo <= edit.end),
  );
}

/** The edits that were made by hand, and of the repairs those that nothing is in the way of. */
export function withTaken(
  text: string,
  byHand: readonly TextEdit[],
  taken: readonly Repair[],
): TextEdit[] {
  const free = taken.filter((defect) => !isInTheWay(byHand, defect));
  return [...byHand, ...editsOf(text, free)].sort((a, b) => a.start - b.start || a.end - b.end);
}

const placeOf = ({ start, end, text }: TextEdit) => `${start} ${end} ${text}`;
const keyOf = (edit: TextEdit) => JSON.stringify([placeOf(edit), edit.moved]);
