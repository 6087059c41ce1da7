import { type Choices, pieceId, type TextCut } from "../../shared/extract/choices.ts";
import type { BlockMove } from "../../shared/extract/extracted.ts";
import {
  type BlockKind,
  type Extracted,
  type ExtractedBlock,
  type Piece,
  type RepairKind,
  textOfBlock,
} from "../../shared/extract/extracted.ts";
import { isMoved } from "../../shared/extract/moves.ts";
import { shortenedQuote } from "../../shared/text/offsets.ts";

/** A stretch of a block as the preview shows it: in the text, or taken out of it. */
export interface Segment {
  piece: number;
  /** Where in the piece it begins. */
  offset: number;
  /** What the report has there, if it is not cut. */
  text: string;
  original: string;
  repair: RepairKind | null;
  /** Why it was repaired, where the reader says so. */
  because: string | null;
  isRefused: boolean;
  /** Taken out by a person. */
  isCut: boolean;
}

/** A block as the preview shows it. */
export interface BlockView {
  /** The number that the reader gave it. */
  index: number;
  kind: BlockKind;
  level: number | null;
  /** Not in the text. */
  isOut: boolean;
  /** Of blocks that are offered to be moved. */
  move: MoveView | null;
  /** The words that are offered to be moved before it. */
  awaits: string | null;
  segments: readonly Segment[];
}

/** A block's part in a move. */
export interface MoveView {
  move: BlockMove;
  isFirst: boolean;
  isMoved: boolean;
  /** The words of the block that it belongs before. */
  before: string;
}

/** The blocks in their order. Those that a choice did not touch are the same objects as `before`. */
export function previewBlocks(
  extracted: Extracted,
  choices: Choices,
  before: ReadonlyMap<string, BlockView>,
): Map<string, BlockView> {
  const { blocks } = extracted;
  const refused = new Set<string>(choices.refused);
  const restored = new Set(choices.restored);
  const cuts = Map.groupBy(choices.removed, ({ block }) => block);
  const views = new Map<string, BlockView>();
  for (const index of choices.order ?? blocks.keys()) {
    const block = blocks[index];
    if (!block || block.pieces.every(({ text, original }) => text + original === "")) continue;
    const own = cuts.get(index) ?? [];
    const isOut = block.kind === "left-out" && !restored.has(index);
    const refusals = block.pieces.flatMap((_, at) => (refused.has(pieceId(index, at)) ? at : []));
    const moving = movingOf(extracted, choices, index);
    const key = JSON.stringify([index, isOut, refusals, own, moving]);
    const chosen = { index, isOut, refusals, cuts: own, ...moving };
    views.set(key, before.get(key) ?? viewOf(block, chosen));
  }
  return views;
}

/** What is offered to be moved with a block, or to before it. */
function movingOf(extracted: Extracted, choices: Choices, index: number) {
  const { moves = [], blocks } = extracted;
  const words = (block: number) => {
    const found = blocks[block];
    return found ? shortenedQuote(textOfBlock(found).trim()) : "";
  };
  const own = moves.find(({ first, last }) => first <= index && index <= last);
  const coming = moves.find((move) => move.before === index && !isMoved(choices, move));
  const move = own && {
    move: own,
    isFirst: own.first === index,
    isMoved: isMoved(choices, own),
    before: words(own.before),
  };
  return { move: move ?? null, awaits: coming ? words(coming.first) : null };
}

interface Chosen extends Pick<BlockView, "move" | "awaits"> {
  index: number;
  isOut: boolean;
  refusals: readonly number[];
  cuts: readonly TextCut[];
}

function viewOf({ kind, level, pieces }: ExtractedBlock, chosen: Chosen): BlockView {
  const refused = new Set(chosen.refusals);
  const segments = pieces.flatMap((piece, at) =>
    segmentsOf(piece, at, refused.has(at), gapsIn(piece, at, refused.has(at), chosen.cuts)),
  );
  const { index, isOut, move, awaits } = chosen;
  return { index, kind, level, isOut, move, awaits, segments };
}

const textOf = ({ text, original }: Piece, isRefused: boolean) => (isRefused ? original : text);

interface Gap {
  start: number;
  end: number;
}

/** Where cuts go through a piece, in order; a repair is cut as a whole. */
function gapsIn(piece: Piece, at: number, isRefused: boolean, cuts: readonly TextCut[]): Gap[] {
  const length = textOf(piece, isRefused).length;
  const touching = cuts.filter(
    ({ from, to }) => from.piece <= at && (at < to.piece || (at === to.piece && to.offset > 0)),
  );
  if (piece.repair !== null) return touching.length > 0 ? [{ start: 0, end: length }] : [];
  return touching
    .map(({ from, to }) => ({
      start: from.piece === at ? from.offset : 0,
      end: to.piece === at ? Math.min(to.offset, length) : length,
    }))
    .sort((a, b) => a.start - b.start);
}

function segmentsOf(piece: Piece, at: number, isRefused: boolean, gaps: readonly Gap[]): Segment[] {
  const { repair, original, because = null } = piece;
  const text = textOf(piece, isRefused);
  const segment = (start: number, end: number, isCut: boolean): Segment[] => {
    const part = { piece: at, offset: start, text: text.slice(start, end), isCut };
    return end > start ? [{ ...part, original, repair, because, isRefused }] : [];
  };
  if (repair !== null) {
    const isCut = gaps.length > 0;
    return [{ piece: at, offset: 0, text, original, repair, because, isRefused, isCut }];
  }
  const segments: Segment[] = [];
  let offset = 0;
  for (const { start, end } of gaps) {
    segments.push(...segment(offset, start, false));
    segments.push(...segment(Math.max(start, offset), end, true));
    offset = Math.max(offset, end);
  }
  return [...segments, ...segment(offset, text.length, false)];
}
