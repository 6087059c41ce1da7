import type { Migration } from "./migration.ts";

/** Questions that guidelines are to answer, and what annotators agreed to of what was changed of their work. */
export const questions: Migration = {
  version: 16,
  up(db) {
    db.exec(`
      CREATE TABLE guideline_question (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL CHECK (label <> ''),
        text TEXT NOT NULL CHECK (text <> ''),
        pattern TEXT NOT NULL,
        examples TEXT NOT NULL CHECK (json_valid(examples)),
        asked_by TEXT NOT NULL,
        asked_at TEXT NOT NULL,
        answer TEXT NOT NULL,
        answered_by TEXT NOT NULL,
        answered_at TEXT NOT NULL,
        -- The scheme's version that answers it; null while it is open.
        scheme_version INTEGER
      ) STRICT;

      CREATE TABLE agreed_change (
        -- The report, the annotator, and the key of the difference between their work and the gold layer.
        id TEXT PRIMARY KEY,
        report TEXT NOT NULL,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX agreed_change_annotator ON agreed_change (annotator, report);
    `);
  },
};
