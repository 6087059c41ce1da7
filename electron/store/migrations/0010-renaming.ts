import type { Migration } from "./migration.ts";

/**
 * While there is a row in `renaming`, labels of spans and kinds of entities change without the tables
 * beside them that searches read: a hundred thousand new names are put there at once, and not by a
 * trigger for each. The row comes and goes within one transaction.
 */
export const renaming: Migration = {
  version: 10,
  up(db) {
    db.exec(`
      CREATE TABLE renaming (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;

      DROP TRIGGER span_attribute_update;
      CREATE TRIGGER span_attribute_update AFTER UPDATE OF attributes, label ON span
      WHEN (old.attributes <> new.attributes OR (old.label <> new.label AND new.attributes <> '{}'))
        AND NOT EXISTS (SELECT 1 FROM renaming)
      BEGIN
        DELETE FROM span_attribute WHERE span = old.id;
        INSERT OR IGNORE INTO span_attribute (name, value, label, layer, span)
        SELECT attribute.key, ${value}, new.label, new.layer, new.id FROM ${items("attributes")};
      END;

      DROP TRIGGER entity_field_update;
      CREATE TRIGGER entity_field_update AFTER UPDATE OF fields, kind ON entity
      WHEN (old.fields <> new.fields OR (old.kind <> new.kind AND new.fields <> '{}'))
        AND NOT EXISTS (SELECT 1 FROM renaming)
      BEGIN
        DELETE FROM entity_field WHERE entity = old.id;
        INSERT OR IGNORE INTO entity_field (name, value, entity)
        SELECT attribute.key, ${value}, new.id FROM ${items("fields")};
      END;

      DROP TRIGGER span_field_of_changed_span;
      CREATE TRIGGER span_field_of_changed_span AFTER UPDATE OF entity, label, layer ON span
      WHEN (old.entity IS NOT NULL OR new.entity IS NOT NULL)
        AND (old.entity IS NOT new.entity OR old.label <> new.label OR old.layer <> new.layer)
        AND NOT EXISTS (SELECT 1 FROM renaming)
      BEGIN
        DELETE FROM span_field WHERE span = old.id;
        INSERT OR IGNORE INTO span_field (name, value, label, kind, layer, span)
        SELECT field.name, field.value, new.label, entity.kind, new.layer, new.id
        FROM entity_field AS field JOIN entity ON entity.id = field.entity
        WHERE field.entity = new.entity;
      END;
    `);
  },
};

// A flag is the word true; a list is taken apart.
const value = "iif(item.type = 'true', 'true', item.value)";

function items(values: string): string {
  return `json_each(new.${values}) AS attribute,
    json_each(iif(attribute.type = 'array', attribute.value, json_array(
      iif(attribute.type = 'true', json('true'), attribute.value)))) AS item`;
}
