import type { SchemeVersionFacts } from "../../../shared/contract/scheme.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import type { SchemeChange } from "../../../shared/scheme/rewrite-changes.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";

export interface StoredScheme {
  scheme: Scheme;
  version: number;
}

export function readScheme(db: ReadDb): StoredScheme {
  const row = readRow(db, "scheme", "scheme");
  if (!row) throw new Error(`${db.name} has no scheme`);
  return { scheme: Scheme.parse(JSON.parse(String(row.body))), version: Number(row.version) };
}

/** The kind of entity that spans of a label speak of; null for none, also for unknown labels. */
export function kindOfLabel(db: ReadDb, label: string): string | null {
  return readScheme(db).scheme.labels.find(({ name }) => name === label)?.kind ?? null;
}

/** A scheme that differs becomes the next version. */
export function replaceScheme(db: WriteDb, author: Author, scheme: Scheme): Change {
  const summary = `changed the scheme “${scheme.name}”`;
  return write(db, author, "scheme.replace", (journal) => {
    putScheme(journal, author, scheme, { summary });
    return { summary, report: null };
  });
}

/** Makes an earlier scheme the current one, as a new version. @throws AppError "not-found" */
export function restoreScheme(db: WriteDb, author: Author, version: number): Change {
  const summary = `went back to version ${version} of the scheme`;
  return write(db, author, "scheme.restore", (journal) => {
    putScheme(journal, author, readVersion(db, version), { summary });
    return { summary, report: null };
  });
}

/** How a version came about, and which steps annotations followed. */
interface Making {
  summary: string;
  changes?: readonly SchemeChange[];
  /** The number that it has elsewhere; here it has that one or a greater. */
  version?: number;
}

/** Every version is kept, also one that is undone. */
export function putScheme(journal: Journal, author: Author, scheme: Scheme, making: Making): void {
  const body = JSON.stringify(scheme);
  if (body === JSON.stringify(readScheme(journal.db).scheme)) return;
  const { version } = journal.db
    .prepare<[number], { version: number }>(
      `UPDATE project SET scheme_versions = max(scheme_versions + 1, ?)
       RETURNING scheme_versions AS version`,
    )
    .get(making.version ?? 1) ?? { version: 1 };
  journal.put("scheme", { id: "scheme", version, body });
  journal.db
    .prepare(
      `INSERT INTO scheme_version (version, annotator, at, summary, changes, body)
       VALUES (@version, @annotator, @at, @summary, @changes, @body)`,
    )
    .run({
      version,
      annotator: author.annotator,
      at: author.now().toISOString(),
      summary: making.summary,
      changes: JSON.stringify(making.changes ?? []),
      body,
    });
}

/** Every scheme that the project has had, the newest first. */
export function listVersions(db: ReadDb): SchemeVersionFacts[] {
  const current = readScheme(db).version;
  return db
    .prepare<[], Omit<SchemeVersionFacts, "isCurrent">>(
      "SELECT version, annotator, at, summary FROM scheme_version ORDER BY version DESC",
    )
    .all()
    .map((facts) => ({ ...facts, isCurrent: facts.version === current }));
}

/** A scheme as it was at one time. @throws AppError "not-found" */
export function readVersion(db: ReadDb, version: number): Scheme {
  const row = db
    .prepare<[number], { body: string }>("SELECT body FROM scheme_version WHERE version = ?")
    .get(version);
  if (!row) throw new AppError("not-found", `The scheme has no version ${version}.`);
  return Scheme.parse(JSON.parse(row.body));
}
