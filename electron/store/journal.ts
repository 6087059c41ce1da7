import type { ReadDb, WriteDb } from "./database.ts";
import type { Row } from "./rows.ts";
import { type NameColumn, type NamesChange, putNames } from "./scheme/put-names.ts";
import { counting, unwatched, type Watch } from "./watch.ts";

/** Tables whose rows can be put back as they were. */
const columns = {
  scheme: ["id", "version", "body"],
  report: [
    "id",
    "state",
    "title",
    "case_name",
    "source",
    "characters",
    "metadata",
    "sections",
    "warnings",
    "revision",
  ],
  layer: ["id", "report", "annotator", "status", "labels", "note", "unsure"],
  entity: ["id", "layer", "kind", "name", "codes", "fields", "note", "unsure"],
  span: [
    "id",
    "layer",
    "label",
    "start",
    "end",
    "ranges",
    "quote",
    "attributes",
    "entity",
    "note",
    "flag",
    "unsure",
  ],
  relation: ["id", "layer", "label", "from_id", "to_id", "attributes", "note"],
  event: ["id", "layer", "label", "trigger_id", "arguments", "attributes", "note"],
  grouping: ["id", "layer", "label", "members", "note"],
  decision: [
    "id",
    "layer",
    "key",
    "stage",
    "choice",
    "reason",
    "note",
    "annotator",
    "at",
    "members",
    "gold",
  ],
  saved_search: ["id", "name", "query", "annotator"],
  merged_package: ["id", "at", "annotator", "file", "facts"],
  guideline_question: [
    "id",
    "label",
    "text",
    "pattern",
    "examples",
    "asked_by",
    "asked_at",
    "answer",
    "answered_by",
    "answered_at",
    "scheme_version",
  ],
  agreed_change: ["id", "report", "annotator", "at"],
  conflict_choice: ["id", "layer", "target", "chosen"],
} as const;

export type Table = keyof typeof columns;

/** A row before and after; null where it did not or does not exist. */
export interface RowChange {
  table: Table;
  id: string;
  before: Row | null;
  after: Row | null;
  /** Where a removed row stood among the others, so that it can come back to its place. */
  place?: number;
}

/** Many reports that came or went together: kept as a list, not as thousands of rows. */
interface PresenceChange {
  table: "presence";
  reports: string[];
  before: "present" | "removed";
  after: "present" | "removed";
}

export type RecordedChange = RowChange | PresenceChange | NamesChange;
/** A change of rows of their own, each as it was and is. */
export const isOfRow = (change: RecordedChange): change is RowChange => "id" in change;

/** Writes rows and remembers how to put them back. Lives as long as one transaction. */
export interface Journal {
  readonly db: WriteDb;
  readonly changes: RecordedChange[];
  readonly watch: Watch;
  put(table: Table, row: Row): void;
  remove(table: Table, id: string): void;
  /** Takes rows for put that stand where this column has this value, and that the step brought there otherwise. */
  adopt(table: Table, column: "id" | "layer", value: string): void;
  setPresence(reports: string[], before: "present" | "removed", after: "present" | "removed"): void;
  setNames(of: NameColumn, ids: readonly string[], before: string, after: string): void;
}

export function createJournal(db: WriteDb, watch: Watch = unwatched): Journal {
  const changes: RecordedChange[] = [];
  const record = (table: Table, id: string, after: Row | null) => {
    const before = readRow(db, table, id);
    if (sameRow(before, after)) return;
    const place = after === null ? { place: placeOf(db, table, id) } : {};
    writeRow(db, table, id, before, after);
    changes.push({ table, id, before, after, ...place });
  };
  return {
    db,
    changes,
    watch,
    put: (table, row) => record(table, row.id, row),
    remove: (table, id) => record(table, id, null),
    adopt(table, column, value) {
      for (const after of rowsWhere(db, table, column, value))
        changes.push({ table, id: after.id, before: null, after });
    },
    setPresence(reports, before, after) {
      const change: PresenceChange = { table: "presence", reports, before, after };
      if (!writePresence(db, change, counting(watch, reports.length)))
        throw new Error(`some of the reports are not ${before}`);
      changes.push(change);
    },
    setNames(of, ids, before, after) {
      if (ids.length === 0) return;
      const change: NamesChange = { table: "names", of, ids, before, after };
      if (!putNames(db, change, counting(watch, ids.length)))
        throw new Error(`some of the ${of.table}s are not ${before}`);
      changes.push(change);
    },
  };
}

/** The changes that lead back, in the order to apply them. */
export function inverted(changes: readonly RecordedChange[]): RecordedChange[] {
  return changes.toReversed().map(swapped);
}

function swapped(change: RecordedChange): RecordedChange {
  // Split by kind, since before and after have other types in each.
  if (change.table === "presence") return { ...change, before: change.after, after: change.before };
  if (change.table === "names") return { ...change, before: change.after, after: change.before };
  return { ...change, before: change.after, after: change.before };
}

/** Applies changes as they stand. Answers false, having done nothing to that row, at the first that does not fit. */
export function apply(
  db: WriteDb,
  changes: readonly RecordedChange[],
  watch: Watch = unwatched,
): boolean {
  const count = counting(watch, rowsIn(changes));
  return changes.every((change) => {
    if (change.table === "presence") return writePresence(db, change, count);
    if (change.table === "names") return putNames(db, change, count);
    count();
    const [before, after] = [change.before, change.after].map((row) =>
      completed(change.table, row),
    );
    if (!sameRow(readRow(db, change.table, change.id), before ?? null)) return false;
    writeRow(db, change.table, change.id, before ?? null, after ?? null);
    if (change.before === null && change.place !== undefined) putBack(db, change, change.place);
    return true;
  });
}

/** How many rows changes touch. */
export function rowsIn(changes: readonly RecordedChange[]): number {
  return changes.reduce((sum, change) => sum + rowsOf(change), 0);
}

function rowsOf(change: RecordedChange): number {
  if (change.table === "presence") return change.reports.length;
  return change.table === "names" ? change.ids.length : 1;
}

/** What columns hold that an older version's rows do not have. */
const added: Partial<Record<Table, Omit<Row, "id">>> = {
  report: { revision: 1 },
  layer: { note: "", unsure: 0 },
  entity: { unsure: 0 },
  span: { flag: "", unsure: 0 },
};

/** A row of the history as the table would hold it now. */
export function completed(table: Table, row: Row | null): Row | null {
  return row && { ...added[table], ...row };
}

/** A row without what `completed` puts back: the same for a version that knows fewer columns. */
export function bared(table: Table, row: Row | null): Row | null {
  const defaults: Record<string, Row[string]> = { ...added[table] };
  const cells = Object.entries(row ?? {}).filter(([name, cell]) => defaults[name] !== cell);
  return row && { ...Object.fromEntries(cells), id: row.id };
}

function placeOf(db: ReadDb, table: Table, id: string): number {
  return Number(
    db.prepare<[string], { rowid: number }>(`SELECT rowid FROM ${table} WHERE id = ?`).get(id)
      ?.rowid,
  );
}

// Rows are read in the order of their places. One that somebody else's row has taken since stays taken.
function putBack(db: WriteDb, { table, id }: RowChange, place: number): void {
  db.prepare(`UPDATE OR IGNORE ${table} SET rowid = @place WHERE id = @id`).run({ place, id });
}

export function readRow(db: ReadDb, table: Table, id: string): Row | null {
  const names = columns[table].map((name) => `"${name}"`).join(", ");
  const row = db.prepare<[string], Row>(`SELECT ${names} FROM ${table} WHERE id = ?`).get(id);
  return row ?? null;
}

/** In the order of their places. */
function rowsWhere(db: ReadDb, table: Table, column: "id" | "layer", value: string): Row[] {
  const names = columns[table].map((name) => `"${name}"`).join(", ");
  return db
    .prepare<[string], Row>(`SELECT ${names} FROM ${table} WHERE ${column} = ? ORDER BY rowid`)
    .all(value);
}

function writeRow(
  db: WriteDb,
  table: Table,
  id: string,
  before: Row | null,
  row: Row | null,
): void {
  if (row === null) db.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
  else if (before === null) db.prepare(upsertStatement(table)).run(row);
  else db.prepare(updateStatement(table, before, row)).run(row);
}

/** Only what differs, so that only its indexes are written. */
function updateStatement(table: Table, before: Row, row: Row): string {
  const set = columns[table].filter((name) => row[name] !== before[name]);
  return `UPDATE ${table} SET ${set.map((name) => `"${name}" = @${name}`).join(", ")} WHERE id = @id`;
}

/** Puts a row in, or replaces the one with its id, by named parameters. */
export function upsertStatement(table: Table): string {
  const names = columns[table];
  const set = names.filter((name) => name !== "id").map((name) => `"${name}" = @${name}`);
  return `INSERT INTO ${table} (${names.map((name) => `"${name}"`).join(", ")})
          VALUES (${names.map((name) => `@${name}`).join(", ")})
          ON CONFLICT (id) DO UPDATE SET ${set.join(", ")}`;
}

/** Answers false at the first report that is not as it was; one that arrives counts as removed. */
function writePresence(
  db: WriteDb,
  { reports, before, after }: PresenceChange,
  count: () => void,
): boolean {
  const update = db.prepare(
    `UPDATE report SET state = @after WHERE id = @id
       AND (CASE state WHEN 'arriving' THEN 'removed' ELSE state END) = @before`,
  );
  return reports.every((id) => {
    count();
    return update.run({ id, before, after }).changes === 1;
  });
}

function sameRow(a: Row | null, b: Row | null): boolean {
  if (a === null || b === null) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
