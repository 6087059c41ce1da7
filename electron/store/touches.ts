import type { WriteDb } from "./database.ts";
import type { RecordedChange } from "./journal.ts";

/** Remembers which annotations, layers and reports a step touched, so that its history is found. */
export function recordTouches(db: WriteDb, step: number, changes: readonly RecordedChange[]): void {
  for (const change of changes) if (change.table === "names") recordNames(db, step, change);
  const targets = new Set(changes.flatMap(targetsOf));
  db.prepare(
    "INSERT OR IGNORE INTO history_touch (target, step) SELECT value, ? FROM json_each(?)",
  ).run(step, JSON.stringify([...targets]));
}

function targetsOf(change: RecordedChange): string[] {
  if (change.table === "names") return [];
  if (change.table === "presence") return change.reports;
  const layer = (change.after ?? change.before)?.layer;
  return typeof layer === "string" ? [change.id, layer] : [change.id];
}

/** The rows are asked for their layers, which the change does not name. */
function recordNames(
  db: WriteDb,
  step: number,
  { ids, of }: Extract<RecordedChange, { table: "names" }>,
): void {
  // In the order of the index that they go into.
  db.prepare(
    `INSERT OR IGNORE INTO history_touch (target, step)
     SELECT target, @step FROM (
       SELECT value AS target FROM json_each(@ids)
       UNION SELECT layer FROM ${of.table} WHERE id IN (SELECT value FROM json_each(@ids)))
     ORDER BY target`,
  ).run({ step, ids: JSON.stringify(ids) });
}
