import type { NamedList, SchemeChange, Subject } from "../../../shared/scheme/rewrite-changes.ts";
import type { ReadDb } from "../database.ts";
import type { AnnotationTable, Row } from "../rows.ts";

/** A table whose rows carry names of the scheme. */
export type NamedTable = AnnotationTable | "layer";

/** The rows of one table that a name of the scheme may stand in. */
interface Named {
  table: NamedTable;
  where: string;
}

const isKey = (column: string) =>
  `${column} <> '{}' AND EXISTS (SELECT 1 FROM json_each(${column}) WHERE key = @name)`;

const namedBy: Record<NamedList, readonly Named[]> = {
  labels: [{ table: "span", where: "label = @name" }],
  kinds: [{ table: "entity", where: "kind = @name" }],
  attributes: (["span", "relation", "event"] as const).map((table) => ({
    table,
    where: isKey("attributes"),
  })),
  relations: [{ table: "relation", where: "label = @name" }],
  events: [{ table: "event", where: "label = @name" }],
  groups: [{ table: "grouping", where: "label = @name" }],
  reportLabels: [{ table: "layer", where: isKey("labels") }],
  fields: [{ table: "entity", where: `kind = @of AND ${isKey("fields")}` }],
  roles: [
    {
      table: "event",
      where:
        "label = @of AND EXISTS (SELECT 1 FROM json_each(arguments) WHERE value ->> '$.role' = @name)",
    },
  ],
};

/** The definition whose annotations a change concerns. */
export function subjectOf(change: SchemeChange): Subject {
  if (change.do === "split" || change.do === "move")
    return { list: "labels", of: null, name: change.label };
  return change.subject;
}

// What still waits in an import is not the project's yet, and may be discarded.
const settled = {
  layer: "report IN (SELECT id FROM report WHERE state <> 'arriving')",
  others: `layer IN (SELECT layer.id FROM layer JOIN report ON report.id = layer.report
                     WHERE report.state <> 'arriving')`,
};

/** Rows that carry a name, table by table; of reports that were removed too, since they may come back. */
export function* rowsNamed(
  db: ReadDb,
  { list, of, name }: Subject,
  limit = -1,
): Generator<{ table: NamedTable; row: Row }, void> {
  for (const { table, where } of namedBy[list]) {
    const scope = table === "layer" ? settled.layer : settled.others;
    const rows = db
      .prepare<unknown[], Row>(`SELECT * FROM ${table} WHERE ${where} AND ${scope} LIMIT @limit`)
      .all({ of, name, limit });
    for (const row of rows) yield { table, row };
  }
}

/** The tables whose rows may carry a name. */
export const tablesNamed = ({ list }: Subject): NamedTable[] =>
  namedBy[list].map(({ table }) => table);

/** The annotations of one table that carry a name, as `rowsNamed` has them. */
export function idsNamed(db: ReadDb, { list, of, name }: Subject, table: NamedTable): string[] {
  const scope = table === "layer" ? settled.layer : settled.others;
  return namedBy[list]
    .filter((named) => named.table === table)
    .flatMap(({ where }) =>
      db
        .prepare<unknown[], Row>(
          `SELECT id FROM ${table} WHERE ${where} AND ${scope} ORDER BY rowid`,
        )
        .all({ of, name })
        .map(({ id }) => id),
    );
}

/** How many annotations in each layer carry a name. */
export function countNamed(db: ReadDb, { list, of, name }: Subject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { table, where } of namedBy[list]) {
    const layer = table === "layer" ? "id" : "layer";
    const rows = db
      .prepare<unknown[], { layer: string; count: number }>(
        `SELECT ${layer} AS layer, count(*) AS count FROM ${table} WHERE ${where} GROUP BY ${layer}`,
      )
      .all({ of, name });
    for (const row of rows) counts.set(row.layer, (counts.get(row.layer) ?? 0) + row.count);
  }
  return counts;
}
