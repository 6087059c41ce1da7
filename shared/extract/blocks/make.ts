import type { SectionKind } from "../../model/report.ts";
import { type BlockKind, type ExtractedBlock, type Piece, plainPiece } from "../extracted.ts";
import { hasContent, joinPlain, trimPieces } from "./pieces.ts";

interface BlockDetails {
  level?: number | null;
  section?: SectionKind | null;
}

/** A block of text that is just what the file has. */
export function textBlock(kind: BlockKind, text: string, details: BlockDetails = {}) {
  return block(kind, [plainPiece(text)], details);
}

/** A block without white space at its ends. */
export function block(
  kind: BlockKind,
  pieces: readonly Piece[],
  { level = null, section = null }: BlockDetails = {},
): ExtractedBlock {
  return { kind, level, section, pieces: joinPlain(trimPieces(pieces)) };
}

/** Leaves out blocks without content and says of each piece which block of the file it is, from 1. */
export function numbered(blocks: readonly ExtractedBlock[]): ExtractedBlock[] {
  return blocks
    .filter(({ pieces }) => hasContent(pieces))
    .map((one, index) => ({
      ...one,
      pieces: one.pieces.map((piece) => ({
        ...piece,
        text: wholeCharacters(piece.text),
        original: wholeCharacters(piece.original),
        place: { element: index + 1 },
      })),
    }));
}

/** Text without zeros and halves of characters, which neither files nor databases keep as they are. */
export function wholeCharacters(text: string): string {
  return text.toWellFormed().replaceAll("\0", "\uFFFD");
}

/** A section's kind stands on its heading; where it has none, on every block before the first heading. */
export function inSection(section: SectionKind | null, blocks: ExtractedBlock[]): ExtractedBlock[] {
  if (section === null) return blocks;
  const heading = blocks.findIndex(({ kind }) => kind === "heading");
  const end = heading === 0 ? 1 : heading < 0 ? blocks.length : heading;
  return blocks.map((one, index) =>
    index < end && one.section === null ? { ...one, section } : one,
  );
}
