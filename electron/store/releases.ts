import { randomUUID } from "node:crypto";
import type { RememberedRelease } from "../../shared/contract/datasets.ts";
import type { Assignment } from "../../shared/dataset/split.ts";
import { AppError } from "../../shared/errors.ts";
import type { ReadDb, WriteDb } from "./database.ts";

type NewRelease = Omit<RememberedRelease, "id" | "at">;

interface StoredRelease {
  id: string;
  title: string;
  version: string;
  at: string;
  place: string;
  options: string;
  texts: string;
  counts: string;
}

/** The releases made of the project, the newest first. */
export function listReleases(db: ReadDb): RememberedRelease[] {
  return db
    .prepare<[], StoredRelease>(
      `SELECT id, title, version, at, place, options, texts, counts
       FROM release ORDER BY at DESC, rowid DESC`,
    )
    .all()
    .map(({ options, texts, counts, ...row }) => ({
      ...row,
      // rememberRelease wrote them.
      options: JSON.parse(options),
      texts: JSON.parse(texts),
      counts: JSON.parse(counts),
    }));
}

/** The names of what the metadata of reports says, in order. */
export function metadataKeys(db: ReadDb): string[] {
  return db
    .prepare<[], string>(
      `SELECT DISTINCT entry.key FROM report, json_each(metadata) AS entry
       WHERE state = 'present' ORDER BY entry.key`,
    )
    .pluck()
    .all();
}

/** The part of every case in a release. @throws AppError "not-found" */
export function assignmentOf(db: ReadDb, release: string): Assignment {
  const row = db
    .prepare<[string], { assignment: string }>("SELECT assignment FROM release WHERE id = ?")
    .get(release);
  if (!row)
    throw new AppError("not-found", "That release is no longer known here; make a new split.");
  return JSON.parse(row.assignment);
}

/** Keeps what a later release has to know of this one. */
export function rememberRelease(
  db: WriteDb,
  release: NewRelease,
  assignment: Assignment,
): RememberedRelease {
  const kept: RememberedRelease = { id: randomUUID(), at: new Date().toISOString(), ...release };
  const { options, texts, counts, ...row } = kept;
  db.prepare(
    `INSERT INTO release (id, title, version, at, place, options, texts, counts, assignment)
     VALUES (@id, @title, @version, @at, @place, @options, @texts, @counts, @assignment)`,
  ).run({
    ...row,
    options: JSON.stringify(options),
    texts: JSON.stringify(texts),
    counts: JSON.stringify(counts),
    assignment: JSON.stringify(assignment),
  });
  return kept;
}
