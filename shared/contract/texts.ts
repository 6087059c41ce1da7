import { z } from "zod";
import { TextEdit } from "../correct/edits.ts";
import type { EditsHere } from "../correct/elsewhere.ts";
import { Id } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { answers, read, write } from "../operation.ts";

/** When and by whom a text was made; the first, as it was imported, by nobody. */
export interface RevisionFacts {
  revision: number;
  /** The revision that was corrected; null of the first. */
  base: number | null;
  annotator: string;
  at: string;
  /** How many places were corrected. */
  edits: number;
  isCurrent: boolean;
}

/** One text of a report, and the edits of the text before that made it. */
export interface TextRevision {
  revision: number;
  base: number | null;
  text: string;
  edits: TextEdit[];
}

/** A span whose words a correction changes; `after` is empty when they are gone. */
export interface TouchedSpan {
  annotator: string;
  label: string;
  before: string;
  after: string;
}

/** What is not made here of a correction that came with a package. */
export interface OtherCorrection extends EditsHere {
  annotator: string;
  /** ISO 8601, UTC. */
  at: string;
}

export interface OtherCorrections {
  /** The text that the edits count in. */
  revision: number;
  /** The earliest first; no edit of one touches an edit of another. */
  corrections: OtherCorrection[];
}

/** Edits of a report's text, in order and disjoint; their offsets count in the revision `base`. */
const Correction = z.object({
  report: Id,
  base: z.int().positive(),
  edits: z.array(TextEdit).min(1),
});

/** The texts that a report has and had, and their correction. */
export const textOperations = {
  /** One text of a report as it was made; null for the one it has now. */
  "text.read": read(
    z.object({ report: Id, revision: z.int().positive().nullable().default(null) }),
    answers<TextRevision>(),
  ),
  /** Every text that a report has had, the first one first. */
  "text.revisions": read(z.object({ report: Id }), answers<{ revisions: RevisionFacts[] }>()),
  /** What others have corrected in their projects and is not made here; `text.correct` takes it over. */
  "text.others": read(z.object({ report: Id }), answers<OtherCorrections>()),
  /** The spans of all annotators that edits would change. @see text.correct */
  "text.preview": read(Correction, answers<{ spans: TouchedSpan[] }>()),
  /** Gives a report a new text; the spans of all annotators are carried along, closed layers too. */
  "text.correct": write(Correction, answers<Change>()),
};
