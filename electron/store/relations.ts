import { randomUUID } from "node:crypto";
import type { RelationPatch } from "../../shared/contract/relations.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Relation } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { checkOwnOpenLayer, ensureOpenLayer } from "./layers.ts";
import { detach } from "./references.ts";
import { type Row, relationCodec } from "./rows.ts";
import { named } from "./spans.ts";

/**
 * Links two things of the annotator's own layer.
 * @throws AppError "not-found" for an end that is not there, "wrong-use" for ends of two sorts, for
 * one thing twice and for a relation that is there already, "layer-closed".
 */
export function addRelation(
  db: WriteDb,
  author: Author,
  { report, label, from, to }: Input<"relation.add">,
): Change {
  return write(db, author, "relation.add", (journal) => {
    const layer = ensureOpenLayer(journal, report, author.annotator);
    const ends = { from: endOf(journal, layer, from), to: endOf(journal, layer, to) };
    if (from === to) throw new AppError("wrong-use", "A relation leads from one thing to another.");
    if (ends.from.table !== ends.to.table)
      throw new AppError("wrong-use", "A relation links two spans, two events or two entities.");
    refuseTwice(journal.db, layer, { label, from, to });
    const relation: Relation = { id: randomUUID(), label, from, to, attributes: {}, note: "" };
    journal.put("relation", relationCodec.toRow(relation, layer));
    return { summary: `related ${ends.from.name} to ${ends.to.name} as ${label}`, report };
  });
}

/** Changes what the patch names and nothing else. @throws AppError as addRelation does. */
export function updateRelation(
  db: WriteDb,
  author: Author,
  id: string,
  patch: RelationPatch,
): Change {
  return write(db, author, "relation.update", (journal) => {
    const { relation, layer, report, words } = ownRelation(journal, id, author);
    const label = patch.label ?? relation.label;
    if (label !== relation.label) refuseTwice(db, layer, { ...relation, label });
    const attributes = patch.attributes ?? relation.attributes;
    const changed = { ...relation, label, attributes, note: patch.note ?? relation.note };
    journal.put("relation", relationCodec.toRow(changed, layer));
    const what = label === relation.label ? "changed" : `made ${label} of`;
    return { summary: `${what} the relation ${words}`, report };
  });
}

/** Removes a relation with what cannot be without it. @throws AppError "not-found", "layer-closed" */
export function removeRelation(db: WriteDb, author: Author, id: string): Change {
  return write(db, author, "relation.remove", (journal) => {
    const { layer, report, words } = ownRelation(journal, id, author);
    detach(journal, layer, id);
    journal.remove("relation", id);
    return { summary: `removed the relation ${words}`, report };
  });
}

function ownRelation(journal: Journal, id: string, author: Author) {
  const row = readRow(journal.db, "relation", id);
  if (!row) throw new AppError("not-found", "That relation is no longer there.");
  const layer = String(row.layer);
  const { report } = checkOwnOpenLayer(journal, layer, author.annotator);
  const relation = relationCodec.fromRow(row);
  const [from, to] = [relation.from, relation.to].map((end) => endOf(journal, layer, end).name);
  return {
    relation,
    layer,
    report: String(report),
    words: `${relation.label} of ${from} to ${to}`,
  };
}

/** A span, an event or an entity of the layer, and what it is called in a sentence. */
function endOf({ db }: Journal, layer: string, id: string) {
  for (const table of ["span", "event", "entity"] as const) {
    const row = readRow(db, table, id);
    if (row?.layer === layer) return { table, name: named(nameOf(table, row)) };
  }
  throw new AppError("not-found", "What the relation would link is no longer there.");
}

function nameOf(table: "span" | "event" | "entity", row: Row): string {
  const column = { span: "quote", event: "label", entity: "name" } as const;
  return String(row[column[table]]);
}

function refuseTwice(
  db: ReadDb,
  layer: string,
  { label, from, to }: Pick<Relation, "label" | "from" | "to">,
): void {
  const same = db
    .prepare(
      `SELECT 1 FROM relation
       WHERE layer = @layer AND label = @label AND from_id = @from AND to_id = @to`,
    )
    .get({ layer, label, from, to });
  if (same) throw new AppError("wrong-use", `They are related as ${label} already.`);
}
