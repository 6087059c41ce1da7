import type { SchemeImpact } from "../../shared/contract/scheme.ts";
import type { Input, Output } from "../../shared/contract.ts";
import type { Change } from "../../shared/model/change.ts";
import type { SchemeChange } from "../../shared/scheme/rewrite-changes.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, bytesOfStep, redo, undo } from "./history.ts";
import { acceptAgreed, decideMany } from "./review/decisions.ts";
import { leavesAll } from "./scheme/rewrite-touched.ts";
import { previewRewrite, rewriteProject } from "./scheme/rewriting.ts";
import { unwatched, type Watch } from "./watch.ts";

/** What may take seconds in a large project; it can be sent to a thread. */
export type LongWork =
  | { do: "rewrite"; changes: readonly SchemeChange[] }
  | { do: "preview"; changes: readonly SchemeChange[]; examples: number }
  | { do: "decideMany"; input: Input<"review.decideMany"> }
  | { do: "acceptAgreed"; input: Input<"review.acceptAgreed"> }
  | { do: "undo" }
  | { do: "redo" };

/** What each answers. */
export interface LongAnswers {
  rewrite: Change;
  preview: SchemeImpact;
  decideMany: Output<"review.decideMany">;
  acceptAgreed: Output<"review.acceptAgreed">;
  undo: Change;
  redo: Change;
}

/** Does it at once, on this connection. */
export function carryOut(
  db: WriteDb,
  author: Author,
  work: LongWork,
  watch: Watch = unwatched,
): LongAnswers[LongWork["do"]] {
  switch (work.do) {
    case "rewrite":
      return rewriteProject(db, author, work.changes, watch);
    case "preview":
      return previewRewrite(db, work.changes, work.examples, watch);
    case "decideMany":
      return decideMany(db, author, work.input, watch);
    case "acceptAgreed":
      return acceptAgreed(db, author, work.input, watch);
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

/** Each may be in a report of its own, whose annotators have to be compared. */
const manyDifferences = 40;
const manyReports = 10;

/** Whether work may hold up others. It is asked before each, so that it must be told at a glance. */
export function mayBeLong(db: ReadDb, { annotator }: Author, work: LongWork): boolean {
  if (work.do === "undo" || work.do === "redo")
    return bytesOfStep(db, annotator, work.do) > manyBytes;
  if (work.do === "decideMany") return work.input.differences.length > manyDifferences;
  if (work.do === "acceptAgreed") return (work.input.reports?.length ?? manyReports) >= manyReports;
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
