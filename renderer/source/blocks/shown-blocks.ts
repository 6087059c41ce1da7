import { type Choices, pieceId } from "../../../shared/extract/choices.ts";
import type { ComposedRun } from "../../../shared/extract/compose.ts";
import type { BlockKind, Extracted, Piece } from "../../../shared/extract/extracted.ts";

/** A stretch of a block as its file has it. */
export interface Part {
  words: string;
  /** Where it begins in the composed text; null for what that leaves out. */
  at: number | null;
}

/** A block of the file, in the file's order. */
export interface ShownBlock {
  /** Its number in what the reader made of the file, from 0. */
  block: number;
  kind: BlockKind;
  level: number | null;
  parts: readonly Part[];
}

/** What a file says, block by block, and which of it the text composed of it has. */
export function shownBlocks(
  { blocks }: Extracted,
  choices: Choices,
  runs: readonly ComposedRun[],
): ShownBlock[] {
  const refused: ReadonlySet<string> = new Set(choices.refused);
  const byPiece = Map.groupBy(runs, ({ block, piece }) => pieceId(block, piece));
  return blocks.map(({ kind, level, pieces }, block) => {
    const isLeftOut = pieces.every((_, piece) => !byPiece.has(pieceId(block, piece)));
    const parts = pieces.flatMap((piece, index) => {
      const id = pieceId(block, index);
      if (isLeftOut) return [leftOut(piece.original)];
      return partsOf(piece, refused.has(id), byPiece.get(id) ?? []);
    });
    return { block, kind, level, parts };
  });
}

const leftOut = (words: string): Part => ({ words, at: null });

/** The runs of a piece, and what was cut out around them. */
function partsOf(piece: Piece, isRefused: boolean, runs: readonly ComposedRun[]): Part[] {
  const words = isRefused ? piece.original : piece.text;
  if (words === "") return isVisible(piece) ? [leftOut(piece.original)] : [];
  let done = 0;
  const parts = runs.flatMap(({ start, end, offset }) => {
    const cut = leftOut(words.slice(done, offset));
    done = offset + end - start;
    return [cut, { words: words.slice(offset, done), at: start }];
  });
  return [...parts, leftOut(words.slice(done))].filter((part) => part.words !== "");
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

// Some screens' worth: few enough to draw at once, enough that there are not thousands of chunks.
const chunkLength = 6000;

/** The blocks in stretches that are drawn together, each of some thousand characters or one long block. */
export function chunksOf(blocks: readonly ShownBlock[]): ShownBlock[][] {
  const chunks: ShownBlock[][] = [];
  let room = 0;
  for (const block of blocks) {
    if (room <= 0) {
      chunks.push([]);
      room = chunkLength;
    }
    chunks.at(-1)?.push(block);
    room -= lengthOf(block) + blockCost;
  }
  return chunks;
}

// A short line takes as much room, and work, as so many characters.
const blockCost = 60;

const lengthOf = ({ parts }: ShownBlock) =>
  parts.reduce((length, { words }) => length + words.length, 0);

/** About how high a chunk will be, in pixels, before it was drawn. */
export function expectedHeight(blocks: readonly ShownBlock[]): number {
  return blocks.reduce((height, block) => height + 12 + 23 * Math.ceil(lengthOf(block) / 55), 0);
}
