import { z } from "zod";
import { answers, job } from "../operation.ts";
import { agreementOperations } from "./agreement.ts";

/** A report that was written. */
export interface WrittenReport {
  /** Where its files are, for people. */
  place: string;
  /** Their names. */
  files: string[];
  /** A ticket for the host's download, where the host cannot write to a place of the person's. */
  download: string | null;
}

/** What a paper needs of a review. */
export const reviewReportOperations = {
  /** Measures as agreement.measure does, and writes a folder: a page to read and print, and tables. */
  "review.report": job(
    agreementOperations["agreement.measure"].input.extend({
      /** A folder picked in the host; null lets the host offer a download. */
      ticket: z.uuid().nullable().default(null),
    }),
    answers<WrittenReport>(),
  ),
};
