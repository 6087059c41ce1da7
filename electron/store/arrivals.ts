import { randomUUID } from "node:crypto";
import { remapSourceKey } from "../../shared/formats/brat/source-key.ts";
import type { FormatId } from "../../shared/formats/format-ids.ts";
import type { Layer } from "../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../shared/model/document.ts";
import type { WriteDb } from "./database.ts";
import { extractionUpsert, type StoredExtraction, writeExtraction } from "./extractions.ts";
import { upsertStatement } from "./journal.ts";
import { layerId } from "./layers.ts";
import { readingRow, readingUpsert } from "./reading.ts";
import { entityCodec, eventCodec, groupCodec, relationCodec, spanCodec } from "./rows.ts";

/** A report as a reader hands it to the store. */
export interface Arrival {
  document: AnnotatedDocument;
  warnings: string[];
  textSha256: string;
  /** The file's own bytes, deflated (RFC 1951), with the size and SHA-256 they have inflated. */
  source: { name: string; sha256: string; size: number; deflated: Uint8Array };
  /** What a reader made of the file; null where the file itself is the text. */
  extraction: StoredExtraction | null;
  /** The format of annotated documents that it came in; left out for files that hold only a report. */
  format?: FormatId;
}

/**
 * Writes reports that are not in the project yet: nobody sees them before they are taken in, and what
 * a crash leaves behind is swept at the next opening. Answers their identifiers.
 */
export function insertArrivals(db: WriteDb, arrivals: readonly Arrival[]): string[] {
  const statements = prepareStatements(db);
  return db.transaction(() => arrivals.map((arrival) => insertOne(statements, arrival)))();
}

/** Removes what never was taken in. */
export function discardArrivals(db: WriteDb, reports: readonly string[]): void {
  const unindex = db.prepare(
    `DELETE FROM report_search WHERE rowid =
       (SELECT number FROM report WHERE id = ? AND state = 'arriving')`,
  );
  const remove = db.prepare("DELETE FROM report WHERE id = ? AND state = 'arriving'");
  db.transaction(() => {
    for (const report of reports) {
      unindex.run(report);
      remove.run(report);
    }
  })();
}

/** Removes what an import left behind that ended with the process. */
export function sweepArrivals(db: WriteDb): void {
  const left = db.prepare<[], { id: string }>("SELECT id FROM report WHERE state = 'arriving'");
  discardArrivals(
    db,
    left.all().map(({ id }) => id),
  );
}

function prepareStatements(db: WriteDb) {
  const upsert = (table: Parameters<typeof upsertStatement>[0]) =>
    db.prepare(upsertStatement(table));
  return {
    report: upsert("report"),
    layer: upsert("layer"),
    entity: upsert("entity"),
    span: upsert("span"),
    relation: upsert("relation"),
    event: upsert("event"),
    grouping: upsert("grouping"),
    text: db.prepare("INSERT INTO report_text (report, sha256, text) VALUES (?, ?, ?)"),
    file: db.prepare(
      "INSERT INTO source_file (report, sha256, size, deflated) VALUES (?, ?, ?, ?)",
    ),
    extraction: db.prepare(extractionUpsert),
    reading: db.prepare(readingUpsert),
    order: db.prepare("INSERT INTO layer_source (layer, body) VALUES (?, ?)"),
    search: db.prepare(
      "INSERT INTO report_search (rowid, text) SELECT number, ? FROM report WHERE id = ?",
    ),
  };
}

type Statements = ReturnType<typeof prepareStatements>;

function insertOne(statements: Statements, arrival: Arrival): string {
  const { document, warnings, textSha256, source } = arrival;
  const id = randomUUID();
  statements.report.run({
    id,
    state: "arriving",
    title: document.title,
    case_name: document.case,
    source: source.name,
    characters: document.text.length,
    metadata: JSON.stringify(document.metadata),
    sections: JSON.stringify(document.sections),
    warnings: JSON.stringify(warnings),
    revision: 1,
  });
  statements.text.run(id, textSha256, document.text);
  statements.file.run(id, source.sha256, source.size, source.deflated);
  statements.search.run(document.text, id);
  for (const layer of document.layers) insertLayer(statements, id, layer);
  if (arrival.extraction) writeExtraction(statements.extraction, id, arrival.extraction);
  return id;
}

function insertLayer(statements: Statements, report: string, given: DocumentLayer): void {
  const id = layerId(report, given.annotator);
  const ids = newIds(given);
  const layer = withIds(given, ids);
  const { annotator, status, labels, note = "", unsure = false } = layer;
  const facts = { annotator, status, labels: JSON.stringify(labels), note, unsure: Number(unsure) };
  statements.layer.run({ id, report, ...facts });
  for (const entity of layer.entities) statements.entity.run(entityCodec.toRow(entity, id));
  for (const span of layer.spans) statements.span.run(spanCodec.toRow(span, id));
  for (const relation of layer.relations)
    statements.relation.run(relationCodec.toRow(relation, id));
  for (const event of layer.events) statements.event.run(eventCodec.toRow(event, id));
  for (const group of layer.groups) statements.grouping.run(groupCodec.toRow(group, id));
  if (given.reading) statements.reading.run(readingRow(report, annotator, 1, given.reading));
  if (!given.source) return;
  const lines = given.source.lines.map(({ key, name }) => ({
    key: remapSourceKey(key, ids),
    name,
  }));
  statements.order.run(id, JSON.stringify({ ...given.source, lines }));
}

type Ids = ReadonlyMap<string, string>;

function newIds({ entities, spans, relations, events, groups }: DocumentLayer): Ids {
  const all = [...entities, ...spans, ...relations, ...events, ...groups];
  return new Map(all.map(({ id }) => [id, randomUUID()]));
}

function withIds(layer: DocumentLayer, ids: Ids): Omit<Layer, "id"> {
  const own = (id: string) => {
    const found = ids.get(id);
    if (found === undefined) throw new Error(`nothing in the layer is called "${id}"`);
    return found;
  };
  return {
    ...layer,
    entities: layer.entities.map((it) => ({ ...it, id: own(it.id) })),
    spans: layer.spans.map((it) => ({
      ...it,
      id: own(it.id),
      entity: it.entity === null ? null : own(it.entity),
    })),
    relations: layer.relations.map((it) => ({
      ...it,
      id: own(it.id),
      from: own(it.from),
      to: own(it.to),
    })),
    events: layer.events.map((it) => ({
      ...it,
      id: own(it.id),
      trigger: own(it.trigger),
      arguments: it.arguments.map(({ role, target }) => ({ role, target: own(target) })),
    })),
    groups: layer.groups.map((it) => ({ ...it, id: own(it.id), members: it.members.map(own) })),
  };
}
