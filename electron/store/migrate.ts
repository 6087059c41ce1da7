import type Database from "better-sqlite3";
import { AppError } from "../../shared/errors.ts";
import { first } from "./migrations/0001-first.ts";
import { extraction } from "./migrations/0002-extraction.ts";
import { textRevisions } from "./migrations/0003-text-revisions.ts";
import { unsure } from "./migrations/0005-unsure.ts";
import { reading } from "./migrations/0006-reading.ts";
import { schemeVersions } from "./migrations/0007-scheme-versions.ts";
import { search } from "./migrations/0008-search.ts";
import { searchFields } from "./migrations/0009-search-fields.ts";
import { renaming } from "./migrations/0010-renaming.ts";
import { bareEntities } from "./migrations/0011-bare-entities.ts";
import { releases } from "./migrations/0013-releases.ts";
import { decisions } from "./migrations/0014-decisions.ts";
import { packages } from "./migrations/0015-packages.ts";
import { questions } from "./migrations/0016-questions.ts";
import type { Migration } from "./migrations/migration.ts";

const migrations: readonly Migration[] = [
  first,
  extraction,
  textRevisions,
  unsure,
  reading,
  schemeVersions,
  search,
  searchFields,
  renaming,
  bareEntities,
  releases,
  decisions,
  packages,
  questions,
];
export const newestSchema = migrations.at(-1)?.version ?? 0;

/** The schema version that a project file says it has. */
export function schemaVersion(db: Database.Database): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/** @throws AppError "project-too-new" when a later version of the app has written the file. */
export function refuseNewer(db: Database.Database): void {
  const current = schemaVersion(db);
  if (current > newestSchema)
    throw new AppError(
      "project-too-new",
      `"${db.name}" was written by a newer Casemark (file version ${current}, this one knows ${newestSchema}); update Casemark and open it again.`,
    );
}

/** Brings a project file to the newest schema, or to `target` in a test. @throws AppError as above. */
export function migrate(db: Database.Database, target = newestSchema): void {
  refuseNewer(db);
  const current = schemaVersion(db);
  let last = 0;
  for (const { version, up } of migrations) {
    if (version <= last) throw new Error(`migration ${version} comes after ${last}`);
    last = version;
    if (version <= current || version > target) continue;
    db.transaction(() => {
      up(db);
      db.pragma(`user_version = ${version}`);
    })();
  }
}
