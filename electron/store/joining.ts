import { AppError } from "../../shared/errors.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Journal, readRow } from "./journal.ts";
import { layerId } from "./layers.ts";

/** A report that layers from elsewhere may join. */
export interface JoinTarget {
  report: string;
  title: string;
  annotators: string[];
}

/** Layers of a report that is not taken in, which go to another one. */
export interface JoiningLayers {
  from: string;
  to: string;
  annotators: readonly string[];
  /** Whether that one comes by the same step, and goes with it. */
  isNew: boolean;
}

/** The report in the project with this very text, as it is now, and this name; folders and ending aside. */
export function findJoinTarget(
  db: ReadDb,
  { textSha256, name }: { textSha256: string; name: string },
): JoinTarget | null {
  const rows = db
    .prepare<[string], { report: string; title: string; source: string }>(
      `SELECT report.id AS report, title, source FROM report_text JOIN report
         ON report.id = report_text.report AND report.revision = report_text.revision
       WHERE report_text.sha256 = ? AND state = 'present' ORDER BY number`,
    )
    .all(textSha256);
  const found = rows.find(({ source }) => plainName(source) === plainName(name));
  if (!found) return null;
  const { report, title } = found;
  return { report, title, annotators: annotatorsOf(db, report) };
}

/** "ana/case-1.txt" and "case-1.ann" are the same document. */
export function plainName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1).replace(/\.[^.]*$/, "");
}

function annotatorsOf(db: ReadDb, report: string): string[] {
  return db
    .prepare<[string], { annotator: string }>("SELECT annotator FROM layer WHERE report = ?")
    .all(report)
    .map(({ annotator }) => annotator);
}

const tables = ["entity", "span", "relation", "event", "grouping"] as const;

/**
 * Gives layers of a report that only arrives to another one. In one that was in the project before they are
 * part of the step. @throws AppError "changed-since" where there is no such report or layer any longer.
 */
export function joinLayers(journal: Journal, { from, to, annotators, isNew }: JoiningLayers): void {
  const { db } = journal;
  const state = readRow(db, "report", to)?.state;
  if (state !== "present" && state !== "arriving") throw notAsBefore();
  for (const annotator of annotators) {
    if (readRow(db, "layer", layerId(to, annotator))) throw notAsBefore();
    const move = { from: layerId(from, annotator), to: layerId(to, annotator), report: to };
    moveLayer(db, move);
    if (!isNew) adoptLayer(journal, move.to);
    db.prepare(
      "UPDATE OR IGNORE reading SET report = ?, revision = (SELECT revision FROM report WHERE id = ?) WHERE report = ? AND annotator = ?",
    ).run(to, to, from, annotator);
  }
}

interface Move {
  /** Identifiers of layers. */
  from: string;
  to: string;
  report: string;
}

/** References to layers are checked at the end of the transaction. */
function moveLayer(db: WriteDb, { from, to, report }: Move): void {
  db.prepare("UPDATE layer SET id = ?, report = ? WHERE id = ?").run(to, report, from);
  for (const table of [...tables, "layer_source"])
    db.prepare(`UPDATE ${table} SET layer = ? WHERE layer = ?`).run(to, from);
}

/** Undo takes it away. How its file had its lines goes with it, and does not come back with redo. */
function adoptLayer(journal: Journal, layer: string): void {
  journal.adopt("layer", "id", layer);
  for (const table of tables) journal.adopt(table, "layer", layer);
}

function notAsBefore(): AppError {
  return new AppError(
    "changed-since",
    "Reports that layers were to join have changed since the files were read; discard this import and choose the files again.",
  );
}
