import type Database from "better-sqlite3";

/** One step of the schema. Once released it never changes. */
export interface Migration {
  version: number;
  up(db: Database.Database): void;
}
