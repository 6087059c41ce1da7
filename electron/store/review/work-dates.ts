import type { ReadDb } from "../database.ts";

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

/** The number of the last step that anybody did; 0 before the first. */
export function lastStep(db: ReadDb): number {
  const row = db
    .prepare<[], { last: number }>("SELECT coalesce(max(id), 0) AS last FROM history")
    .get();
  return row?.last ?? 0;
}
