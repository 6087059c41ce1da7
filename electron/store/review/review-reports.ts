import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { ReadDb } from "../database.ts";

/** A report as far as looking for differences needs it before it reads any annotations. */
export interface ReportToReview {
  number: number;
  id: string;
  title: string;
  /** Equal as long as nobody changes its text, any of its layers, or what was decided. */
  state: string;
}

/** Every report that somebody has a layer on, in the order they came. */
export function listReportsToReview(db: ReadDb): ReportToReview[] {
  return db
    .prepare<[string], ReportToReview>(
      `SELECT number, report.id, title, revision || ' ' || group_concat(
         annotator || ' ' || status || ' ' || coalesce(
           (SELECT max(step) FROM history_touch WHERE target = layer.id), 0)) AS state
       FROM report CROSS JOIN layer ON layer.report = report.id
       WHERE state = 'present' AND annotator <> ? GROUP BY number ORDER BY number`,
    )
    .all(deidentifier);
}
