import { matchesGlob } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import type { ReadDb } from "../../store/database.ts";
import { allRows } from "./reports.ts";

// Fewer would make a report of any single letter.
const shortIdentifier = 8;

/** The one report that is meant by its identifier (or eight and more characters of it), file name or title. */
export function findReport(db: ReadDb, wanted: string): string {
  const rows = [...allRows(db)];
  const exact = rows.filter(
    ({ id, source, title }) => id === wanted || source === wanted || title === wanted,
  );
  const loose = rows.filter(
    ({ id, source }) =>
      (wanted.length >= shortIdentifier && id.startsWith(wanted)) ||
      source.replace(/\.[^./]*$/, "") === wanted,
  );
  const found = exact.length > 0 ? exact : loose;
  const [report] = found;
  if (!report)
    throw new AppError(
      "not-found",
      `There is no report "${wanted}"; "casemark reports" lists them.`,
    );
  if (found.length > 1)
    throw new AppError(
      "not-found",
      `"${wanted}" could be any of ${found.length} reports; name one by its identifier from "casemark reports".`,
    );
  return report.id;
}

/** The reports whose file name or title, or identifier of eight and more characters, matches a pattern with * and ?. */
export function findReports(db: ReadDb, pattern: string): string[] {
  const beginning = /^[^*?]*/.exec(pattern)?.[0].length ?? 0;
  const found = [...allRows(db)].filter(({ id, source, title }) =>
    [
      ...[source, source.replace(/\.[^./]*$/, ""), title],
      ...(beginning >= shortIdentifier ? [id] : []),
    ].some((name) => matchesGlob(name, pattern)),
  );
  if (found.length === 0)
    throw new AppError(
      "not-found",
      `No report matches "${pattern}"; "casemark reports" lists them.`,
    );
  return found.map(({ id }) => id);
}
