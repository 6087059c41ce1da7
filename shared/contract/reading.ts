import { z } from "zod";
import { Id } from "../model/annotation.ts";
import { answers, read, write } from "../operation.ts";
import { type Reading, ReadingFact } from "../reading/reading.ts";

/** How much of a report the current annotator has read, and for how long they were at it. */
export interface ReadingTime {
  report: string;
  /** Active seconds. */
  seconds: number;
  /** Of the text's characters, read or skipped on purpose. */
  percent: number;
}

/** What the current annotator has read of a report, and for how long they were at it. */
export const readingOperations = {
  "reading.read": read(z.object({ report: Id }), answers<Reading>()),
  /** Of these reports those that the current annotator has begun to read. */
  "reading.times": read(
    z.object({ reports: z.array(Id).max(10_000) }),
    answers<{ times: ReadingTime[] }>(),
  ),
  /** Adds facts: no step of the history, and nothing that undo takes back. Answers what is read now. */
  "reading.note": write(
    z.object({
      report: Id,
      /** Whose layer it was read in; somebody else may have taken over the window since. */
      annotator: z.string().min(1),
      /** The text that the facts' offsets count in. */
      textSha256: z.string(),
      facts: z.array(ReadingFact),
      /** Active seconds since the last note. */
      seconds: z.number().min(0).max(86_400).default(0),
    }),
    answers<Reading>(),
  ),
};
