import type { Assignable } from "../../../shared/packages/assign.ts";
import type { ReadDb } from "../database.ts";

/** What has to be known of reports to share them out, in the order given. */
export function readAssignable(db: ReadDb, reports: readonly string[]): Assignable[] {
  return db
    .prepare<[string], Assignable>(
      `SELECT report.id, case_name AS "case", characters
       FROM json_each(?) AS asked JOIN report ON report.id = asked.value
       WHERE state = 'present' ORDER BY asked.key`,
    )
    .all(JSON.stringify(reports));
}
