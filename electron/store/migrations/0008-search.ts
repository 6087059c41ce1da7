import type { Migration } from "./migration.ts";

/**
 * What a search over all reports looks up: spans by label, by the entity they speak of, by attributes
 * and by the fields of their entity, and by what they say. A plain mark has neither attributes nor
 * fields, and costs an entry in two more indexes.
 */
export const search: Migration = {
  version: 8,
  up(db) {
    db.exec(`
      DROP INDEX span_entity;
      CREATE INDEX span_entity ON span (entity, label, layer) WHERE entity IS NOT NULL;
      CREATE INDEX span_quote ON span (quote COLLATE NOCASE, label, layer);
      CREATE INDEX span_flag ON span (layer) WHERE flag <> '';
      CREATE INDEX entity_name ON entity (name COLLATE NOCASE);
      CREATE INDEX layer_status ON layer (annotator, status, report);
      -- Everything that a search asks of a report besides its text, so that its wide row is not read.
      CREATE INDEX report_place ON report (state, number, id, case_name, title);

      -- Each value of each attribute; a list has a row for each of its values.
      CREATE TABLE span_attribute (
        name TEXT NOT NULL COLLATE NOCASE,
        value ANY NOT NULL COLLATE NOCASE,
        label TEXT NOT NULL,
        layer TEXT NOT NULL,
        span TEXT NOT NULL,
        PRIMARY KEY (name, value, label, layer, span)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX span_attribute_span ON span_attribute (span, name, value);

      CREATE TABLE entity_field (
        name TEXT NOT NULL COLLATE NOCASE,
        value ANY NOT NULL COLLATE NOCASE,
        entity TEXT NOT NULL,
        PRIMARY KEY (name, value, entity)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX entity_field_entity ON entity_field (entity, name, value);

      ${triggersOf("span", "attributes", "label", spanRows)}
      ${triggersOf("entity", "fields", "kind", entityRows)}

      ${spanRows("span")} WHERE span.attributes <> '{}';
      ${entityRows("entity")} WHERE entity.fields <> '{}';

      CREATE TABLE saved_search (
        id TEXT PRIMARY KEY,
        name TEXT NOT NULL CHECK (name <> ''),
        query TEXT NOT NULL CHECK (query <> ''),
        annotator TEXT NOT NULL
      ) STRICT;
    `);
  },
};

/** Keeps a side table true whatever writes the row: a mark, an import, undo, a removed report. */
function triggersOf(
  table: "span" | "entity",
  values: string,
  beside: string,
  rows: (of: string) => string,
): string {
  const side = table === "span" ? "span_attribute" : "entity_field";
  const forget = `DELETE FROM ${side} WHERE ${table} = old.id;`;
  return `
    CREATE TRIGGER ${side}_insert AFTER INSERT ON ${table} WHEN new.${values} <> '{}'
    BEGIN ${rows("new")}; END;
    CREATE TRIGGER ${side}_update AFTER UPDATE OF ${values}, ${beside} ON ${table}
    WHEN old.${values} <> new.${values} OR (old.${beside} <> new.${beside} AND new.${values} <> '{}')
    BEGIN ${forget} ${rows("new")}; END;
    CREATE TRIGGER ${side}_delete AFTER DELETE ON ${table} WHEN old.${values} <> '{}'
    BEGIN ${forget} END;`;
}

// A flag is the word true; a list is taken apart.
const value = "iif(item.type = 'true', 'true', item.value)";

function spanRows(of: string): string {
  return `INSERT OR IGNORE INTO span_attribute (name, value, label, layer, span)
    SELECT attribute.key, ${value}, ${of}.label, ${of}.layer, ${of}.id
    FROM ${from(of, "span", "attributes")}`;
}

function entityRows(of: string): string {
  return `INSERT OR IGNORE INTO entity_field (name, value, entity)
    SELECT attribute.key, ${value}, ${of}.id FROM ${from(of, "entity", "fields")}`;
}

function from(of: string, table: string, values: string): string {
  const rows = of === "new" ? "" : `${table},`;
  return `${rows} json_each(${of}.${values}) AS attribute,
    json_each(iif(attribute.type = 'array', attribute.value, json_array(
      iif(attribute.type = 'true', json('true'), attribute.value)))) AS item`;
}
