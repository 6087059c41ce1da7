import { z } from "zod";
import { Id } from "../model/annotation.ts";
import type { Change } from "../model/change.ts";
import { answers, nothing, read, write } from "../operation.ts";

export interface HistoryEntry {
  id: number;
  at: string;
  annotator: string;
  report: string | null;
  summary: string;
  state: "done" | "undone" | "abandoned";
}

/** What was done, and undo and redo. */
export const historyOperations = {
  "history.undo": write(nothing, answers<Change>()),
  "history.redo": write(nothing, answers<Change>()),
  "history.list": read(
    z.object({
      report: Id.nullable().default(null),
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(1000).default(100),
    }),
    answers<{ entries: HistoryEntry[] }>(),
  ),
};
