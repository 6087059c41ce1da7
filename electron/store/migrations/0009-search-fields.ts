import type { Migration } from "./migration.ts";

/**
 * The fields of entities beside the spans that speak of them, so that a search for them reads one
 * index and no span; and indexes for kinds, for linked spans, and for those with a note or a doubt.
 */
export const searchFields: Migration = {
  version: 9,
  up(db) {
    db.exec(`
      CREATE TABLE span_field (
        name TEXT NOT NULL COLLATE NOCASE,
        value ANY NOT NULL COLLATE NOCASE,
        label TEXT NOT NULL,
        kind TEXT NOT NULL,
        layer TEXT NOT NULL,
        span TEXT NOT NULL,
        PRIMARY KEY (name, value, label, kind, layer, span)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX span_field_span ON span_field (span, name, value);

      -- Spans and entities come and go in either order, so that both sides keep the table true.
      CREATE TRIGGER span_field_of_new_span AFTER INSERT ON span WHEN new.entity IS NOT NULL
      BEGIN ${rowsOf("new")}; END;
      CREATE TRIGGER span_field_of_changed_span AFTER UPDATE OF entity, label, layer ON span
      WHEN (old.entity IS NOT NULL OR new.entity IS NOT NULL)
        AND (old.entity IS NOT new.entity OR old.label <> new.label OR old.layer <> new.layer)
      BEGIN DELETE FROM span_field WHERE span = old.id; ${rowsOf("new")}; END;
      CREATE TRIGGER span_field_of_gone_span AFTER DELETE ON span WHEN old.entity IS NOT NULL
      BEGIN DELETE FROM span_field WHERE span = old.id; END;
      CREATE TRIGGER span_field_of_new_field AFTER INSERT ON entity_field
      BEGIN
        INSERT OR IGNORE INTO span_field (name, value, label, kind, layer, span)
        SELECT new.name, new.value, span.label, entity.kind, span.layer, span.id
        FROM span JOIN entity ON entity.id = span.entity WHERE span.entity = new.entity;
      END;
      CREATE TRIGGER span_field_of_gone_field AFTER DELETE ON entity_field
      BEGIN
        DELETE FROM span_field WHERE name = old.name AND value = old.value
          AND span IN (SELECT id FROM span WHERE entity = old.entity);
      END;

      INSERT INTO span_field (name, value, label, kind, layer, span)
      SELECT field.name, field.value, span.label, entity.kind, span.layer, span.id
      FROM entity_field AS field CROSS JOIN entity ON entity.id = field.entity
        CROSS JOIN span ON span.entity = field.entity
      ORDER BY 1, 2, 3, 4, 5, 6;

      DROP INDEX entity_kind;
      CREATE INDEX entity_kind ON entity (kind, layer, id);
      CREATE INDEX span_unsure ON span (layer, label) WHERE unsure = 1;
      CREATE INDEX span_note ON span (layer, label, note) WHERE note <> '';
      CREATE INDEX span_linked ON span (layer, entity) WHERE entity IS NOT NULL;
    `);
  },
};

function rowsOf(span: string): string {
  return `INSERT OR IGNORE INTO span_field (name, value, label, kind, layer, span)
    SELECT field.name, field.value, ${span}.label, entity.kind, ${span}.layer, ${span}.id
    FROM entity_field AS field JOIN entity ON entity.id = field.entity WHERE field.entity = ${span}.entity`;
}
