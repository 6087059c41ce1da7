import type { Migration } from "./migration.ts";

/** Annotators can say what they are not sure of, and note something on a report as a whole. */
export const unsure: Migration = {
  version: 5,
  up(db) {
    for (const table of ["span", "entity", "layer"])
      db.exec(
        `ALTER TABLE ${table} ADD COLUMN unsure INTEGER NOT NULL DEFAULT 0 CHECK (unsure IN (0, 1))`,
      );
    db.exec("ALTER TABLE layer ADD COLUMN note TEXT NOT NULL DEFAULT ''");
    // What review lists is little among all there is.
    for (const table of ["span", "entity", "relation", "layer"])
      db.exec(
        table === "relation"
          ? `CREATE INDEX relation_noted ON relation (layer) WHERE note <> ''`
          : `CREATE INDEX ${table}_noted ON ${table} (${table === "layer" ? "id" : "layer"})
             WHERE unsure = 1 OR note <> ''`,
      );
  },
};
