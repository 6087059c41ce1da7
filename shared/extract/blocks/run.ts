import { type Piece, repairedPiece } from "../extracted.ts";
import { withoutOptionalHyphens } from "./pieces.ts";
import type { Tally } from "./warnings.ts";

const raised: Readonly<Record<string, string>> = {
  ...{ "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴" },
  ...{ "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹" },
  ...{ "-": "⁻", "−": "⁻", "–": "⁻", "+": "⁺" },
};

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
  const number = isRaised ? raisedNumber(before, text) : null;
  if (number) tally.add("raised");
  const pieces = number ? [number] : withoutOptionalHyphens(text);
  tally.add("hyphens", pieces.filter(({ repair }) => repair === "hyphen").length);
  return pieces;
}

/** 10³ would otherwise read 103; whatever else is raised reads as well when it is not. */
function raisedNumber(before: readonly Piece[], text: string): Piece | null {
  const last = before.findLast((piece) => piece.text !== "")?.text ?? "";
  if (!/\d$/.test(last) || !/^[-−–+]?\d{1,4}$/.test(text)) return null;
  return repairedPiece(
    "characters",
    text,
    Array.from(text, (sign) => raised[sign] ?? sign).join(""),
  );
}
