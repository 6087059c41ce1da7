import type { Migration } from "./migration.ts";

/**
 * What reviewers chose where annotators differ. A row belongs to the layer that it goes into, as annotations
 * do: that of the annotator "gold".
 */
export const decisions: Migration = {
  version: 14,
  up(db) {
    db.exec(`
      CREATE TABLE decision (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        key TEXT NOT NULL CHECK (key <> ''),
        stage TEXT NOT NULL CHECK (stage IN ('spans', 'entities', 'relations', 'labels')),
        choice TEXT NOT NULL CHECK (json_valid(choice)),
        reason TEXT NOT NULL,
        note TEXT NOT NULL,
        -- Who decided, and when.
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        at TEXT NOT NULL,
        -- Whose annotations it was about, and what they said then.
        members TEXT NOT NULL CHECK (json_valid(members)),
        -- Identifiers of what it made in the layer.
        gold TEXT NOT NULL CHECK (json_valid(gold))
      ) STRICT;
      CREATE INDEX decision_layer ON decision (layer);
    `);
  },
};
