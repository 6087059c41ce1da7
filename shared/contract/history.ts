import { z } from "zod";
import type { Difference } from "../history/differences.ts";
import { Id, type Layer } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import type { Section } from "../model/report.ts";
import { answers, job, nothing, read, write } from "../operation.ts";

export interface HistoryEntry {
  id: number;
  at: string;
  annotator: string;
  report: string | null;
  summary: string;
  state: "done" | "undone" | "abandoned";
}

/** One step as it was taken; an undo and a redo are steps too, of the summary of what they took back. */
export interface HistoryStep extends Omit<HistoryEntry, "state"> {
  state: HistoryEntry["state"] | "undo" | "redo";
}

/** The current annotator's work on a report as it was right after a step. */
export interface ReportThen {
  text: string;
  sections: Section[];
  /** Its offsets count in the text of then. */
  layer: Layer;
  /** How it differs from now. */
  differences: Difference[];
  /** Whether the text was corrected since. */
  isOtherText: boolean;
}

const page = {
  before: z.int().nullable().default(null),
  limit: z.int().min(1).max(1000).default(100),
};

/** What was done, and undo and redo. */
export const historyOperations = {
  "history.undo": job(nothing, answers<Change>()),
  "history.redo": job(nothing, answers<Change>()),
  "history.list": read(
    z.object({ report: Id.nullable().default(null), ...page }),
    answers<{ entries: HistoryEntry[] }>(),
  ),
  /**
   * Every step that touched the current annotator's layer on a report or the report itself, newest
   * first, also those of undo; with `about`, only those that touched these annotations.
   */
  "history.steps": read(
    z.object({ report: Id, about: z.array(Id).min(1).nullable().default(null), ...page }),
    answers<{ steps: HistoryStep[] }>(),
  ),
  "history.at": read(z.object({ report: Id, step: z.int() }), answers<ReportThen>()),
  /** Brings things back to what they were after a step, with what they cannot be without; a new step. */
  "history.restore": write(
    z.object({ report: Id, step: z.int(), ids: z.array(Id).min(1) }),
    answers<Change>(),
  ),
};
