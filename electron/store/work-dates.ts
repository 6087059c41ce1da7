import type { ReadDb } from "./database.ts";

/** When an annotator's first and last step was done, ISO 8601. */
export interface WorkDates {
  annotator: string;
  from: string;
  to: string;
}

/** The days of everybody's work; who only came in files is not among them. */
export function listWorkDates(db: ReadDb): WorkDates[] {
  return db
    .prepare<[], WorkDates>(
      `SELECT annotator, min(at) AS "from", max(at) AS "to" FROM history
       WHERE state = 'done' AND operation <> 'import' GROUP BY annotator ORDER BY annotator`,
    )
    .all();
}
