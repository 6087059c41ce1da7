import type { Choices } from "./choices.ts";
import type { BlockMove, Extracted } from "./extracted.ts";

/** Whether the blocks stand where they belong. */
export function isMoved({ order }: Choices, { first, last, before }: BlockMove): boolean {
  if (!order) return false;
  const at = order.indexOf(before);
  const length = last - first + 1;
  return order.slice(Math.max(0, at - length), at).join() === rangeOf(first, last).join();
}

/** The choices with the blocks where they belong, or back where the reader found them. */
export function chooseMove(
  { blocks }: Extracted,
  choices: Choices,
  move: BlockMove,
  isTaken: boolean,
): Choices {
  const stretch = new Set(rangeOf(move.first, move.last));
  const rest = (choices.order ?? [...blocks.keys()]).filter((block) => !stretch.has(block));
  const at = isTaken ? rest.indexOf(move.before) : rest.indexOf(move.first - 1) + 1;
  const order = rest.toSpliced(at, 0, ...stretch);
  return { ...choices, order: order.every((block, index) => block === index) ? null : order };
}

/** What is put between a block and the one before it where the two are one sentence; null where they are not. */
export function seamBetween(
  { moves = [] }: Extracted,
  before: number | undefined,
  block: number,
): string | null {
  const move = moves.find(({ first, last }) => first - 1 === before && last + 1 === block);
  return move?.seam ?? null;
}

const rangeOf = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
