import {
  type Choices,
  type PieceId,
  pieceId,
  swapBlocks,
  type TextCut,
} from "../../shared/extract/choices.ts";
import type { Extracted, RepairKind } from "../../shared/extract/extracted.ts";
import { chooseMove, isMoved } from "../../shared/extract/moves.ts";
import type { BlockView } from "./preview-blocks.ts";

/* What a person's step in the preview makes of the choices; each gives new ones. */

/** Refuses a repair that was taken, or takes one that was refused. */
export function toggleRepair(choices: Choices, block: number, piece: number): Choices {
  const id = pieceId(block, piece);
  const others = choices.refused.filter((refused) => refused !== id);
  const wasRefused = others.length < choices.refused.length;
  return { ...choices, refused: wasRefused ? others : [...others, id] };
}

/** Takes or refuses every repair of one kind in the text. */
export function setKind(
  extracted: Extracted,
  choices: Choices,
  kind: RepairKind,
  isTaken: boolean,
): Choices {
  const ids = new Set<PieceId>(repairsOf(extracted, kind));
  const others = choices.refused.filter((id) => !ids.has(id));
  return { ...choices, refused: isTaken ? others : [...others, ...ids] };
}

/** Takes or refuses every repair in the text, and every move. */
export function setAll(extracted: Extracted, choices: Choices, isTaken: boolean): Choices {
  const ids = new Set(repairsOf(extracted));
  const others = choices.refused.filter((id) => !ids.has(id));
  const chosen = { ...choices, refused: isTaken ? others : [...others, ...ids] };
  return (extracted.moves ?? []).reduce(
    (made, move) => chooseMove(extracted, made, move, isTaken),
    chosen,
  );
}

/** Whether every repair in the text is taken, and every move. */
export function isAllTaken(extracted: Extracted, choices: Choices): boolean {
  const refused = new Set(choices.refused);
  const { moves = [] } = extracted;
  return (
    !repairsOf(extracted).some((id) => refused.has(id)) &&
    moves.every((move) => isMoved(choices, move))
  );
}

/** How many repairs and moves there are in the text. */
export const countAll = (extracted: Extracted): number =>
  repairsOf(extracted).length + (extracted.moves?.length ?? 0);

/** The repairs of one kind or of all, but for what stands in left-out blocks. */
function repairsOf({ blocks }: Extracted, kind?: RepairKind): PieceId[] {
  return blocks.flatMap((block, index) =>
    block.kind === "left-out"
      ? []
      : block.pieces.flatMap(({ repair }, at) =>
          repair !== null && repair === (kind ?? repair) ? pieceId(index, at) : [],
        ),
  );
}

/** Puts left-out blocks back into the text, as the file has them, or leaves them out again. */
export function setRestored(
  { blocks }: Extracted,
  choices: Choices,
  which: readonly number[],
  isRestored: boolean,
): Choices {
  const meant = new Set(which);
  const ids = new Set<PieceId>(
    which.flatMap((index) => (blocks[index]?.pieces ?? []).map((_, at) => pieceId(index, at))),
  );
  const refused = choices.refused.filter((id) => !ids.has(id));
  const restored = choices.restored.filter((index) => !meant.has(index));
  if (!isRestored) return { ...choices, refused, restored };
  // Their pieces say "nothing" for what the file has.
  return { ...choices, refused: [...refused, ...ids], restored: [...restored, ...which] };
}

/** Takes stretches out of the text. */
export function takeOut(choices: Choices, cuts: readonly TextCut[]): Choices {
  return { ...choices, removed: [...choices.removed, ...cuts] };
}

/** All of a block that is in the text. */
export function wholeBlock({ index, segments }: BlockView): TextCut {
  const last = segments.at(-1);
  const to = { piece: last?.piece ?? 0, offset: Math.max(1, endOf(last)) };
  return { block: index, from: { piece: 0, offset: 0 }, to };
}

const endOf = (segment: BlockView["segments"][number] | undefined) =>
  segment ? segment.offset + segment.text.length : 0;

/** Puts back what was taken out of a block: all of it, or the cuts through one place. */
export function putBack(
  choices: Choices,
  block: number,
  at: { piece: number; offset: number } | null = null,
): Choices {
  const isMeant = (cut: TextCut) => cut.block === block && (at === null || isIn(cut, at));
  return { ...choices, removed: choices.removed.filter((cut) => !isMeant(cut)) };
}

function isIn({ from, to }: TextCut, { piece, offset }: { piece: number; offset: number }) {
  const isAfter = piece > from.piece || (piece === from.piece && offset >= from.offset);
  const isBefore = piece < to.piece || (piece === to.piece && offset < to.offset);
  return isAfter && isBefore;
}

/** Swaps a block with the one shown before or after it; null at the ends. */
export function moveBlock(
  extracted: Extracted,
  choices: Choices,
  views: readonly BlockView[],
  block: number,
  by: 1 | -1,
): Choices | null {
  const at = views.findIndex(({ index }) => index === block);
  const neighbour = at < 0 ? undefined : views[at + by];
  return neighbour ? swapBlocks(extracted, choices, block, neighbour.index) : null;
}
