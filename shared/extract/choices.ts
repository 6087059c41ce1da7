import { z } from "zod";
import { AppError } from "../errors.ts";
import type { Extracted } from "./extracted.ts";

const Index = z.int().nonnegative();

/** A piece by its block's and its own place in what the reader made: "3.12". */
export const PieceId = z.templateLiteral([Index, ".", Index]);
export type PieceId = z.output<typeof PieceId>;

/** A place inside a block: a piece, and an offset into its text in UTF-16 code units. */
const Spot = z.object({ piece: Index, offset: Index });

/** A stretch of one block that a person takes out. What a repair made is taken out whole. */
export const TextCut = z.object({ block: Index, from: Spot, to: Spot });
export type TextCut = z.output<typeof TextCut>;

/** What a person decided about a file's text before it is fixed. Blocks keep the numbers the reader gave them. */
export const Choices = z.object({
  /** Repairs that are not taken. */
  refused: z.array(PieceId),
  removed: z.array(TextCut),
  /** Every block once, in the order wished; null: as the reader has them. */
  order: z.array(Index).nullable(),
  /** Left-out blocks that are put back into the text. */
  restored: z.array(Index),
});
export type Choices = z.output<typeof Choices>;

/** All repairs taken, everything else as the reader has it. */
export const noChoices: Choices = { refused: [], removed: [], order: null, restored: [] };

/** What holds until a person chooses: what a reader repaired is taken, what is only offered is not. */
export function firstChoices({ blocks }: Extracted): Choices {
  const refused = blocks.flatMap(({ pieces }, block) =>
    pieces.flatMap(({ isOffered }, piece) => (isOffered ? pieceId(block, piece) : [])),
  );
  return refused.length === 0 ? noChoices : { ...noChoices, refused };
}

export const pieceId = (block: number, piece: number): PieceId => `${block}.${piece}`;

/** The choices with two blocks in each other's place. */
export function swapBlocks(
  { blocks }: Extracted,
  choices: Choices,
  one: number,
  other: number,
): Choices {
  const order = choices.order ?? blocks.map((_, index) => index);
  const swapped = order.map((block) => (block === one ? other : block === other ? one : block));
  return { ...choices, order: swapped };
}

/** @throws AppError "bad-input" when the choices were made for another text. */
export function checkChoices({ blocks }: Extracted, choices: Choices): void {
  const hasPiece = (id: PieceId) => {
    const [block = 0, piece = 0] = id.split(".").map(Number);
    return blocks[block]?.pieces[piece] !== undefined;
  };
  const fits =
    choices.refused.every(hasPiece) &&
    choices.removed.every(({ block }) => block < blocks.length) &&
    choices.restored.every((block) => block < blocks.length) &&
    isPermutation(choices.order, blocks.length);
  if (!fits)
    throw new AppError(
      "bad-input",
      "These choices belong to another text; open the preview again and choose anew.",
    );
}

function isPermutation(order: readonly number[] | null, length: number): boolean {
  if (order === null) return true;
  const distinct = new Set(order);
  return order.length === length && distinct.size === length && !order.some((at) => at >= length);
}
