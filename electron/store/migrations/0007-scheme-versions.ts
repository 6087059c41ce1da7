import type { Migration } from "./migration.ts";

/** Every scheme that a project has had, who made it and how; and what finds the spans of a label. */
export const schemeVersions: Migration = {
  version: 7,
  up(db) {
    db.exec(`
      CREATE TABLE scheme_version (
        version INTEGER PRIMARY KEY CHECK (version > 0),
        annotator TEXT NOT NULL,
        at TEXT NOT NULL,
        summary TEXT NOT NULL,
        -- The steps that annotations followed; empty where they had none to follow.
        changes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(changes)),
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      -- Versions that were made before they were kept stand in the history.
      INSERT OR IGNORE INTO scheme_version (version, annotator, at, summary, body)
      SELECT json_extract(change.value, '$.after.version'), history.annotator, history.at,
             history.summary, json_extract(change.value, '$.after.body')
      FROM history, json_each(history.changes) AS change
      WHERE history.state NOT IN ('undo', 'redo')
        AND json_extract(change.value, '$.table') = 'scheme'
        AND json_extract(change.value, '$.after.version') IS NOT NULL;
      INSERT OR IGNORE INTO scheme_version (version, annotator, at, summary, body)
      SELECT json_extract(change.value, '$.before.version'), '', '', '',
             json_extract(change.value, '$.before.body')
      FROM history, json_each(history.changes) AS change
      WHERE json_extract(change.value, '$.table') = 'scheme'
        AND json_extract(change.value, '$.before.version') IS NOT NULL;
      INSERT OR IGNORE INTO scheme_version (version, annotator, at, summary, body)
      SELECT version, '', '', '', body FROM scheme;

      CREATE INDEX span_label ON span (label, layer);
      CREATE INDEX entity_kind ON entity (kind, layer);
    `);
  },
};
