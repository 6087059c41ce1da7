import type { WriteDb } from "./database.ts";
import type { RecordedChange } from "./journal.ts";

/** Remembers which annotations, layers and reports a step touched, so that its history is found. */
export function recordTouches(db: WriteDb, step: number, changes: readonly RecordedChange[]): void {
  const targets = new Set(changes.flatMap(targetsOf));
  db.prepare("INSERT INTO history_touch (target, step) SELECT value, ? FROM json_each(?)").run(
    step,
    JSON.stringify([...targets]),
  );
}

function targetsOf(change: RecordedChange): string[] {
  if (change.table === "presence") return change.reports;
  const layer = (change.after ?? change.before)?.layer;
  return typeof layer === "string" ? [change.id, layer] : [change.id];
}
