import { randomBytes } from "node:crypto";
import type { WriteDb } from "./database.ts";

/**
 * A secret of the project, made when it is first asked for. Surrogates are made of it, so that they are
 * the same in all releases, and nobody without the project can take them back.
 */
export function projectSecret(db: WriteDb): string {
  db.prepare("INSERT OR IGNORE INTO project_secret (id, value) VALUES (1, ?)").run(
    randomBytes(32).toString("base64url"),
  );
  const row = db
    .prepare<[], { value: string }>("SELECT value FROM project_secret WHERE id = 1")
    .get();
  if (!row) throw new Error("the project has no secret");
  return row.value;
}
