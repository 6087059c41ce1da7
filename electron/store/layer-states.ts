import { deidentifier } from "../../shared/deidentify/layer.ts";
import type { LayerStatus } from "../../shared/model/annotation.ts";
import type { ReadDb } from "./database.ts";

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

/** How many reports an annotator has finished, and how many they have begun and not finished. */
export interface AnnotatorState {
  annotator: string;
  finished: number;
  open: number;
}

/** Everybody with a layer, by name; gold is among them. */
export function listAnnotatorStates(db: ReadDb): AnnotatorState[] {
  return db
    .prepare<[], AnnotatorState>(
      `SELECT annotator, sum(status <> 'open') AS finished, sum(status = 'open') AS open
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
      `SELECT one.annotator AS a, other.annotator AS b, count(*) AS reports
       FROM layer AS one
         JOIN layer AS other ON other.report = one.report AND other.annotator > one.annotator
         JOIN report ON report.id = one.report AND state = 'present'
       WHERE one.status <> 'open' AND other.status <> 'open'
         AND '${deidentifier}' NOT IN (one.annotator, other.annotator)
       GROUP BY a, b ORDER BY a, b`,
    )
    .all();
}
