import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { Choices } from "../../../shared/extract/choices.ts";
import type { DocumentKind } from "../../../shared/extract/extracted.ts";
import type { PackedReading, PackedReport, PackedScheme } from "../../../shared/packages/packed.ts";
import type { ReadDb } from "../database.ts";
import { readRow } from "../journal.ts";
import { unpackedRanges } from "../reading.ts";
import type { SchemeLine } from "../versions/scheme-line.ts";
import { readCarriedTexts, readStoredRevisions, type StoredRevision } from "./report-texts.ts";

/** The scheme as a package has it. */
export function packScheme(db: ReadDb, { edges }: SchemeLine): PackedScheme {
  // As it is written, letter by letter: it is known by the SHA-256 of that.
  return { scheme: JSON.parse(String(readRow(db, "scheme", "scheme")?.body)), edges };
}

/** A report as a package has it, with what these annotators have read of it, or all. */
export function packReport(
  db: ReadDb,
  report: string,
  annotators: readonly string[] | null,
  withOriginal: boolean,
): PackedReport {
  const row = readRow(db, "report", report);
  if (!row) throw new Error(`there is no report ${report}`);
  const revisions = readStoredRevisions(db, report);
  const isWanted = ({ annotator }: { annotator: string }) =>
    annotator !== deidentifier && (annotators === null || annotators.includes(annotator));
  return {
    id: report,
    title: String(row.title),
    case: String(row.case_name),
    source: String(row.source),
    metadata: JSON.parse(String(row.metadata)),
    sections: JSON.parse(String(row.sections)),
    warnings: JSON.parse(String(row.warnings)),
    text: revisions[0]?.text ?? "",
    revisions: revisions.map(packRevision),
    current: Number(row.revision),
    elsewhere: readCarriedTexts(db, report),
    readings: packReadings(db, report, revisions).filter(isWanted),
    orders: packOrders(db, report).filter(isWanted),
    original: withOriginal ? originalOf(db, report) : null,
    extraction: withOriginal ? extractionOf(db, report) : null,
  };
}

function packRevision({ revision, text, ...facts }: StoredRevision) {
  return facts;
}

interface ReadingRow {
  annotator: string;
  revision: number;
  read: string;
  skipped: string;
  seconds: number;
}

function packReadings(
  db: ReadDb,
  report: string,
  revisions: readonly StoredRevision[],
): PackedReading[] {
  return db
    .prepare<[string], ReadingRow>(
      `SELECT annotator, revision, read, skipped, seconds FROM reading
       WHERE report = ? ORDER BY annotator`,
    )
    .all(report)
    .map(({ annotator, revision, read, skipped, seconds }) => ({
      annotator,
      text: revisions.find((one) => one.revision === revision)?.sha256 ?? "",
      read: unpackedRanges(read),
      skipped: unpackedRanges(skipped),
      seconds,
    }));
}

function packOrders(db: ReadDb, report: string): PackedReport["orders"] {
  return db
    .prepare<[string], { annotator: string; body: string }>(
      `SELECT annotator, body FROM layer_source JOIN layer ON layer.id = layer_source.layer
       WHERE report = ? ORDER BY annotator`,
    )
    .all(report)
    .map(({ annotator, body }) => ({ annotator, body: JSON.parse(body) }));
}

/** The file that a report came from; null where it is not here. */
export function originalOf(db: ReadDb, report: string): PackedReport["original"] {
  const row = db
    .prepare<[string], { sha256: string; bytes: number }>(
      "SELECT sha256, size AS bytes FROM source_file WHERE report = ?",
    )
    .get(report);
  return row ?? null;
}

function extractionOf(db: ReadDb, report: string): PackedReport["extraction"] {
  const row = db
    // The kind is what writeExtraction was given.
    .prepare<[string], { kind: DocumentKind; choices: string; places: string }>(
      "SELECT kind, choices, places FROM extraction WHERE report = ?",
    )
    .get(report);
  // The store wrote the choices itself.
  return row ? { ...row, choices: JSON.parse(row.choices) as Choices } : null;
}

/** The deflated bytes (RFC 1951) of a report's file, and of what a reader made of it; null for none. */
export function readDeflated(
  db: ReadDb,
  table: "source_file" | "extraction",
  report: string,
): Uint8Array<ArrayBuffer> | null {
  const row = db
    .prepare<[string], { deflated: Uint8Array<ArrayBuffer> }>(
      `SELECT deflated FROM ${table} WHERE report = ?`,
    )
    .get(report);
  return row?.deflated ?? null;
}
