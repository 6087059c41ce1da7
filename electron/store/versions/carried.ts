import type { Version } from "../../../shared/merge/version.ts";
import type { ReadDb, WriteDb } from "../database.ts";

/** A version that came by a package, and the step that merged it; 0 for what was here before any. */
export interface Carried {
  version: Version;
  step: number;
}

/** The versions of a report's things that did not come about here. */
export function readCarried(db: ReadDb, report: string): Carried[] {
  return db
    .prepare<[string], { step: number; body: string }>(
      "SELECT step, body FROM carried_version WHERE report = ? ORDER BY number",
    )
    .all(report)
    .map(({ step, body }) => ({ step, version: JSON.parse(body) as Version }));
}

export function keepCarried(
  db: WriteDb,
  report: string,
  step: number,
  versions: Iterable<Version>,
): void {
  const insert = db.prepare(
    `INSERT INTO carried_version (id, report, step, body)
     VALUES (@id, @report, @step, @body) ON CONFLICT DO NOTHING`,
  );
  for (const version of versions)
    insert.run({ id: version.id, report, step, body: JSON.stringify(version) });
}

/** Whether a merge counted once a step was done. */
export type MergeLine = (merge: number, step: number) => boolean;

/** Merges count from their step on but for while they are undone. */
export function readMergeLine(db: ReadDb): MergeLine {
  const turns = new Map(
    db
      .prepare<[], { step: number; package: string }>("SELECT step, package FROM carried_merge")
      .all()
      .map((merge) => [merge.step, turnsOf(db, merge.package)]),
  );
  return (merge, step) => {
    if (merge === 0) return true;
    if (merge > step) return false;
    return turns.get(merge)?.findLast((turn) => turn.step <= step)?.state !== "undo";
  };
}

function turnsOf(db: ReadDb, id: string): { step: number; state: string }[] {
  return db
    .prepare<[string], { step: number; state: string }>(
      `SELECT history.id AS step, state FROM history_touch JOIN history ON history.id = step
       WHERE target = ? ORDER BY history.id`,
    )
    .all(id);
}

/** The number that the step under way will have. */
export function stepToCome(db: ReadDb): number {
  const row = db
    .prepare<[], { seq: number }>("SELECT seq FROM sqlite_sequence WHERE name = 'history'")
    .get();
  return (row?.seq ?? 0) + 1;
}
