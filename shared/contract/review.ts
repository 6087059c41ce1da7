import { z } from "zod";
import type { Id } from "../model/annotation.ts";
import { answers, read } from "../operation.ts";

/** Something that its annotator is not sure of, or noted something on. */
export interface DoubtRow {
  /** Unique among the rows. */
  id: string;
  what: "span" | "entity" | "relation" | "report";
  report: Id;
  title: string;
  annotator: string;
  /** The label or kind; empty for a report. */
  label: string;
  /** The quote or the name; empty for a relation or a report. */
  words: string;
  /** The span it is, or the first one that speaks of it, with where it stands in the text; null for none. */
  place: { span: Id; start: number; end: number } | null;
  unsure: boolean;
  note: string;
}

/** What review looks through. */
export const reviewOperations = {
  /** By report, then by annotator, in reading order. */
  "review.doubts": read(
    z.object({
      annotator: z.string().nullable().default(null),
      only: z.enum(["all", "unsure", "noted"]).default("all"),
      after: z.int().nonnegative().default(0),
      limit: z.int().min(1).max(1000).default(200),
    }),
    answers<{ rows: DoubtRow[]; total: number }>(),
  ),
};
