import type { Migration } from "./migration.ts";

/** What a reader made of a report's file, what a person chose of it, and where its text stands there. */
export const extraction: Migration = {
  version: 2,
  up(db) {
    db.exec(`
      CREATE TABLE extraction (
        report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
        kind TEXT NOT NULL CHECK (kind <> ''),
        deflated BLOB NOT NULL,
        choices TEXT NOT NULL CHECK (json_valid(choices)),
        places TEXT NOT NULL CHECK (json_valid(places))
      ) STRICT;
      CREATE INDEX source_file_sha256 ON source_file (sha256);
      CREATE INDEX report_text_sha256 ON report_text (sha256);
    `);
  },
};
