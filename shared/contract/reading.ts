import { z } from "zod";
import { Id } from "../model/annotation.ts";
import { answers, read, write } from "../operation.ts";
import { type Reading, ReadingFact } from "../reading/reading.ts";

/** What the current annotator has read of a report, and for how long they were at it. */
export const readingOperations = {
  "reading.read": read(z.object({ report: Id }), answers<Reading>()),
  /** Adds facts: no step of the history, and nothing that undo takes back. Answers what is read now. */
  "reading.note": write(
    z.object({
      report: Id,
      /** The text that the facts' offsets count in. */
      textSha256: z.string(),
      facts: z.array(ReadingFact),
      /** Active seconds since the last note. */
      seconds: z.number().min(0).max(86_400).default(0),
    }),
    answers<Reading>(),
  ),
};
