import type { ReadDb } from "../database.ts";

/** The entities of a report, of all annotators, to which somebody gave the name that they have. */
export function namedByHand(db: ReadDb, report: string): Set<string> {
  const ids = db
    .prepare<[string], string>(
      `SELECT DISTINCT json_extract(change.value, '$.id')
       FROM history, json_each(history.changes) AS change
       WHERE history.report = ? AND history.state = 'done'
         AND history.operation IN ('entity.add', 'entity.update', 'entity.split')
         AND json_extract(change.value, '$.table') = 'entity'
         AND json_extract(change.value, '$.after.name') IS NOT NULL
         AND json_extract(change.value, '$.after.name') IS NOT json_extract(change.value, '$.before.name')`,
    )
    .pluck();
  return new Set(ids.all(report));
}
