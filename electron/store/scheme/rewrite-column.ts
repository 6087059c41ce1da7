import type { Scheme } from "../../../shared/model/scheme.ts";
import { rewriterOf } from "../../../shared/scheme/rewrite-annotations.ts";
import type { NamedList, SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import type { ReadDb } from "../database.ts";
import type { Journal } from "../journal.ts";
import { type Row, spanCodec } from "../rows.ts";
import type { NameColumn } from "./put-names.ts";
import { entityOf } from "./rewrite-row.ts";
import { idsNamed, rowsNamed, subjectOf } from "./scheme-rows.ts";

/*
 * Changes of the scheme that only put one name for another: all rows at once, since a project may have
 * a hundred thousand of them.
 */

const columns: Partial<Record<NamedList, NameColumn>> = {
  labels: { table: "span", column: "label" },
  kinds: { table: "entity", column: "kind" },
  relations: { table: "relation", column: "label" },
  events: { table: "event", column: "label" },
  groups: { table: "grouping", column: "label" },
};

/** The column that a change puts other names into; null where it does more, or something else. */
export function columnOf(change: SchemeChange): NameColumn | null {
  if (change.do !== "rename" && change.do !== "merge" && change.do !== "split") return null;
  return columns[subjectOf(change).list] ?? null;
}

/** Puts the new names in, and gives entities the kind that their spans speak of then. */
export function rewriteColumn(
  journal: Journal,
  scheme: Scheme,
  change: SchemeChange,
  of: NameColumn,
): void {
  const { name } = subjectOf(change);
  const ids = idsNamed(journal.db, subjectOf(change), of.table);
  for (const [to, some] of newNames(journal, change, ids))
    if (to !== name) journal.setNames(of, some, name, to);
  if (of.table !== "span" || change.do === "rename") return;
  for (const [kind, some] of kindsToFollow(journal.db, ids, kindsOf(scheme)))
    for (const [before, those] of byKind(journal.db, some))
      journal.setNames({ table: "entity", column: "kind" }, those, before, kind);
}

/** Which rows get which name. */
function newNames(
  journal: Journal,
  change: SchemeChange,
  ids: readonly string[],
): Map<string, readonly string[]> {
  if (change.do === "rename") return new Map([[change.to, ids]]);
  if (change.do === "merge") return new Map([[change.into, ids]]);
  const rewriter = rewriterOf(change);
  const rows = [...rowsNamed(journal.db, subjectOf(change))].map(({ row }) => row);
  return grouped(rows, (row) => {
    const span = rewriter.span(spanCodec.fromRow(row), entityOf(journal, row));
    return span?.label ?? String(row.label);
  });
}

export const kindsOf = ({ labels }: Scheme): Record<string, string> =>
  Object.fromEntries(labels.map(({ name, kind }) => [name, kind ?? ""]));

/**
 * The entities of these spans that are not of the kind that all their spans speak of, by that kind;
 * where the spans differ an entity stays as it is.
 * @param kinds by label
 */
export function kindsToFollow(
  db: ReadDb,
  spans: readonly string[],
  kinds: Readonly<Record<string, string>>,
): Map<string, readonly string[]> {
  const rows = db
    .prepare<unknown[], Row>(
      `WITH of_label AS MATERIALIZED (SELECT key AS label, value AS kind FROM json_each(@kinds)),
       linked AS MATERIALIZED (
         SELECT DISTINCT entity FROM span
         WHERE id IN (SELECT value FROM json_each(@spans)) AND entity IS NOT NULL)
       SELECT entity.id, max(coalesce(of_label.kind, '')) AS spoken
       FROM linked CROSS JOIN entity ON entity.id = linked.entity
         CROSS JOIN span ON span.entity = entity.id
         LEFT JOIN of_label ON of_label.label = span.label
       GROUP BY entity.id
       HAVING count(DISTINCT coalesce(of_label.kind, '')) = 1
         AND spoken NOT IN ('', entity.kind)`,
    )
    .all({ spans: JSON.stringify(spans), kinds: JSON.stringify(kinds) });
  return grouped(rows, (row) => String(row.spoken));
}

function byKind(db: ReadDb, ids: readonly string[]): Map<string, readonly string[]> {
  const rows = db
    .prepare<[string], Row>(
      "SELECT id, kind FROM entity WHERE id IN (SELECT value FROM json_each(?))",
    )
    .all(JSON.stringify(ids));
  return grouped(rows, (row) => String(row.kind));
}

function grouped(rows: readonly Row[], by: (row: Row) => string): Map<string, readonly string[]> {
  return new Map(
    [...Map.groupBy(rows, by)].map(([name, some]) => [name, some.map(({ id }) => id)]),
  );
}
