import type { Migration } from "./migration.ts";

/*
 * Tables whose rows the history can put back have a TEXT primary key `id`. Texts, source files and
 * file line orders never change and stand in tables of their own, so that no history row copies them.
 */
export const first: Migration = {
  version: 1,
  up(db) {
    db.exec(`
      CREATE TABLE project (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        created_at TEXT NOT NULL,
        -- Counts on through undo, so that no two schemes share a version.
        scheme_versions INTEGER NOT NULL DEFAULT 1
      ) STRICT;

      CREATE TABLE scheme (
        id TEXT PRIMARY KEY CHECK (id = 'scheme'),
        version INTEGER NOT NULL CHECK (version > 0),
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      CREATE TABLE report (
        number INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        state TEXT NOT NULL CHECK (state IN ('arriving', 'present', 'removed')),
        title TEXT NOT NULL,
        case_name TEXT NOT NULL,
        source TEXT NOT NULL,
        characters INTEGER NOT NULL CHECK (characters >= 0),
        metadata TEXT NOT NULL CHECK (json_valid(metadata)),
        sections TEXT NOT NULL CHECK (json_valid(sections)),
        warnings TEXT NOT NULL CHECK (json_valid(warnings))
      ) STRICT;
      CREATE INDEX report_state ON report (state, number);

      CREATE TABLE report_text (
        report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        text TEXT NOT NULL
      ) STRICT;

      CREATE TABLE source_file (
        report TEXT PRIMARY KEY REFERENCES report (id) ON DELETE CASCADE,
        sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
        size INTEGER NOT NULL CHECK (size >= 0),
        deflated BLOB NOT NULL
      ) STRICT;

      CREATE VIRTUAL TABLE report_search USING fts5 (
        text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
      );

      CREATE TABLE layer (
        id TEXT PRIMARY KEY,
        report TEXT NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        annotator TEXT NOT NULL CHECK (annotator <> ''),
        status TEXT NOT NULL CHECK (status IN ('open', 'done', 'locked')),
        labels TEXT NOT NULL CHECK (json_valid(labels)),
        UNIQUE (report, annotator)
      ) STRICT;

      CREATE TABLE layer_source (
        layer TEXT PRIMARY KEY REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        body TEXT NOT NULL CHECK (json_valid(body))
      ) STRICT;

      CREATE TABLE entity (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        kind TEXT NOT NULL CHECK (kind <> ''),
        name TEXT NOT NULL,
        codes TEXT NOT NULL CHECK (json_valid(codes)),
        fields TEXT NOT NULL CHECK (json_valid(fields)),
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX entity_layer ON entity (layer);

      CREATE TABLE span (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        label TEXT NOT NULL CHECK (label <> ''),
        start INTEGER NOT NULL CHECK (start >= 0),
        "end" INTEGER NOT NULL CHECK ("end" >= start),
        ranges TEXT NOT NULL CHECK (json_valid(ranges)),
        quote TEXT NOT NULL,
        attributes TEXT NOT NULL CHECK (json_valid(attributes)),
        entity TEXT REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX span_layer ON span (layer, start);
      CREATE INDEX span_entity ON span (entity) WHERE entity IS NOT NULL;

      CREATE TABLE relation (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        label TEXT NOT NULL CHECK (label <> ''),
        from_id TEXT NOT NULL,
        to_id TEXT NOT NULL,
        attributes TEXT NOT NULL CHECK (json_valid(attributes)),
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX relation_layer ON relation (layer);

      CREATE TABLE event (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        label TEXT NOT NULL CHECK (label <> ''),
        trigger_id TEXT NOT NULL REFERENCES span (id) DEFERRABLE INITIALLY DEFERRED,
        arguments TEXT NOT NULL CHECK (json_valid(arguments)),
        attributes TEXT NOT NULL CHECK (json_valid(attributes)),
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX event_layer ON event (layer);
      CREATE INDEX event_trigger ON event (trigger_id);

      CREATE TABLE grouping (
        id TEXT PRIMARY KEY,
        layer TEXT NOT NULL REFERENCES layer (id) ON DELETE CASCADE
          DEFERRABLE INITIALLY DEFERRED,
        label TEXT NOT NULL CHECK (label <> ''),
        members TEXT NOT NULL CHECK (json_valid(members)),
        note TEXT NOT NULL
      ) STRICT;
      CREATE INDEX grouping_layer ON grouping (layer);

      CREATE TABLE history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        annotator TEXT NOT NULL,
        report TEXT,
        operation TEXT NOT NULL,
        summary TEXT NOT NULL,
        changes TEXT NOT NULL CHECK (json_valid(changes)),
        state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'abandoned', 'undo', 'redo')),
        reverts INTEGER REFERENCES history (id)
      ) STRICT;
      CREATE INDEX history_steps ON history (annotator, state, id);
      CREATE INDEX history_report ON history (report, id);
    `);
  },
};
