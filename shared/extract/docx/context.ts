import type { Numbering } from "../blocks/numbering.ts";
import type { Tally } from "../blocks/warnings.ts";
import type { Piece } from "../extracted.ts";
import type { XmlElement } from "../xml/tree.ts";
import type { Styles } from "./styles.ts";

/** What reading one part of a Word file needs and gathers on its way. */
export interface DocxContext {
  styles: Styles;
  numbering: Numbering;
  /** The text of each comment by its id. */
  comments: ReadonlyMap<string, string>;
  /** Footnotes and endnotes in the order of their marks. */
  notes: Notes;
  /** For each complex field that is open: whether its instruction is being read, rather than its result. */
  fields: { instruction: boolean }[];
  tally: Tally;
}

export interface Notes {
  list: Note[];
  footnotes: number;
  endnotes: number;
  /** How the n-th note of a kind is marked, from 1. */
  mark(kind: Note["kind"], number: number): string;
}

/** No notes yet, marked as the document says. */
export function noNotes(mark: Notes["mark"]): Notes {
  return { list: [], footnotes: 0, endnotes: 0, mark };
}

export interface Note {
  kind: "footnote" | "endnote";
  id: string;
  /** As it stands in the text: "[1]", or the author's own. */
  mark: string;
}

/** What holds of the runs below a paragraph or a change. */
export interface RunMode {
  deleted: boolean;
  hidden: boolean;
  font: string;
  /** Set above the line, as exponents are. */
  raised: boolean;
}

/** One paragraph's content as it is gathered. */
export interface Inline {
  pieces: Piece[];
  /** Text boxes that hang on it; their paragraphs come after. */
  boxes: XmlElement[];
}
