import type { Change } from "../../shared/model/change.ts";
import { Scheme } from "../../shared/model/scheme.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";

export interface StoredScheme {
  scheme: Scheme;
  version: number;
}

export function readScheme(db: ReadDb): StoredScheme {
  const row = readRow(db, "scheme", "scheme");
  if (!row) throw new Error(`${db.name} has no scheme`);
  return { scheme: Scheme.parse(JSON.parse(String(row.body))), version: Number(row.version) };
}

/** The kind of entity that spans of a label speak of; null for none, also for unknown labels. */
export function kindOfLabel(db: ReadDb, label: string): string | null {
  return readScheme(db).scheme.labels.find(({ name }) => name === label)?.kind ?? null;
}

/** A scheme that differs becomes the next version. */
export function replaceScheme(db: WriteDb, author: Author, scheme: Scheme): Change {
  return write(db, author, "scheme.replace", (journal) => {
    putScheme(journal, scheme);
    return { summary: `changed the scheme “${scheme.name}”`, report: null };
  });
}

export function putScheme(journal: Journal, scheme: Scheme): void {
  const body = JSON.stringify(scheme);
  if (body === JSON.stringify(readScheme(journal.db).scheme)) return;
  const next = journal.db
    .prepare<[], { version: number }>(
      "UPDATE project SET scheme_versions = scheme_versions + 1 RETURNING scheme_versions AS version",
    )
    .get();
  journal.put("scheme", { id: "scheme", version: next?.version ?? 1, body });
}
