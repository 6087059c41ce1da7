import { z } from "zod";
import { identifierKinds } from "../deidentify/candidate.ts";
import type { ReviewedCandidate } from "../deidentify/layer.ts";
import { Id, TextRange } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { answers, job, read, write } from "../operation.ts";

/** How far the review of a report's identifiers is. */
export interface IdentifierRow {
  report: string;
  title: string;
  /** Whether the text that the report has now was scanned. */
  isScanned: boolean;
  open: number;
  accepted: number;
  refused: number;
}

/** How far the review is in all reports together. */
export interface IdentifierCounts {
  reports: number;
  /** Reports that were scanned as they are now. */
  scanned: number;
  open: number;
  accepted: number;
  refused: number;
}

/** What a scan came to. */
export interface Scanned extends Change {
  /** Reports that were looked through. */
  reports: number;
  /** Candidates that were not there before. */
  found: number;
}

const Decision = z.enum(["open", "accepted", "refused"]);

/** What may tell who a patient is: found by rules, decided on by people, replaced when a dataset is released. */
export const deidentifyOperations = {
  /** Looks through these reports, or all with null; one step of undo, or several where it finds more than one can hold. What is known already stays as it is. */
  "deidentify.scan": job(
    z.object({ reports: z.array(Id).nullable().default(null) }),
    answers<Scanned>(),
  ),
  /** Every report, in the order they came, and all of them together. */
  "deidentify.summary": read(
    z.object({
      after: z.string().nullable().default(null),
      /** As many as a project may have: they are a few words each. */
      limit: z.int().min(1).max(200_000).default(1000),
    }),
    answers<{
      rows: IdentifierRow[];
      next: string | null;
      total: IdentifierCounts;
    }>(),
  ),
  /** A report's candidates in the order of its text. */
  "deidentify.candidates": read(
    z.object({ report: Id }),
    answers<{ candidates: ReviewedCandidate[] }>(),
  ),
  /** Says what candidates are; with `alike`, also all open ones of their kinds and words in the project. */
  "deidentify.decide": write(
    z.object({
      candidates: z.array(Id).min(1),
      decision: Decision,
      alike: z.boolean().default(false),
    }),
    answers<Change & { decided: number }>(),
  ),
  /** Adds what the rules have not found, accepted; other places of the report that say the same are open. */
  "deidentify.add": write(
    z.object({ report: Id, kind: z.enum(identifierKinds), range: TextRange, quote: z.string() }),
    answers<Change>(),
  ),
};
