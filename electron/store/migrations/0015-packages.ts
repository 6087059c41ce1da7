import type { Migration } from "./migration.ts";

/**
 * What came by packages: versions of things that were made elsewhere, the texts and schemes that they
 * count in, which packages were merged, and what was chosen where two places differed. What was made
 * here needs no versions: the history has it.
 */
export const packages: Migration = {
  version: 15,
  up(db) {
    db.exec(`
      CREATE TABLE carried_version (
        number INTEGER PRIMARY KEY,
        id TEXT NOT NULL CHECK (length(id) = 64),
        report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        -- The merge that brought it, without which it does not count; 0 for what was here before any.
        step INTEGER NOT NULL CHECK (step >= 0),
        body TEXT NOT NULL CHECK (json_valid(body)),
        UNIQUE (report, id, step)
      ) STRICT;

      -- One of the packages that a step merged: its rows in the history say when the step counts.
      CREATE TABLE carried_merge (
        step INTEGER PRIMARY KEY,
        package TEXT NOT NULL
      ) STRICT;

      CREATE TABLE carried_text (
        report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        base TEXT NOT NULL CHECK (length(base) = 64),
        edits TEXT NOT NULL CHECK (json_valid(edits)),
        annotator TEXT NOT NULL,
        at TEXT NOT NULL,
        PRIMARY KEY (report, sha256, base)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE carried_scheme (
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        base TEXT NOT NULL CHECK (length(base) = 64),
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        PRIMARY KEY (sha256, base)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE merged_package (
        id TEXT PRIMARY KEY,
        at TEXT NOT NULL,
        annotator TEXT NOT NULL,
        file TEXT NOT NULL,
        facts TEXT NOT NULL CHECK (json_valid(facts))
      ) STRICT;

      CREATE TABLE conflict_choice (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL,
        target TEXT NOT NULL,
        chosen TEXT NOT NULL
      ) STRICT;

      -- Where merges have met conflicts; whether they are still there is said by the versions.
      CREATE TABLE conflict_report (
        report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE
      ) STRICT, WITHOUT ROWID;
    `);
  },
};
