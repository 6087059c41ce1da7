import type { DocumentKind } from "./extract/extracted.ts";
import type { OcrLanguage } from "./extract/ocr-languages.ts";
import type { FormatId } from "./formats/format-ids.ts";
import type { SchemeAdditions } from "./model/scheme.ts";
import type { Unit } from "./text/offsets.ts";

/** Whose the annotations of a file are: as the import says, or the name of its folder or of itself. */
export const annotatorsBy = ["import", "folder", "file"] as const;
export type AnnotatorsBy = (typeof annotatorsBy)[number];

/** Where in a file a problem is, and the sentence about it. */
export interface FileProblem {
  file: string;
  message: string;
  /** Only some document of the file could not be read; the others in it were. */
  isPart?: true;
}

/** One report of an import that waits to be taken in, or a file that gave none. */
export interface StagedFile {
  /** The line's own identifier; it stays when the file is read again. */
  id: string;
  /** The report's identifier; null where the file could not be read. */
  report: string | null;
  file: string;
  kind: DocumentKind | FormatId | null;
  title: string;
  case: string;
  characters: number;
  spans: number;
  /** How many repairs are taken and are not, and how many blocks are left out; the preview shows them. */
  repairs: number;
  offered: number;
  leftOut: number;
  /** What a person must look at, and what is only good to know. */
  warnings: string[];
  notes: string[];
  /** What it was read as, where that can be chosen; a name of null could not be found out. */
  encoding: { name: string | null; confidence: number; isChosen: boolean } | null;
  /** What OCR has read its scanned pages in, null for not yet; null as a whole where it has none. */
  ocr: { language: OcrLanguage | null } | null;
  /** The report in the project, or the file of this import, that has the same bytes or text. */
  sameAs: string | null;
  /** The report whose text and name it has, which its layers join; null: it is a report of its own. */
  joins: Joins | null;
  /** The person does not want it; it goes when the import is taken in. */
  isLeftOut: boolean;
  /** Why it could not be read. */
  problem: string | null;
  /** Whether the problem is that of one document among others of its file. */
  isPart?: true;
}

/** The report, in the project or of the same import, that layers join as those of other annotators. */
export interface Joins {
  report: string;
  title: string;
  /** Whose layers join it. */
  annotators: string[];
  /** Who has a layer on it already, which stays as it is. */
  taken: string[];
}

/** Files that were read and wait to be taken in; nothing of them is in the project yet. */
export interface Staged {
  stage: string;
  /** What to read again, should the annotations be somebody else's. */
  tickets: string[];
  /** Whose the annotations were read as. */
  annotator: string;
  /** Where annotators' names were looked for. */
  annotatorsBy: AnnotatorsBy;
  /** What their offsets were said to count; null: as the formats have it. */
  offsets: Unit | null;
  /** Reports that are new to the project, and layers that join reports that are not. */
  reports: number;
  joining: number;
  spans: number;
  failed: FileProblem[];
  /** What a person must look at, and what is only good to know. */
  warnings: FileProblem[];
  notes: FileProblem[];
  /** What the annotations use and the scheme does not have; null when it has all of it. */
  additions: SchemeAdditions | null;
}

/** The lines of an import that a step made others. */
export interface StagedLines {
  files: StagedFile[];
}
