import { type Piece, repairedPiece } from "../extracted.ts";
import { withoutOptionalHyphens } from "./pieces.ts";
import { raisedNumber } from "./raised.ts";
import type { Tally } from "./warnings.ts";

/**
 * What stands in the file as one run of text, as pieces: optional hyphens, which only show at a
 * line's end, are left out, and a raised number behind another is written in raised digits.
 * @param before what the paragraph has already.
 */
export function piecesOfRun(
  before: readonly Piece[],
  text: string,
  isRaised: boolean,
  tally: Tally,
): Piece[] {
  const last = before.findLast((piece) => piece.text !== "")?.text ?? "";
  const number = isRaised ? raisedNumber(last, text) : null;
  if (number) tally.add("raised");
  const pieces = number
    ? [repairedPiece("characters", text, number)]
    : withoutOptionalHyphens(text);
  tally.add("hyphens", pieces.filter(({ repair }) => repair === "hyphen").length);
  return pieces;
}
