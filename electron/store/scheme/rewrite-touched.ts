import { reservedKeys } from "../../../shared/commands.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import type { SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import { rewriteScheme } from "../../../shared/scheme/rewrite-scheme.ts";
import type { ReadDb } from "../database.ts";
import { type RecordedChange, readRow } from "../journal.ts";
import { isAnnotationTable, type Row } from "../rows.ts";
import { columnOf, kindsOf, kindsToFollow } from "./rewrite-column.ts";
import { idsNamed, type NamedTable, tablesNamed } from "./scheme-rows.ts";

/** The annotations that something touches, each once, table by table. */
export type Touched = ReadonlyMap<NamedTable, ReadonlySet<string>>;

/** Nothing that is annotated has to follow. */
export const leavesAll = (change: SchemeChange): boolean =>
  change.do === "move" ||
  ("annotations" in change && change.annotations === "keep") ||
  (change.do === "rename" && change.to === change.subject.name) ||
  (change.do === "merge" && change.into === change.subject.name);

/** What a change will touch, where that can be said without carrying it out; else null. */
export function foresee(db: ReadDb, before: Scheme, change: SchemeChange): Touched | null {
  if (leavesAll(change)) return new Map();
  if (change.do !== "rename" && change.do !== "merge" && change.do !== "remove") return null;
  const { subject } = change;
  const isOfNames = ["labels", "kinds", "relations", "events", "groups"].includes(subject.list);
  // What has lost its name goes, and other things with it.
  if (change.do === "remove" && isOfNames) return null;
  const touched = new Map(
    tablesNamed(subject).map((table) => [table, new Set(idsNamed(db, subject, table))]),
  );
  if (change.do === "merge" && columnOf(change)?.table === "span") {
    const kinds = kindsOf(rewriteScheme(before, change, reservedKeys));
    const asMerged = { ...kinds, [subject.name]: kinds[change.into] ?? "" };
    const followers = kindsToFollow(db, [...(touched.get("span") ?? [])], asMerged);
    touched.set("entity", new Set([...followers.values()].flat()));
  }
  return touched;
}

/** What changes that were carried out have touched of what was there. */
export function touchedBy(changes: readonly RecordedChange[]): Touched {
  const touched = new Map<NamedTable, Set<string>>();
  const add = (table: NamedTable, ids: readonly string[]) => {
    const known = touched.get(table) ?? new Set();
    for (const id of ids) known.add(id);
    touched.set(table, known);
  };
  for (const change of changes)
    if (change.table === "names") add(change.of.table, change.ids);
    else if (change.table !== "presence" && change.before !== null)
      if (change.table === "layer" || isAnnotationTable(change.table))
        add(change.table, [change.id]);
  return touched;
}

export const countOf = (touched: Touched): number =>
  [...touched.values()].reduce((sum, ids) => sum + ids.size, 0);

/** How many of each layer. */
export function countByLayer(db: ReadDb, touched: Touched): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [table, ids] of touched) {
    const layer = table === "layer" ? "id" : "layer";
    const rows = db
      .prepare<[string], { layer: string; count: number }>(
        `SELECT ${layer} AS layer, count(*) AS count FROM ${table}
         WHERE id IN (SELECT value FROM json_each(?)) GROUP BY ${layer}`,
      )
      .all(JSON.stringify([...ids]));
    for (const { layer: id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
}

/** Their rows, read one by one as they are asked for. */
export function* rowsTouched(
  db: ReadDb,
  touched: Touched,
): Generator<{ table: NamedTable; row: Row }, void> {
  for (const [table, ids] of touched)
    for (const id of ids) {
      const row = readRow(db, table, id);
      if (row) yield { table, row };
    }
}
