import type { ReportPage, ReportRow } from "../../shared/contract/reports.ts";
import type { Input } from "../../shared/contract.ts";
import { deidentifier } from "../../shared/deidentify/layer.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Report } from "../../shared/model/report.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { readRow } from "./journal.ts";

interface StoredReport {
  id: string;
  title: string;
  case_name: string;
  source: string;
  metadata: string;
  sections: string;
  warnings: string;
  text: string;
  sha256: string;
}

/** @throws AppError "not-found" when the report is not in the project (any more). */
export function readReport(db: ReadDb, id: string): Report {
  const row = db
    .prepare<[string], StoredReport>(
      `SELECT report.*, text, sha256 FROM report JOIN report_text
         ON report_text.report = report.id AND report_text.revision = report.revision
       WHERE report.id = ? AND state = 'present'`,
    )
    .get(id);
  if (!row) throw noReport();
  return {
    id,
    title: row.title,
    case: row.case_name,
    text: row.text,
    textSha256: row.sha256,
    sections: JSON.parse(row.sections),
    metadata: JSON.parse(row.metadata),
    source: row.source,
    warnings: JSON.parse(row.warnings),
  };
}

/** @throws AppError "not-found" */
export function reportTitle(db: ReadDb, id: string): string {
  const row = readRow(db, "report", id);
  if (row?.state !== "present") throw noReport();
  return String(row.title);
}

/** @throws AppError "not-found" */
export function readText(db: ReadDb, report: string): string {
  const row = db
    .prepare<[string], { text: string }>(
      `SELECT text FROM report JOIN report_text
         ON report_text.report = report.id AND report_text.revision = report.revision
       WHERE report.id = ?`,
    )
    .get(report);
  if (!row) throw noReport();
  return row.text;
}

/** The reports with these numbers, in their order. */
export function reportsByNumber(db: ReadDb, numbers: readonly number[]): string[] {
  return db
    .prepare<[string], { id: string }>(
      `SELECT id FROM report WHERE state = 'present'
         AND number IN (SELECT value FROM json_each(?)) ORDER BY number`,
    )
    .all(JSON.stringify(numbers))
    .map(({ id }) => id);
}

/** Identifiers of all reports, in the order they came. */
export function listReportIds(db: ReadDb): string[] {
  return db
    .prepare<[], { id: string }>("SELECT id FROM report WHERE state = 'present' ORDER BY number")
    .all()
    .map(({ id }) => id);
}

interface ListRow {
  number: number;
  id: string;
  title: string;
  case_name: string;
  source: string;
  characters: number;
  warnings: number;
  status: ReportRow["status"];
}

/** Everything that fits the filter of `filterOf`. */
export const matching = `
  FROM report LEFT JOIN layer AS mine ON mine.report = report.id AND mine.annotator = @annotator
  WHERE report.state = 'present'
    AND (@status = 'any' OR coalesce(mine.status, 'new') = @status)
    AND (@like = '%%'
      OR report.number IN (SELECT rowid FROM report_search WHERE report_search MATCH @words)
      OR report.title LIKE @like ESCAPE '\\')
    AND (@listed IS NULL OR report.number IN (SELECT value FROM json_each(@listed)))`;

type ReportQuery = Omit<Input<"report.list">, "severalLayers" | "query"> & {
  severalLayers?: boolean;
};

const several = `AND (SELECT count(*) FROM layer
  WHERE layer.report = report.id AND layer.annotator <> '${deidentifier}') > 1`;

/** One page of the reports that match, in the order they came; of those `listed` by number, unless null. */
export function listReports(
  db: ReadDb,
  annotator: string,
  { search, status, severalLayers = false, after, limit }: ReportQuery,
  listed: readonly number[] | null = null,
): ReportPage {
  const filter = filterOf(annotator, search, status, listed);
  const wanted = severalLayers ? `${matching} ${several}` : matching;
  const total = db.prepare<unknown[], { total: number }>(`SELECT count(*) AS total ${wanted}`);
  const rows = db
    .prepare<unknown[], ListRow>(
      `SELECT report.number, report.id, title, case_name, source, characters,
              json_array_length(warnings) AS warnings, coalesce(mine.status, 'new') AS status
       ${wanted} AND report.number > @after ORDER BY report.number LIMIT @limit`,
    )
    .all({ ...filter, after: Number(after ?? 0), limit });
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map((row) => toReportRow(db, row, annotator)),
    total: total.get(filter)?.total ?? 0,
    next: last ? String(last.number) : null,
  };
}

function toReportRow(db: ReadDb, row: ListRow, annotator: string): ReportRow {
  const layers = db
    .prepare<[string], ReportRow["layers"][number]>(
      `SELECT annotator, status, (SELECT count(*) FROM span WHERE span.layer = layer.id) AS spans
       FROM layer WHERE report = ? AND annotator <> '${deidentifier}' ORDER BY annotator`,
    )
    .all(row.id);
  const { id, title, source, characters, warnings, status } = row;
  const spans = layers.find((layer) => layer.annotator === annotator)?.spans ?? 0;
  return { id, title, case: row.case_name, source, characters, warnings, status, spans, layers };
}

/** The parameters of `matching`. */
export function filterOf(
  annotator: string,
  search: string,
  status: string,
  listed: readonly number[] | null = null,
) {
  const list = listed && JSON.stringify(listed);
  return { annotator, status, words: searchWords(search), like: likePattern(search), listed: list };
}

/**
 * What a person types, as an FTS5 query: every word has to occur, the last may be unfinished. Quoted,
 * so that nothing they type is taken for query syntax.
 */
function searchWords(search: string): string {
  const words = search.match(/[\p{L}\p{N}]+/gu) ?? [];
  // Signs alone are looked for in titles; this finds no text, where nothing at all would be an error.
  if (words.length === 0) return '""';
  return `${words.map((word) => `"${word}"`).join(" ")}*`;
}

function likePattern(search: string): string {
  return `%${search.trim().replace(/[\\%_]/g, "\\$&")}%`;
}

export function describeReport(
  db: WriteDb,
  author: Author,
  { report, title, case: caseName }: Input<"report.describe">,
): Change {
  return write(db, author, "report.describe", (journal) => {
    const before = reportTitle(db, report);
    const row = readRow(db, "report", report);
    if (row) journal.put("report", { ...row, title, case_name: caseName });
    const summary =
      before === title ? `put “${title}” in case ${caseName}` : `renamed “${before}” to “${title}”`;
    return { summary, report };
  });
}

/** Takes reports out of the project; their rows stay, so that undo brings everything back. */
export function removeReports(db: WriteDb, author: Author, reports: readonly string[]): Change {
  return write(db, author, "report.remove", (journal) => {
    const unique = [...new Set(reports)];
    const titles = unique.map((report) => reportTitle(db, report));
    journal.setPresence(unique, "present", "removed");
    const what = titles.length === 1 ? `“${titles[0]}”` : `${titles.length} reports`;
    return { summary: `removed ${what}`, report: null };
  });
}

function noReport(): AppError {
  return new AppError("not-found", "That report is no longer in this project.");
}
