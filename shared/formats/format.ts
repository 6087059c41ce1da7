import type { Source } from "../extract/source.ts";
import type { AnnotatedDocument } from "../model/document.ts";
import type { Scheme } from "../model/scheme.ts";
import type { FileUnit, Unit } from "../text/offsets.ts";
import type { FormatId } from "./format-ids.ts";
import type { Loss } from "./losses.ts";

/**
 * One way of writing annotated documents in files. A reader makes an AnnotatedDocument of a file's
 * bytes; a writer makes texts of one. What a format cannot hold is taken off a document by `fit`
 * (fit.ts), which counts it, before the writer sees it: so what was written reads back equal.
 */
export interface Format {
  id: FormatId;
  /** As its makers write it, for people: "BioC XML". */
  title: string;
  /** What its offsets count by its own convention; null where it has no offsets. */
  unit: FileUnit | null;
  reader: Reader | null;
  writer: Writer | null;
}

/** What a reader is told besides the file itself. */
export interface ReadOptions {
  /** The file's name without its ending, with the folders below the imported one; the name of documents that have none. */
  name: string;
  /** Whose layer it is, where the file does not say. */
  annotator: string;
  /** The unit of the offsets where it is known; otherwise the format's own, or the one that makes quotes match. */
  offsets: Unit | null;
  /** The number of the first line, from 1, where the file is read line by line. */
  firstLine: number;
  /** The file beside it that holds the text, for formats that keep text and annotations apart; else null. */
  beside: Source | null;
  /** The file that declares the types of its values, where one is there. */
  types?: Source | null;
}

/** One document of a file. The warnings say, counted, what is odd and how it was read. */
export interface ReadDocument {
  document: AnnotatedDocument;
  warnings: string[];
}

export interface Reader {
  /** File names that are likely to be of this format, with their dots: [".xml"]. */
  endings: readonly string[];
  /** Whether a file that begins so is of this format. `head` has at most 64 KiB of text. */
  recognises(head: string, fileName: string): boolean;
  /** Whether each line is a record of its own, so that files of any size are read line by line. */
  byLine: boolean;
  /** How the file with the text is called, beside a file of this name; nothing where the text is in the file itself. */
  beside?(fileName: string): string;
  /** Whether a file may have the text itself, so that the other need not be there; else it has to be. */
  mayHaveText?: boolean;
  /** How a file is called that declares the types of values, where one is there, the nearest name first. */
  types?(fileName: string): readonly string[];
  /**
   * Every document in the file, in order. Sections are [] where the format has none.
   * @throws AppError "bad-file" in one sentence: file, line or path in it, position, what to do.
   */
  read(source: Source, options: ReadOptions): Iterable<ReadDocument>;
}

export interface WriteOptions {
  /** Offsets in this unit; "native" is the format's own. */
  offsets: "native" | Unit;
  /** Labels, attributes, relations and the like of all documents, for what is written once for them. */
  scheme: Scheme;
}

/** A file of an export that belongs to no single document. */
export interface WholeFile {
  /** Below the export's folder, "/" between folders. */
  name: string;
  text: string;
}

export interface Writer {
  /** What the format can hold; the rest is a loss. */
  holds: Holds;
  /** One file for all documents of an export, or files of its own for each. */
  files: "one" | "each";
  /** The ending of a document's files, in the order in which `write` answers them: [".txt", ".ann"]. */
  endings: readonly [string, ...string[]];
  /** What only this format cannot hold, on a document that `holds` has been applied to. */
  fit?(document: AnnotatedDocument, options: WriteOptions): Fitted;
  /** The start and the end of a file that holds all documents, and what stands between two of them. */
  begin?(options: WriteOptions): string;
  between?: string;
  end?(options: WriteOptions): string;
  /** Files besides, such as a type system. */
  wholes?(options: WriteOptions): WholeFile[];
  /** A fitted document as the texts of its files, one for each ending. Deterministic. */
  write(document: AnnotatedDocument, options: WriteOptions): string[];
}

/** A document without what a format cannot hold. */
export interface Fitted {
  document: AnnotatedDocument;
  losses: Loss[];
}

/**
 * What a format has a place for, in general terms; `fit` takes off the rest. Everything is given, so that
 * a new capability of documents is thought of for every format.
 */
export interface Holds {
  /** Layers of several annotators in one file, with their names; otherwise each has a folder of its own. */
  layers: boolean;
  sections: boolean;
  title: boolean;
  case: boolean;
  metadata: boolean;
  discontinuous: boolean;
  /** Two spans that share words: any, only one within the other, or none. */
  overlaps: "any" | "nested" | "none";
  /** Several spans over the very same words. */
  stacked: boolean;
  /** Spans without words. */
  empty: boolean;
  spanAttributes: boolean;
  spanNotes: boolean;
  /** Marks of doubt and flags of spans, entities and layers. */
  doubts: boolean;
  relations: boolean;
  relationAttributes: boolean;
  relationNotes: boolean;
  events: boolean;
  groups: boolean;
  /** Entities whole, with links and fields; only the codes of a span's entity; or nothing of them. */
  entities: "all" | "codes" | "none";
  /** Relations between entities of which it holds the codes; where it holds entities whole, theirs too. */
  codeRelations: boolean;
  /** Labels of the whole report. */
  reportLabels: boolean;
  /** The layer's status, its note, what was read of the text, and how its source named its lines. */
  layerFacts: boolean;
}

/** All that documents hold; formats say in what they are less. */
export const holdsEverything: Holds = {
  layers: true,
  sections: true,
  title: true,
  case: true,
  metadata: true,
  discontinuous: true,
  overlaps: "any",
  stacked: true,
  empty: true,
  spanAttributes: true,
  spanNotes: true,
  doubts: true,
  relations: true,
  relationAttributes: true,
  relationNotes: true,
  events: true,
  groups: true,
  entities: "all",
  codeRelations: true,
  reportLabels: true,
  layerFacts: true,
};

/** Nothing but text and plain spans; formats say in what they are more. */
export const holdsSpans: Holds = {
  layers: false,
  sections: false,
  title: false,
  case: false,
  metadata: false,
  discontinuous: false,
  overlaps: "any",
  stacked: true,
  empty: false,
  spanAttributes: false,
  spanNotes: false,
  doubts: false,
  relations: false,
  relationAttributes: false,
  relationNotes: false,
  events: false,
  groups: false,
  entities: "none",
  codeRelations: false,
  reportLabels: false,
  layerFacts: false,
};
