import { AppError } from "../../shared/errors.ts";
import type { ReadDb } from "./database.ts";

interface SourceFile {
  name: string;
  /** RFC 1951. */
  deflated: Uint8Array;
}

/** @throws AppError "not-found" when the report is not in the project (any more). */
export function readSourceFile(db: ReadDb, report: string): SourceFile {
  const row = db
    .prepare<[string], SourceFile>(
      `SELECT source AS name, deflated FROM source_file JOIN report ON report.id = report
       WHERE report = ? AND state = 'present'`,
    )
    .get(report);
  if (!row) throw new AppError("not-found", "That report is no longer in this project.");
  return row;
}
