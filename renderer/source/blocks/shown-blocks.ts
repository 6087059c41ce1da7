import { type Choices, pieceId } from "../../../shared/extract/choices.ts";
import type { BlockKind, Extracted, Piece } from "../../../shared/extract/extracted.ts";

/** A stretch of a block as its file has it. */
export interface Part {
  words: string;
  /** Where it begins in what the report's text has of the block; null for what the text leaves out. */
  at: number | null;
}

/** A block of the file, in the file's order. */
export interface ShownBlock {
  /** By which places name it: the n-th block that says something, from 1. */
  element: number;
  kind: BlockKind;
  level: number | null;
  parts: readonly Part[];
}

/** What a file says, block by block, and which of it a report's text has. */
export function shownBlocks({ blocks }: Extracted, choices: Choices): ShownBlock[] {
  const refused: ReadonlySet<string> = new Set(choices.refused);
  const restored = new Set(choices.restored);
  return blocks.map(({ kind, level, pieces }, index) => {
    const isLeftOut = kind === "left-out" && !restored.has(index);
    const parts = isLeftOut
      ? pieces.map(({ original }) => ({ words: original, at: null }))
      : partsOf(pieces, (piece) => refused.has(pieceId(index, piece)));
    return { element: index + 1, kind, level, parts };
  });
}

function partsOf(pieces: readonly Piece[], isRefused: (piece: number) => boolean): Part[] {
  let at = 0;
  return pieces.flatMap((piece, index): Part[] => {
    const words = isRefused(index) ? piece.original : piece.text;
    if (words === "") return isVisible(piece) ? [{ words: piece.original, at: null }] : [];
    at += words.length;
    return [{ words, at: at - words.length }];
  });
}

/** Soft hyphens, doubled blanks and the like leave nothing behind that could be shown. */
function isVisible({ original }: Piece): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(original);
}

/** A table's rows, each with its cells: tabs stand between cells and line ends between rows. */
export function cellsOf(parts: readonly Part[]): Part[][][] {
  const rows: Part[][][] = [[[]]];
  for (const part of parts.flatMap(atSigns)) {
    if (part.words === "\n") rows.push([[]]);
    else if (part.words === "\t") rows.at(-1)?.push([]);
    else rows.at(-1)?.at(-1)?.push(part);
  }
  return rows;
}

/** The same words, cut before and behind each tab and line end. */
function atSigns({ words, at }: Part): Part[] {
  let offset = 0;
  return words.split(/([\t\n])/).flatMap((word) => {
    offset += word.length;
    if (word === "") return [];
    return [{ words: word, at: at === null ? null : at + offset - word.length }];
  });
}

/** Neighbours of one list together, everything else by itself. */
export function groupsOf(blocks: readonly ShownBlock[]): ShownBlock[][] {
  const groups: ShownBlock[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const isNext = block.kind === "list-item" && last?.[0]?.kind === "list-item";
    if (isNext) last?.push(block);
    else groups.push([block]);
  }
  return groups;
}
