import { SqliteError } from "better-sqlite3";
import { AppError } from "../../shared/errors.ts";

/**
 * Says in a sentence what SQLite says in a code. Anything that is not a person's or a file's problem
 * comes back unchanged.
 */
export function explain(error: unknown, file: string): unknown {
  if (!(error instanceof SqliteError)) return error;
  const { code } = error;
  const is = (start: string) => code.startsWith(start);
  if (is("SQLITE_FULL"))
    return new AppError(
      "disk-full",
      `The disk that holds "${file}" is full, so the last change was not saved and everything before it is; free some space and do it again.`,
      { cause: error },
    );
  if (is("SQLITE_BUSY") || is("SQLITE_LOCKED"))
    return new AppError(
      "project-in-use",
      `"${file}" is open in another Casemark window or command; close it there first.`,
      { cause: error },
    );
  if (is("SQLITE_READONLY") || is("SQLITE_PERM"))
    return new AppError(
      "read-only",
      `"${file}" cannot be written to; allow writing to the file and its folder, or copy it to a folder of yours.`,
      { cause: error },
    );
  if (is("SQLITE_CORRUPT") || is("SQLITE_NOTADB")) return damaged(file, error);
  if (isOutOfReach(error))
    return new AppError(
      "bad-file",
      `"${file}" cannot be read or written (${error.message}); check that its disk is connected and its folder is yours to write to.`,
      { cause: error },
    );
  return error;
}

/** Whether the file could neither be read nor written, over this connection at least. */
export function isOutOfReach(error: unknown): boolean {
  return error instanceof SqliteError && /^SQLITE_(CANTOPEN|IOERR)/.test(error.code);
}

export function damaged(file: string, cause?: unknown): AppError {
  return new AppError(
    "project-damaged",
    `"${file}" is damaged (cut short or overwritten) and was left untouched; restore it from a copy.`,
    { cause },
  );
}
