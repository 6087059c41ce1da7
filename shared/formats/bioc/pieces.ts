import { countsIn, type FileUnit } from "../../text/offsets.ts";
import type { BioCAnnotation, BioCDocument } from "./collection.ts";

/** A stretch of text with its offset as the file gives it: a passage, or one of its sentences. */
export interface Piece {
  offset: number;
  text: string;
}

export interface HomedAnnotation extends BioCAnnotation {
  /** The piece that it stands in, null where it stands at the document. */
  piece: number | null;
}

/** A document's text in pieces, and all of its annotations. */
export interface Pieces {
  pieces: Piece[];
  /** Of each passage its first piece and the one after its last. */
  passages: { first: number; after: number }[];
  annotations: HomedAnnotation[];
}

/** Takes passages and sentences apart. A passage without text is an empty piece. */
export function piecesOf(document: BioCDocument): Pieces {
  const pieces: Piece[] = [];
  const annotations: HomedAnnotation[] = [];
  const add = (given: readonly BioCAnnotation[], piece: number | null) => {
    for (const annotation of given) annotations.push({ ...annotation, piece });
  };
  const passages = document.passages.map(({ text, offset, sentences, annotations: given }) => {
    const first = pieces.length;
    if (sentences.length === 0 || text) pieces.push({ offset, text: text ?? "" });
    add(given, first);
    for (const sentence of sentences) {
      add(sentence.annotations, text ? first : pieces.length);
      if (!text) pieces.push({ offset: sentence.offset, text: sentence.text ?? "" });
    }
    return { first, after: pieces.length };
  });
  add(document.annotations, null);
  return { pieces, passages, annotations };
}

/** A longer way to the next passage than this is no text left out. */
const widestGap = 1000;

/** The text that stands for what a file leaves out between two passages. */
function filling(length: number): string {
  return length <= 4 ? "\n".repeat(length) : `\n${" ".repeat(length - 2)}\n`;
}

/** Whether a reader puts just this text between two passages that are so far apart. */
export function isFilling(text: string): boolean {
  return text.length <= widestGap && text === filling(text.length);
}

export interface Layout {
  text: string;
  /** Where each piece begins, in the file's unit. */
  starts: number[];
  /** The same in UTF-16 code units. */
  places: number[];
}

/** Puts the pieces one behind the other, as far apart as their offsets say, or by one line's end. */
export function layOut(pieces: readonly Piece[], unit: FileUnit, isTight: boolean): Layout {
  const layout: Layout = { text: "", starts: [], places: [] };
  const parts: string[] = [];
  let start = 0;
  let place = 0;
  let expected: number | null = null;
  for (const { offset, text } of pieces) {
    const given: number = expected === null ? 0 : offset - expected;
    const isWide = given < 0 || given > widestGap || isTight;
    const gap = filling(expected !== null && isWide ? 1 : given);
    const length = countsIn(text, unit).length;
    layout.starts.push(start + gap.length);
    layout.places.push(place + gap.length);
    parts.push(gap, text);
    start += gap.length + length;
    place += gap.length + text.length;
    expected = offset + length;
  }
  return { ...layout, text: parts.join("") };
}
