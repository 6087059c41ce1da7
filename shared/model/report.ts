import { z } from "zod";
import { TextRange } from "./annotation.ts";

export const SectionKind = z.enum([
  "title",
  "abstract",
  "introduction",
  "case",
  "history",
  "gross",
  "microscopy",
  "immunohistochemistry",
  "molecular",
  "imaging",
  "diagnosis",
  "treatment",
  "follow-up",
  "methods",
  "results",
  "discussion",
  "conclusion",
  "caption",
  "references",
  "other",
]);
export type SectionKind = z.output<typeof SectionKind>;

/** A titled, typed stretch of a report. Its range begins with its heading. */
export const Section = TextRange.extend({ kind: SectionKind, title: z.string() });
export type Section = z.output<typeof Section>;

/** What is known of a report besides its text: doi, pmid, year, language ... */
export const Metadata = z.record(z.string(), z.string());
export type Metadata = z.output<typeof Metadata>;

export interface Report {
  id: string;
  title: string;
  /** The patient's case that this report belongs to; the unit of splits and of resampling. */
  case: string;
  /** Every offset in the project points into this. */
  text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  textSha256: string;
  sections: Section[];
  metadata: Metadata;
  /** The imported file's name, with the folders below the imported one, "/" between them. */
  source: string;
  /** What import could not read or changed. */
  warnings: string[];
}
