import { deidentifier } from "../../shared/deidentify/layer.ts";
import { AppError } from "../../shared/errors.ts";
import type { Layer, LayerStatus } from "../../shared/model/annotation.ts";
import type { Attributes } from "../../shared/model/attributes.ts";
import type { Annotations, Change } from "../../shared/model/change.ts";
import type { LayerSource } from "../../shared/model/document.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { reportTitle } from "./reports.ts";
import { annotationTables, noAnnotations, putInto, type Row } from "./rows.ts";

/** A row of the table, or one of the history. */
export interface LayerFacts {
  status: LayerStatus;
  labels: string;
  note: string;
  unsure: number;
}

/** A layer is named by what makes it one: the report and the annotator. */
export function layerId(report: string, annotator: string): string {
  return `${report}/${annotator}`;
}

/** An annotator's layer on a report; an empty open one where they have not begun. */
export function readLayer(db: ReadDb, report: string, annotator: string): Layer {
  const id = layerId(report, annotator);
  const row = db.prepare<[string], LayerFacts>("SELECT * FROM layer WHERE id = ?").get(id);
  return { id, annotator, ...factsOf(row), ...annotationsReader(db)(id) };
}

/** What a row says of a layer; of none, what is true of a layer that nobody has begun. */
export function factsOf(
  row: LayerFacts | undefined,
): Pick<Layer, "status" | "labels" | "note" | "unsure"> {
  return {
    status: row?.status ?? "open",
    labels: row ? JSON.parse(row.labels) : {},
    ...(row?.note && { note: row.note }),
    ...(row?.unsure && { unsure: true }),
  };
}

/** Every layer of a report, by annotator's name. */
export function readLayers(db: ReadDb, report: string): Layer[] {
  const rows = db
    .prepare<[string], LayerFacts & { id: string; annotator: string }>(
      "SELECT * FROM layer WHERE report = ? ORDER BY annotator",
    )
    .all(report);
  const annotationsOf = annotationsReader(db);
  return rows.map((row) => {
    const { id, annotator } = row;
    return { id, annotator, ...factsOf(row), ...annotationsOf(id) };
  });
}

export function readLayerSource(db: ReadDb, layer: string): LayerSource | null {
  const row = db
    .prepare<[string], { body: string }>("SELECT body FROM layer_source WHERE layer = ?")
    .get(layer);
  return row ? JSON.parse(row.body) : null;
}

/** Everybody who has a layer on a report that is in the project. */
export function listAnnotators(db: ReadDb): string[] {
  return db
    .prepare<[], { annotator: string }>(
      `SELECT DISTINCT annotator FROM layer JOIN report ON report.id = layer.report
       WHERE report.state = 'present' AND annotator <> '${deidentifier}' ORDER BY annotator`,
    )
    .all()
    .map(({ annotator }) => annotator);
}

/** The reports that an annotator, or with null anybody, has a layer on. */
export function listLayerReports(db: ReadDb, annotator: string | null): string[] {
  return db
    .prepare<unknown[], { report: string }>(
      `SELECT DISTINCT report FROM layer
       WHERE annotator = @annotator OR (@annotator IS NULL AND annotator <> '${deidentifier}')`,
    )
    .all({ annotator })
    .map(({ report }) => report);
}

export function setLayerStatus(
  db: WriteDb,
  author: Author,
  report: string,
  status: LayerStatus,
): Change {
  return write(db, author, "layer.setStatus", (journal) => {
    const title = reportTitle(db, report);
    const id = layerId(report, author.annotator);
    const row = readRow(db, "layer", id) ?? newLayer(report, author.annotator);
    journal.put("layer", { ...row, status });
    const words = { open: "reopened", done: "finished", locked: "locked" }[status];
    return { summary: `${words} “${title}”`, report };
  });
}

/** Says what an annotator says of the report as a whole. @throws AppError "layer-closed", "not-found" */
export function setLayerLabels(
  db: WriteDb,
  author: Author,
  report: string,
  labels: Attributes,
): Change {
  return write(db, author, "layer.setLabels", (journal) => {
    const known = readRow(db, "layer", layerId(report, author.annotator));
    const changed = changedNames(JSON.parse(String(known?.labels ?? "{}")), labels);
    if (changed.length > 0) {
      const id = ensureOpenLayer(journal, report, author.annotator);
      const row = known ?? newLayer(report, author.annotator);
      journal.put("layer", { ...row, id, labels: JSON.stringify(labels) });
    }
    const names = changed.map((name) => describeLabel(name, labels)).join(", ");
    return { summary: `labelled “${reportTitle(db, report)}”: ${names}`, report };
  });
}

/** Writes down what an annotator notes on the report as a whole. @throws AppError "layer-closed", "not-found" */
export function setLayerNote(db: WriteDb, author: Author, report: string, note: string): Change {
  return write(db, author, "layer.setNote", (journal) => {
    changeLayer(journal, report, author.annotator, { note });
    return { summary: `changed the note on “${reportTitle(db, report)}”`, report };
  });
}

/** Says whether an annotator is sure of their work on a report. @throws AppError "layer-closed", "not-found" */
export function setLayerUnsure(
  db: WriteDb,
  author: Author,
  report: string,
  unsure: boolean,
): Change {
  return write(db, author, "layer.setUnsure", (journal) => {
    changeLayer(journal, report, author.annotator, { unsure: Number(unsure) });
    return { summary: `was ${unsure ? "unsure" : "sure"} of “${reportTitle(db, report)}”`, report };
  });
}

function changeLayer(
  journal: Journal,
  report: string,
  annotator: string,
  facts: Partial<Row>,
): void {
  const id = ensureOpenLayer(journal, report, annotator);
  journal.put("layer", {
    ...newLayer(report, annotator),
    ...readRow(journal.db, "layer", id),
    ...facts,
    id,
  });
}

function changedNames(before: Attributes, after: Attributes): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const isSame = (name: string) => JSON.stringify(before[name]) === JSON.stringify(after[name]);
  return [...names].filter((name) => !isSame(name));
}

function describeLabel(name: string, { [name]: value }: Attributes): string {
  if (value === undefined) return `no ${name}`;
  if (value === true) return name;
  return `${name} ${Array.isArray(value) ? value.join(", ") : value}`;
}

/**
 * The layer that an annotator writes to, made with their first mark.
 * @throws AppError "layer-closed" when they have finished it, "not-found" for no such report.
 */
export function ensureOpenLayer(journal: Journal, report: string, annotator: string): string {
  const title = reportTitle(journal.db, report);
  const id = layerId(report, annotator);
  const row = readRow(journal.db, "layer", id);
  if (!row) journal.put("layer", newLayer(report, annotator));
  else refuseClosed(row, title);
  return id;
}

/** @throws AppError "layer-closed" or, for another annotator's layer, "not-found". */
export function checkOwnOpenLayer(journal: Journal, id: string, annotator: string): Row {
  const row = readRow(journal.db, "layer", id);
  if (row?.annotator !== annotator)
    throw new AppError("not-found", "That annotation belongs to another annotator's layer.");
  refuseClosed(row, reportTitle(journal.db, String(row.report)));
  return row;
}

function refuseClosed(row: Row, title: string): void {
  if (row.status === "open") return;
  throw new AppError(
    "layer-closed",
    `Your work on “${title}” is ${row.status === "done" ? "finished" : "locked"}; reopen it to go on marking.`,
  );
}

function newLayer(report: string, annotator: string): Row {
  return {
    id: layerId(report, annotator),
    report,
    annotator,
    status: "open",
    labels: "{}",
    note: "",
    unsure: 0,
  };
}

function annotationsReader(db: ReadDb): (layer: string) => Annotations {
  const tables = annotationTables.map((table) => {
    const order = table === "span" ? 'start, "end", rowid' : "rowid";
    const rows = db.prepare<[string], Row>(
      `SELECT * FROM ${table} WHERE layer = ? ORDER BY ${order}`,
    );
    return { table, rows };
  });
  return (layer) => {
    const found = noAnnotations();
    for (const { table, rows } of tables)
      for (const row of rows.all(layer)) putInto(found, table, row);
    return found;
  };
}
