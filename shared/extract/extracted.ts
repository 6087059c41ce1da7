import type { Metadata, SectionKind } from "../model/report.ts";
import type { EncodingGuess } from "../text/encodings.ts";
import type { OcrLanguage } from "./ocr-languages.ts";

/** Where a piece stands in its source: a box on a page, or the n-th text-bearing element of a file. */
export type Place =
  | {
      /** From 1. */
      page: number;
      /** Left, top, right, bottom in points (1/72 inch) from the page's upper left corner. */
      box: [number, number, number, number];
    }
  | { element: number };

/** Why a piece of the text is not what the file has there. */
export const repairKinds = [
  "ligature",
  "hyphen",
  "line-end",
  "spaces",
  "doubled",
  "characters",
  "running-head",
  "page-number",
  "line-number",
  "watermark",
  "figure-letters",
  "tracked-change",
  "comment",
  "hidden",
  "uncertain",
] as const;
export type RepairKind = (typeof repairKinds)[number];

/** A stretch of text as it will stand in the report. */
export interface Piece {
  text: string;
  /** Why it is not what the file has; null where it is. Each repair can be refused. */
  repair: RepairKind | null;
  /** What the file has there, when a repair changed it: "-\n" where two halves of a word were joined. */
  original: string;
  place: Place | null;
  /** Why this was repaired, a sentence for the person who decides. */
  because?: string;
  /** Refused until a person takes it. */
  isOffered?: true;
}

export type BlockKind =
  | "title"
  | "authors"
  | "heading"
  | "paragraph"
  | "list-item"
  | "table"
  | "caption"
  | "footnote"
  | "reference"
  /** Furniture: running heads, folios, watermarks. Shown in the preview, not in the text. */
  | "left-out";

/** One paragraph, heading, table or the like. Blocks are in reading order. */
export interface ExtractedBlock {
  kind: BlockKind;
  /** Of a heading: 1 is the highest. */
  level: number | null;
  /** Where the file itself says what a section is (JATS sec-type, an abstract); else null. */
  section: SectionKind | null;
  pieces: Piece[];
}

export const documentKinds = [
  "text",
  "pdf",
  "docx",
  "jats",
  "html",
  "rtf",
  "odt",
  "markdown",
] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** Whether a file's kind is one of reports, and not a format of annotated documents. */
export function isDocumentKind(kind: string): kind is DocumentKind {
  return documentKinds.some((one) => one === kind);
}

/** Blocks that stand in the wrong place, within another block's sentence, and where they belong. */
export interface BlockMove {
  first: number;
  last: number;
  /** The block that they belong before. */
  before: number;
  /** What stands between the halves of the sentence once the blocks are gone: the block before the first goes on in the one after the last. */
  seam: string;
  /** A sentence for the person who decides. */
  because: string;
}

/** What a reader makes of a file, before a person has looked at it and the text is fixed. */
export interface Extracted {
  kind: DocumentKind;
  /** The title as the file has it, null where it has none. */
  title: string | null;
  blocks: ExtractedBlock[];
  /** Blocks that may stand in the wrong place; none is moved until a person says so. */
  moves?: BlockMove[];
  /** doi, pmid, pmcid, journal, year, licence, keywords, authors, language ... where known. */
  metadata: Metadata;
  /** What the file's bytes were taken for, where it does not say so itself. */
  encoding?: EncodingGuess;
  /** What a person must look at, since something may be missing or wrong: sentences with their counts. */
  warnings: string[];
  /** What is good to know and as it should be: furniture that was left out, line ends made plain. */
  notes?: string[];
  /** Pages, from 1, that have no text in the file, and the language that OCR has read them in. */
  scan?: { pages: number[]; language: OcrLanguage | null };
}

/** A piece that is just what the file has. */
export function plainPiece(text: string, place: Place | null = null): Piece {
  return { text, repair: null, original: text, place };
}

/** A piece that a repair has made of what the file has. */
export function repairedPiece(
  repair: RepairKind,
  original: string,
  text: string,
  place: Place | null = null,
): Piece {
  return { text, repair, original, place };
}

/** A block's text with every repair taken. */
export function textOfBlock({ pieces }: ExtractedBlock): string {
  return pieces.map(({ text }) => text).join("");
}
