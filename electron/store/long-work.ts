import type { SchemeImpact } from "../../shared/contract/scheme.ts";
import type { Change } from "../../shared/model/change.ts";
import type { SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, bytesOfStep, redo, undo } from "./history.ts";
import { leavesAll } from "./rewrite-touched.ts";
import { previewRewrite, rewriteProject } from "./rewriting.ts";
import { unwatched, type Watch } from "./watch.ts";

/** What may take seconds in a large project; it can be sent to a thread. */
export type LongWork =
  | { do: "rewrite"; changes: readonly SchemeChange[] }
  | { do: "preview"; changes: readonly SchemeChange[]; examples: number }
  | { do: "undo" }
  | { do: "redo" };

/** What each answers. */
export interface LongAnswers {
  rewrite: Change;
  preview: SchemeImpact;
  undo: Change;
  redo: Change;
}

/** Does it at once, on this connection. */
export function carryOut(
  db: WriteDb,
  author: Author,
  work: LongWork,
  watch: Watch = unwatched,
): Change | SchemeImpact {
  switch (work.do) {
    case "rewrite":
      return rewriteProject(db, author, work.changes, watch);
    case "preview":
      return previewRewrite(db, work.changes, work.examples, watch);
    case "undo":
      return undo(db, author, watch);
    case "redo":
      return redo(db, author, watch);
    default:
      return work satisfies never;
  }
}

/** So many rows are rewritten before anybody would see that the app stands still. */
const manyRows = 2000;
/** What the history holds of about as many, in bytes. */
const manyBytes = 80_000;

/** Whether work may hold up others. It is asked before each, so that it must be told at a glance. */
export function mayBeLong(db: ReadDb, { annotator }: Author, work: LongWork): boolean {
  if (work.do === "undo" || work.do === "redo")
    return bytesOfStep(db, annotator, work.do) > manyBytes;
  return !work.changes.every(leavesAll) && hasMany(db);
}

function hasMany(db: ReadDb): boolean {
  return (["span", "layer"] as const).some((table) => {
    const row = db
      .prepare<[], { count: number }>(
        `SELECT count(*) AS count FROM (SELECT 1 FROM ${table} LIMIT ${manyRows})`,
      )
      .get();
    return row?.count === manyRows;
  });
}
