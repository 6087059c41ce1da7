import type { Migration } from "./migration.ts";

/**
 * The releases that were made of a project: how, and which case was put into which part, so that a
 * later release can leave every case where it was.
 */
export const releases: Migration = {
  version: 13,
  up(db) {
    db.exec(`
      CREATE TABLE release (
        id TEXT PRIMARY KEY,
        title TEXT NOT NULL,
        version TEXT NOT NULL,
        at TEXT NOT NULL,
        place TEXT NOT NULL,
        options TEXT NOT NULL,
        texts TEXT NOT NULL,
        counts TEXT NOT NULL,
        assignment TEXT NOT NULL
      ) STRICT;

      -- What surrogates of personal data are made of; it is in no export and no release.
      CREATE TABLE project_secret (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        value TEXT NOT NULL
      ) STRICT;
    `);
  },
};
