import { giveRoom, type WriteDb } from "../database.ts";
import type { AnnotationTable } from "../rows.ts";

/** Where a name of the scheme stands in annotations. */
export interface NameColumn {
  table: AnnotationTable;
  column: "label" | "kind";
}

/** Many annotations that got another name together: kept as a list too. */
export interface NamesChange {
  table: "names";
  of: NameColumn;
  ids: readonly string[];
  before: string;
  after: string;
}

/** What so many rows touch stays in the usual cache. */
const mostInUsualRoom = 2000;

/**
 * Answers false where some of the rows do not have the name that they should have before; the
 * transaction has to be rolled back then. `count` is called for each row.
 */
export function putNames(
  db: WriteDb,
  { of, ids, before, after }: NamesChange,
  count: () => void,
): boolean {
  const { table, column } = of;
  if (ids.length > mostInUsualRoom) giveRoom(db);
  // The triggers of the tables beside rest meanwhile: see the migration 0010.
  db.prepare("INSERT INTO renaming (id) VALUES (1)").run();
  // One by one, in the order in which the rows lie: a list in the statement is gone through in its own.
  const update = db.prepare(
    `UPDATE ${table} SET ${column} = @after WHERE id = @id AND ${column} = @before`,
  );
  for (const id of ids) {
    if (update.run({ id, before, after }).changes !== 1) return false;
    count();
  }
  const given = JSON.stringify(ids);
  for (const statement of besides[table] ?? []) db.prepare(statement).run({ ids: given, after });
  db.prepare("DELETE FROM renaming").run();
  return true;
}

const given = "SELECT value FROM json_each(@ids)";

/** What puts the name into the tables that searches read. */
const besides: Partial<Record<AnnotationTable, readonly string[]>> = {
  span: [
    `UPDATE span_attribute SET label = @after WHERE span IN (${given})`,
    `UPDATE span_field SET label = @after WHERE span IN (${given})`,
  ],
  entity: [
    `UPDATE span_field SET kind = @after WHERE span IN (
       SELECT span.id FROM json_each(@ids) AS one CROSS JOIN span ON span.entity = one.value)`,
  ],
};
