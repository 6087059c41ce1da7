import type { HistoryStep, ReportThen } from "../../shared/contract/history.ts";
import { carrySpan } from "../../shared/correct/carry.ts";
import { AppError } from "../../shared/errors.ts";
import { differencesSince } from "../../shared/history/differences.ts";
import type { Layer, Span } from "../../shared/model/annotation.ts";
import type { Section } from "../../shared/model/report.ts";
import { hullOf } from "../../shared/text/offsets.ts";
import type { ReadDb } from "./database.ts";
import { completed, inverted, type RecordedChange, readRow, type Table } from "./journal.ts";
import { factsOf, type LayerFacts, layerId, readLayer } from "./layers.ts";
import { readReport } from "./reports.ts";
import { carryRange } from "./revision-path.ts";
import { annotationTables, isAnnotationTable, noAnnotations, putInto, type Row } from "./rows.ts";
import { currentRevision, readRevision } from "./texts.ts";

/** One layer's rows and its report's as they were after a step, by their identifiers. */
export interface Past {
  rows: ReadonlyMap<string, PastRow>;
  /** Of the report's text; places in the rows count in it. */
  revision: number;
}

interface PastRow {
  table: Table;
  row: Row;
}

interface StepQuery {
  report: string;
  about: readonly string[] | null;
  before: number | null;
  limit: number;
}

/** The steps that touched an annotator's layer or the report itself, newest first. */
export function listSteps(
  db: ReadDb,
  annotator: string,
  { report, about, before, limit }: StepQuery,
): HistoryStep[] {
  const targets = JSON.stringify(about ?? [report, layerId(report, annotator)]);
  return db
    .prepare<unknown[], HistoryStep>(
      `SELECT id, at, annotator, report, summary, state FROM history
       WHERE id IN (SELECT step FROM history_touch, json_each(@targets) WHERE target = value)
         AND (@before IS NULL OR id < @before)
       ORDER BY id DESC LIMIT @limit`,
    )
    .all({ targets, before, limit });
}

/** An annotator's work on a report as it was right after a step, and how it differs from now. */
export function readThen(db: ReadDb, report: string, annotator: string, step: number): ReportThen {
  const { text: textNow } = readReport(db, report);
  const past = readPast(db, report, annotator, step);
  const layer = layerOf(past, report, annotator);
  const { text } = readRevision(db, report, past.revision);
  const revisionNow = currentRevision(db, report);
  const map = carryRange(db, report, past.revision, revisionNow);
  const isOtherText = past.revision !== revisionNow;
  const carried = isOtherText
    ? { ...layer, spans: layer.spans.map((span) => carrySpan(span, textNow, map)) }
    : layer;
  // The store wrote the sections itself.
  const sections = JSON.parse(String(past.rows.get(report)?.row.sections ?? "[]")) as Section[];
  const differences = differencesSince(carried, readLayer(db, report, annotator));
  return { text, sections, layer, differences, isOtherText };
}

/**
 * Takes every later step back, in memory alone. @throws AppError "not-found" for a time at which the
 * report was not in the project.
 */
export function readPast(db: ReadDb, report: string, annotator: string, step: number): Past {
  const layer = layerId(report, annotator);
  const rows = rowsNow(db, report, layer);
  for (const changes of changesAfter(db, [report, layer], step))
    for (const change of inverted(changes)) takeBack(rows, change, report, layer);
  const row = rows.get(report)?.row;
  if (row?.state !== "present")
    throw new AppError("not-found", "The report was not in the project at that time.");
  return { rows, revision: Number(row.revision) };
}

function rowsNow(db: ReadDb, report: string, layer: string): Map<string, PastRow> {
  const rows = new Map<string, PastRow>();
  for (const table of annotationTables) {
    const all = db.prepare<[string], Row>(`SELECT * FROM ${table} WHERE layer = ? ORDER BY rowid`);
    for (const row of all.iterate(layer)) rows.set(row.id, { table, row });
  }
  for (const [table, id] of [
    ["report", report],
    ["layer", layer],
  ] as const) {
    const row = readRow(db, table, id);
    if (row) rows.set(id, { table, row });
  }
  return rows;
}

function* changesAfter(db: ReadDb, targets: string[], step: number): Generator<RecordedChange[]> {
  const later = db.prepare<unknown[], { changes: string }>(
    `SELECT changes FROM history
     WHERE id IN (SELECT step FROM history_touch, json_each(?) WHERE target = value AND step > ?)
     ORDER BY id DESC`,
  );
  // The store wrote these changes itself.
  for (const { changes } of later.iterate(JSON.stringify(targets), step))
    yield JSON.parse(changes) as RecordedChange[];
}

/** Puts what a step changed back, where it is about this report or this layer of it. */
function takeBack(
  rows: Map<string, PastRow>,
  change: RecordedChange,
  report: string,
  layer: string,
): void {
  if (change.table === "presence") {
    const known = rows.get(report);
    if (known && change.reports.includes(report))
      rows.set(report, { ...known, row: { ...known.row, state: change.after } });
    return;
  }
  if (change.table === "names") {
    takeNamesBack(rows, change);
    return;
  }
  const { table, id, before, after } = change;
  const of = isAnnotationTable(table) ? (after ?? before)?.layer : id;
  if (of !== layer && of !== report) return;
  const row = completed(table, after);
  if (row) rows.set(id, { table, row });
  else rows.delete(id);
}

function takeNamesBack(
  rows: Map<string, PastRow>,
  { ids, of, after }: Extract<RecordedChange, { table: "names" }>,
): void {
  const renamed = new Set(ids);
  for (const [id, { table, row }] of rows)
    if (renamed.has(id)) rows.set(id, { table, row: { ...row, [of.column]: after } });
}

function layerOf({ rows }: Past, report: string, annotator: string): Layer {
  const id = layerId(report, annotator);
  const found = noAnnotations();
  for (const { table, row } of rows.values())
    if (isAnnotationTable(table)) putInto(found, table, row);
  found.spans.sort((a, b) => startOf(a) - startOf(b));
  // The rows of a layer have these columns, whatever the type of all tables' rows says.
  const row = rows.get(id)?.row as LayerFacts | undefined;
  return { id, annotator, ...factsOf(row), ...found };
}

const startOf = ({ ranges }: Span) => hullOf(ranges).start;
