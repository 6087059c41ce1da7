import { getOrMake } from "../../shared/get-or-make.ts";
import { referencesOf } from "../../shared/merge/references.ts";
import { type VersionTable, versionTables } from "../../shared/merge/version.ts";
import type { ReadDb } from "./database.ts";
import { completed, isOfRow, type RecordedChange, type RowChange } from "./journal.ts";
import type { Row } from "./rows.ts";

/** A change of something that others may refer to, or that refers to others. */
type LinkedChange = RowChange & { table: VersionTable };

/**
 * Whether nothing that stays refers to what a step takes away, and nothing that it puts back lacks what
 * it refers to: others may have built on it since, as merges bring work on anybody's layers.
 */
export function fitsReferences(db: ReadDb, changes: readonly RecordedChange[]): boolean {
  const linked = changes.filter(isOfRow).filter(isLinked);
  const last = new Map(linked.map((change) => [change.id, change]));
  const removed = [...last.values()].filter(({ after }) => after === null);
  return !isStillNeeded(db, removed, last) && [...last.values()].every(hasAll(db, last));
}

const isLinked = (change: RowChange): change is LinkedChange =>
  versionTables.some((table) => table === change.table);

function isStillNeeded(
  db: ReadDb,
  removed: readonly LinkedChange[],
  changed: ReadonlyMap<string, LinkedChange>,
): boolean {
  const gone = new Set(removed.map(({ id }) => id));
  const byLayer = Map.groupBy(removed, ({ table, id, before }) =>
    table === "layer" ? id : String(before?.layer),
  );
  for (const [layer, some] of byLayer)
    for (const { table, row } of rowsThatMayRefer(db, layer, some)) {
      if (changed.has(row.id)) continue;
      if (referencesOf(table, row).some((id) => gone.has(id))) return true;
    }
  return false;
}

/** Of a layer that goes, everything in it; else what may refer to these, which is little of it. */
function* rowsThatMayRefer(
  db: ReadDb,
  layer: string,
  removed: readonly LinkedChange[],
): Generator<{ table: VersionTable; row: Row }, void> {
  const isGone = removed.some(({ table }) => table === "layer");
  const whole = isGone
    ? versionTables.filter((table) => table !== "layer")
    : (["relation", "event", "grouping"] as const);
  for (const table of whole)
    for (const row of db
      .prepare<[string], Row>(`SELECT * FROM ${table} WHERE layer = ?`)
      .all(layer))
      yield { table, row };
  const entities = removed.flatMap(({ table, id }) => (table === "entity" ? [id] : []));
  if (isGone || entities.length === 0) return;
  const spans = db.prepare<[string], Row>(
    "SELECT span.* FROM json_each(?) AS gone JOIN span ON span.entity = gone.value",
  );
  for (const row of spans.all(JSON.stringify(entities))) yield { table: "span", row };
}

/** Whether all that a row refers to is there afterwards; each is looked for once. */
function hasAll(
  db: ReadDb,
  changed: ReadonlyMap<string, LinkedChange>,
): (change: LinkedChange) => boolean {
  const found = new Map<string, boolean>();
  const isThere = (id: string) => {
    const change = changed.get(id);
    return change ? change.after !== null : getOrMake(found, id, () => exists(db, id));
  };
  return ({ table, before, after }) => {
    if (after === null) return true;
    const known = before && new Set(referencesOf(table, completed(table, before) ?? before));
    return referencesOf(table, completed(table, after) ?? after).every(
      (id) => known?.has(id) || isThere(id),
    );
  };
}

function exists(db: ReadDb, id: string): boolean {
  const wheres = versionTables.map((table) => `EXISTS (SELECT 1 FROM ${table} WHERE id = @id)`);
  const row = db
    .prepare<unknown[], { found: number }>(`SELECT ${wheres.join(" OR ")} AS found`)
    .get({ id });
  return row?.found === 1;
}
