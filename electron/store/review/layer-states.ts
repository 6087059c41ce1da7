import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { LayerStatus } from "../../../shared/model/annotation.ts";
import { gold } from "../../../shared/review/gold.ts";
import type { ReadDb } from "../database.ts";

/** A report with how far everybody is with it. */
export interface ReportState {
  id: string;
  title: string;
  case: string;
  /** By annotator's name; the layer of candidates for identifiers among them. */
  layers: { annotator: string; status: LayerStatus }[];
}

interface StateRow {
  id: string;
  title: string;
  case_name: string;
  annotator: string | null;
  status: LayerStatus | null;
}

/**
 * Who has only work that came in files: finished nothing here, and changed nothing. Files of other tools do
 * not say that a layer is finished; theirs are taken as they came. Corrected texts and a changed scheme are
 * nobody's work on a layer.
 */
const asItCame = `
  SELECT annotator FROM layer JOIN report ON report.id = layer.report AND state = 'present'
  WHERE annotator NOT IN ('${deidentifier}', '${gold}')
  GROUP BY annotator
  HAVING sum(status <> 'open') = 0 AND sum(EXISTS (
    SELECT 1 FROM history_touch JOIN history ON history.id = step
    WHERE target = layer.id AND operation NOT LIKE 'scheme.%'
      AND operation NOT IN ('import', 'undo', 'redo', 'text.correct'))) = 0`;

/** Everybody whose work only came in files; their open layers can be compared as they are. */
export function annotatorsAsTheyCame(db: ReadDb): Set<string> {
  const rows = db.prepare<[], { annotator: string }>(asItCame).all();
  return new Set(rows.map(({ annotator }) => annotator));
}

/** How far everybody is, report by report in the order they came. @param reports null: all that there are. */
export function listReportStates(db: ReadDb, reports: readonly string[] | null): ReportState[] {
  const rows = db
    .prepare<unknown[], StateRow>(
      `SELECT report.id, title, case_name, annotator, status
       FROM report LEFT JOIN layer ON layer.report = report.id
       WHERE state = 'present'
         AND (@reports IS NULL OR report.id IN (SELECT value FROM json_each(@reports)))
       ORDER BY number, annotator`,
    )
    .all({ reports: reports === null ? null : JSON.stringify(reports) });
  const states = new Map<string, ReportState>();
  for (const { id, title, case_name, annotator, status } of rows) {
    const known = states.get(id) ?? { id, title, case: case_name, layers: [] };
    states.set(id, known);
    if (annotator !== null && status !== null) known.layers.push({ annotator, status });
  }
  return [...states.values()];
}

/** In a query that has the table as_it_came. */
const isFinished = (layer: string) =>
  `(${layer}.status <> 'open' OR ${layer}.annotator IN (SELECT annotator FROM as_it_came))`;

/**
 * How many reports an annotator has finished, or brought along where all their work came in files; and how
 * many they have begun and not finished.
 */
export interface AnnotatorState {
  annotator: string;
  finished: number;
  open: number;
}

/** Everybody with a layer, by name; gold is among them. */
export function listAnnotatorStates(db: ReadDb): AnnotatorState[] {
  return db
    .prepare<[], AnnotatorState>(
      `WITH as_it_came AS MATERIALIZED (${asItCame})
       SELECT annotator, sum(${isFinished("layer")}) AS finished,
         sum(NOT ${isFinished("layer")}) AS open
       FROM layer JOIN report ON report.id = layer.report AND state = 'present'
       WHERE annotator <> '${deidentifier}' GROUP BY annotator ORDER BY annotator`,
    )
    .all();
}

/** Two annotators with the number of reports that both have finished. */
export interface PairState {
  a: string;
  b: string;
  reports: number;
}

/** Every two annotators with a report that both have finished, by name. */
export function listPairStates(db: ReadDb): PairState[] {
  return db
    .prepare<[], PairState>(
      `WITH as_it_came AS MATERIALIZED (${asItCame})
       SELECT one.annotator AS a, other.annotator AS b, count(*) AS reports
       FROM layer AS one
         JOIN layer AS other ON other.report = one.report AND other.annotator > one.annotator
         JOIN report ON report.id = one.report AND state = 'present'
       WHERE ${isFinished("one")} AND ${isFinished("other")}
         AND '${deidentifier}' NOT IN (one.annotator, other.annotator)
       GROUP BY a, b ORDER BY a, b`,
    )
    .all();
}
