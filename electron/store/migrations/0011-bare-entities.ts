import type { Migration } from "./migration.ts";

/**
 * The few entities that no span speaks of, so that a search for a kind reads the index of kinds and
 * not, for each entity of it, whether a span is there.
 */
export const bareEntities: Migration = {
  version: 11,
  up(db) {
    db.exec(`
      CREATE TABLE bare_entity (entity TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

      -- Spans and entities come and go in either order, so that both sides keep the table true.
      CREATE TRIGGER bare_entity_of_new_entity AFTER INSERT ON entity
      BEGIN ${keepIfBare("new.id")}; END;
      CREATE TRIGGER bare_entity_of_gone_entity AFTER DELETE ON entity
      BEGIN DELETE FROM bare_entity WHERE entity = old.id; END;
      CREATE TRIGGER bare_entity_of_new_span AFTER INSERT ON span WHEN new.entity IS NOT NULL
      BEGIN DELETE FROM bare_entity WHERE entity = new.entity; END;
      CREATE TRIGGER bare_entity_of_changed_span AFTER UPDATE OF entity ON span
      WHEN old.entity IS NOT new.entity
      BEGIN DELETE FROM bare_entity WHERE entity = new.entity; ${keepIfBare("old.entity")}; END;
      CREATE TRIGGER bare_entity_of_gone_span AFTER DELETE ON span WHEN old.entity IS NOT NULL
      BEGIN ${keepIfBare("old.entity")}; END;

      INSERT INTO bare_entity (entity)
      SELECT id FROM entity WHERE NOT EXISTS (SELECT 1 FROM span WHERE span.entity = entity.id);
    `);
  },
};

function keepIfBare(entity: string): string {
  return `INSERT OR IGNORE INTO bare_entity (entity)
    SELECT id FROM entity WHERE id = ${entity}
      AND NOT EXISTS (SELECT 1 FROM span WHERE span.entity = entity.id)`;
}
