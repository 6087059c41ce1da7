import type { Migration } from "./migration.ts";

/** What each annotator has read of a report, and which steps of the history touched what. */
export const reading: Migration = {
  version: 6,
  up(db) {
    db.exec(`
      CREATE TABLE reading (
        report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        -- The text that the ranges count in.
        revision INTEGER NOT NULL CHECK (revision > 0),
        read TEXT NOT NULL CHECK (json_valid(read)),
        skipped TEXT NOT NULL CHECK (json_valid(skipped)),
        seconds REAL NOT NULL CHECK (seconds >= 0),
        PRIMARY KEY (report, annotator)
      ) STRICT, WITHOUT ROWID;

      -- The target is an annotation, a layer or a report.
      CREATE TABLE history_touch (
        target TEXT NOT NULL,
        step INTEGER NOT NULL REFERENCES history (id),
        PRIMARY KEY (target, step)
      ) STRICT, WITHOUT ROWID;

      INSERT OR IGNORE INTO history_touch (target, step)
      SELECT coalesce(value ->> '$.after.layer', value ->> '$.before.layer', value ->> '$.id'), history.id
      FROM history, json_each(changes) WHERE value ->> '$.id' IS NOT NULL;
      INSERT OR IGNORE INTO history_touch (target, step)
      SELECT value ->> '$.id', history.id
      FROM history, json_each(changes) WHERE value ->> '$.id' IS NOT NULL;
      INSERT OR IGNORE INTO history_touch (target, step)
      SELECT report.value, history.id
      FROM history, json_each(changes) AS change, json_each(change.value, '$.reports') AS report;
    `);
  },
};
