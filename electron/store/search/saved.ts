import { randomUUID } from "node:crypto";
import type { SavedSearch } from "../../../shared/contract/search.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { readRow } from "../journal.ts";
import { named } from "../spans.ts";

/** Every kept search, by name. */
export function listSaved(db: ReadDb): SavedSearch[] {
  return db
    .prepare<[], SavedSearch>(
      "SELECT id, name, query, annotator FROM saved_search ORDER BY name COLLATE NOCASE, id",
    )
    .all();
}

/** Keeps a query under a name; whatever had that name gives way to it. */
export function saveSearch(
  db: WriteDb,
  author: Author,
  { name, query }: Pick<SavedSearch, "name" | "query">,
): Change {
  return write(db, author, "search.save", (journal) => {
    const known = listSaved(db).find((other) => other.name.toLowerCase() === name.toLowerCase());
    const { annotator } = author;
    journal.put("saved_search", { id: known?.id ?? randomUUID(), name, query, annotator });
    return { summary: `saved the search ${named(name)}`, report: null };
  });
}

/** @throws AppError "not-found" */
export function forgetSearch(db: WriteDb, author: Author, id: string): Change {
  return write(db, author, "search.forget", (journal) => {
    const row = readRow(db, "saved_search", id);
    if (!row) throw new AppError("not-found", "That saved search is no longer there.");
    journal.remove("saved_search", id);
    return { summary: `removed the search ${named(String(row.name))}`, report: null };
  });
}
