import type { Migration } from "./migration.ts";

/** Texts can be corrected: each report has one text or more, and spans that were touched have a flag. */
export const textRevisions: Migration = {
  version: 3,
  up(db) {
    db.exec(`
      ALTER TABLE report ADD COLUMN revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0);
      ALTER TABLE span ADD COLUMN flag TEXT NOT NULL DEFAULT '';
      -- The text that the places in a step's rows count in; of earlier steps, the first.
      ALTER TABLE history ADD COLUMN revision INTEGER NOT NULL DEFAULT 1;

      ALTER TABLE report_text RENAME TO first_text;
      CREATE TABLE report_text (
        report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        text TEXT NOT NULL,
        -- The revision that was corrected, and how, by whom and when; the first was imported.
        base INTEGER CHECK (base < revision),
        edits TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(edits)),
        annotator TEXT NOT NULL DEFAULT '',
        at TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (report, revision)
      ) STRICT;
      INSERT INTO report_text (report, sha256, text) SELECT report, sha256, text FROM first_text;
      DROP TABLE first_text;
      CREATE INDEX report_text_sha256 ON report_text (sha256);

      -- Whatever changes the revision, undo too, the search follows.
      CREATE TRIGGER report_revision AFTER UPDATE OF revision ON report
      WHEN old.revision <> new.revision
      BEGIN
        UPDATE report_search SET text =
          (SELECT text FROM report_text WHERE report = new.id AND revision = new.revision)
        WHERE rowid = new.number;
      END;
    `);
  },
};
