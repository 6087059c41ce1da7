import type { Metadata } from "../../model/report.ts";
import { type ExtractedBlock, textOfBlock } from "../extracted.ts";

/** What a document says of itself on its first two pages: DOI and keywords. */
export function factsOf(blocks: readonly ExtractedBlock[]): Metadata {
  const front = blocks.filter((block) => pageOf(block) <= 2).map(fileText);
  const doi = front.flatMap((text) => doiIn(text) ?? []).at(0);
  const keywords = front.flatMap((text) => keywordsIn(text) ?? []).at(0);
  return { ...(doi && { doi }), ...(keywords && { keywords }) };
}

/** The title, where its type sets it apart. */
export function titleOf(blocks: readonly ExtractedBlock[]): string | null {
  const title = blocks.find(({ kind }) => kind === "title");
  return title ? textOfBlock(title) : null;
}

/** The first page that a block stands on; 0 where none is known. */
export function pageOf({ pieces }: ExtractedBlock): number {
  const place = pieces.find((piece) => piece.place !== null)?.place;
  return place && "page" in place ? place.page : 0;
}

/** Furniture has no text in the report, but often the DOI. */
const fileText = (block: ExtractedBlock): string =>
  block.kind === "left-out"
    ? block.pieces.map(({ original }) => original).join("")
    : textOfBlock(block);

function doiIn(text: string): string | undefined {
  return /\b10\.\d{4,9}\/[^\s"<>|]*\d[^\s"<>|]*/.exec(text)?.[0].replace(/[.,;:)\]]+$/, "");
}

function keywordsIn(text: string): string | undefined {
  return /^key ?words?\s*[:.]?\s+(\S.{3,300})$/iu.exec(text)?.[1];
}
