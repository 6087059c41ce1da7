import { inflateRawSync } from "node:zlib";
import { AppError } from "../../shared/errors.ts";
import type { DocumentKind } from "../../shared/extract/extracted.ts";
import type { ReadDb } from "./database.ts";

interface SourceFile {
  name: string;
  /** RFC 1951. */
  deflated: Uint8Array;
}

/** @throws AppError "not-found" when the report, or its file, is not in the project (any more). */
export function readSourceFile(db: ReadDb, report: string): SourceFile {
  const row = db
    .prepare<[string], { name: string; deflated: Uint8Array | null }>(
      `SELECT source AS name, deflated
       FROM report LEFT JOIN source_file ON report.id = source_file.report
       WHERE report.id = ? AND state = 'present'`,
    )
    .get(report);
  if (!row) throw new AppError("not-found", "That report is no longer in this project.");
  const { name, deflated } = row;
  if (deflated) return { name, deflated };
  throw new AppError(
    "not-found",
    `The file "${name}" is not in this project any more; the report's text and marks are.`,
  );
}

/** The bytes of the file that an arriving report came from. */
export function readArrivingBytes(db: ReadDb, report: string): Uint8Array {
  const row = db
    .prepare<[string], { deflated: Uint8Array }>(
      `SELECT deflated FROM source_file JOIN report ON report.id = source_file.report
       WHERE report.id = ? AND state = 'arriving'`,
    )
    .get(report);
  if (!row) throw new Error(`report ${report} is not arriving`);
  return inflateRawSync(row.deflated);
}

/** What kind of file a reader made a report's text of; null where the file itself is the text. */
export function readSourceKind(db: ReadDb, report: string): DocumentKind | null {
  const row = db
    // The kind is what writeExtraction was given.
    .prepare<[string], { kind: DocumentKind }>("SELECT kind FROM extraction WHERE report = ?")
    .get(report);
  return row?.kind ?? null;
}
