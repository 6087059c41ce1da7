import type { HistoryEntry } from "../../shared/contract/history.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change, NextSteps } from "../../shared/model/change.ts";
import { gold } from "../../shared/review/gold.ts";
import { type ReadDb, takeRoomBack, type WriteDb } from "./database.ts";
import { fitsReferences } from "./fits-references.ts";
import {
  apply,
  createJournal,
  inverted,
  isOfRow,
  type Journal,
  type RecordedChange,
  rowsIn,
} from "./journal.ts";
import { layerFacts } from "./layer-facts.ts";
import { isOfGold } from "./review/gold.ts";
import { tellOfReview } from "./review/tell-review.ts";
import { isAnnotationTable, noAnnotations, putInto, type Row } from "./rows.ts";
import { currentRevision, editsBetween, fitsText } from "./texts.ts";
import { recordTouches } from "./touches.ts";
import { unwatched, type Watch } from "./watch.ts";

/** Who does something, and when. The clock is handed in, so that tests can hold it. */
export interface Author {
  annotator: string;
  now: () => Date;
}

/** What a write says of itself: the operation's name, and a sentence for people. */
export interface Deed {
  summary: string;
  report: string | null;
}

interface HistoryRow {
  id: number;
  at: string;
  annotator: string;
  report: string | null;
  operation: string;
  summary: string;
  changes: string;
  state: "done" | "undone" | "abandoned" | "undo" | "redo";
  reverts: number | null;
  /** The report's text after the step, which the places in its rows count in. */
  revision: number;
}

/**
 * The only way to change a project: one transaction, one history row, one undo step. Work that turns
 * out to change nothing leaves no trace, nor does what the watch ends.
 */
export function write(
  db: WriteDb,
  author: Author,
  operation: string,
  work: (journal: Journal) => Deed,
  watch: Watch = unwatched,
): Change {
  return inTransaction(db, () => {
    const journal = createJournal(db, watch);
    const deed = work(journal);
    if (journal.changes.length === 0) return describe(db, author, null, deed, []);
    // What was undone before cannot be redone over something new; the history keeps it.
    db.prepare(
      "UPDATE history SET state = 'abandoned' WHERE annotator = ? AND state = 'undone'",
    ).run(author.annotator);
    const id = insert(
      db,
      author,
      { ...deed, operation, state: "done", reverts: null },
      journal.changes,
    );
    letGo(watch, journal.changes);
    return describe(db, author, id, deed, journal.changes);
  });
}

/** The last moment at which it can be ended. */
function letGo(watch: Watch, changes: readonly RecordedChange[]): void {
  const rows = rowsIn(changes);
  watch(rows, rows);
}

function inTransaction(db: WriteDb, work: () => Change): Change {
  try {
    return db.transaction(work)();
  } finally {
    if (db.open) takeRoomBack(db);
  }
}

/** Takes back the annotator's last step. @throws AppError "not-found" when there is none. */
export function undo(db: WriteDb, author: Author, watch: Watch = unwatched): Change {
  return step(db, author, "undo", watch);
}

/** Does again what was undone last. @throws AppError "not-found" when there is nothing. */
export function redo(db: WriteDb, author: Author, watch: Watch = unwatched): Change {
  return step(db, author, "redo", watch);
}

const stepColumns = ["id", "report", "revision", "summary", "changes"] as const;
type Step = Pick<HistoryRow, (typeof stepColumns)[number]>;

function step(db: WriteDb, author: Author, direction: "undo" | "redo", watch: Watch): Change {
  const row = nextRow(db, author.annotator, direction, stepColumns);
  if (!row) throw new AppError("not-found", `There is nothing to ${direction}.`);
  try {
    return takeStep(db, author, direction, row, watch);
  } catch (error) {
    // It would stand in the way of every step before it.
    if (error instanceof AppError && error.code === "changed-since")
      db.prepare("UPDATE history SET state = 'abandoned' WHERE id = ?").run(row.id);
    throw error;
  }
}

function takeStep(
  db: WriteDb,
  author: Author,
  direction: "undo" | "redo",
  row: Step,
  watch: Watch,
): Change {
  return inTransaction(db, () => {
    // The store wrote these changes itself, in `insert`.
    const recorded = JSON.parse(row.changes) as RecordedChange[];
    const changes = direction === "undo" ? inverted(recorded) : recorded;
    if (!isPossible(db, row, changes) || !apply(db, changes, watch))
      throw new AppError(
        "changed-since",
        `“${row.summary}” stays as it is, because somebody else has changed what it touched since; the step before it can be ${direction === "undo" ? "undone" : "redone"}.`,
      );
    const state = direction === "undo" ? "undone" : "done";
    db.prepare("UPDATE history SET state = ? WHERE id = ?").run(state, row.id);
    const id = insert(
      db,
      author,
      { ...row, operation: direction, state: direction, reverts: row.id },
      changes,
    );
    letGo(watch, changes);
    return describe(db, author, id, row, changes);
  });
}

function isPossible(db: ReadDb, row: Step, changes: readonly RecordedChange[]): boolean {
  return fitsText(db, row, changes) && fitsReferences(db, changes);
}

/** Reads only the columns asked for: the changes of an import can be a megabyte. */
function nextRow<Column extends keyof HistoryRow>(
  db: ReadDb,
  annotator: string,
  direction: "undo" | "redo",
  columns: readonly Column[],
): Pick<HistoryRow, Column> | undefined {
  // Steps are undone from the last backwards, so the first of those undone is the one to redo.
  const [state, order] = direction === "undo" ? ["done", "DESC"] : ["undone", "ASC"];
  return db
    .prepare<[string, string], Pick<HistoryRow, Column>>(
      `SELECT ${columns.join(", ")} FROM history
       WHERE annotator = ? AND state = ? ORDER BY id ${order} LIMIT 1`,
    )
    .get(annotator, String(state));
}

/** How much the history holds of the step that undo or redo would take, in bytes; 0 for none. */
export function bytesOfStep(db: ReadDb, annotator: string, direction: "undo" | "redo"): number {
  const step = nextRow(db, annotator, direction, ["id"]);
  if (!step) return 0;
  // Told from the row's head, while length() would read all of it.
  return (
    db
      .prepare<[number], { bytes: number }>(
        "SELECT octet_length(changes) AS bytes FROM history WHERE id = ?",
      )
      .get(step.id)?.bytes ?? 0
  );
}

/** What undo and redo would do for this annotator. */
export function nextSteps(db: ReadDb, annotator: string): NextSteps {
  return {
    undo: nextRow(db, annotator, "undo", ["summary"])?.summary ?? null,
    redo: nextRow(db, annotator, "redo", ["summary"])?.summary ?? null,
  };
}

/**
 * The steps of a report or of the whole project, newest first. That one was undone is its state; the
 * rows that say who undid it, and when, stay in the file.
 */
export function listHistory(
  db: ReadDb,
  { report, before, limit }: { report: string | null; before: number | null; limit: number },
): HistoryEntry[] {
  return db
    .prepare<unknown[], HistoryEntry>(
      `SELECT id, at, annotator, report, summary, state FROM history
       WHERE state NOT IN ('undo', 'redo') AND (@report IS NULL OR report = @report) AND (@before IS NULL OR id < @before)
       ORDER BY id DESC LIMIT @limit`,
    )
    .all({ report, before, limit });
}

function insert(
  db: WriteDb,
  { annotator, now }: Author,
  row: Pick<HistoryRow, "operation" | "summary" | "report" | "state" | "reverts">,
  changes: readonly RecordedChange[],
): number {
  const { operation, summary, report, state, reverts } = row;
  const result = db
    .prepare(
      `INSERT INTO history (at, annotator, report, revision, operation, summary, changes, state, reverts)
       VALUES (@at, @annotator, @report, @revision, @operation, @summary, @changes, @state, @reverts)`,
    )
    .run({
      at: now().toISOString(),
      annotator,
      report,
      revision: report === null ? 1 : currentRevision(db, report),
      operation,
      summary,
      changes: JSON.stringify(changes),
      state,
      reverts,
    });
  const id = Number(result.lastInsertRowid);
  recordTouches(db, id, changes);
  return id;
}

function describe(
  db: ReadDb,
  { annotator }: Author,
  history: number | null,
  { summary, report }: Deed,
  changes: readonly RecordedChange[],
): Change {
  const change: Change = {
    history,
    summary,
    report,
    put: noAnnotations(),
    removed: [],
    layer: null,
    stale: [],
    next: nextSteps(db, annotator),
  };
  // Whoever works as "gold" has that layer for their own.
  const isReview = (recorded: RecordedChange) => annotator !== gold && isOfGold(recorded);
  for (const recorded of lastOfEach(changes)) {
    if (isOfGold(recorded)) change.stale.push("review");
    if (isReview(recorded)) tellOfReview(change, recorded);
    else tell(db, change, recorded);
  }
  if (report === null && changes.some((one) => isOfLayer(one) && !isReview(one)))
    change.stale.push("layers", "reports");
  if (change.stale.includes("text") || change.stale.includes("layers")) tellNothingOf(change);
  change.stale = [...new Set(change.stale)];
  return change;
}

/** The layers are read again. */
function tellNothingOf(change: Change): void {
  Object.assign(change, { put: noAnnotations(), removed: [], layer: null });
  delete change.review;
}

function isOfLayer({ table }: RecordedChange): boolean {
  return table === "layer" || table === "names" || isAnnotationTable(table);
}

/** One operation may touch a row twice; only how it stands at the end is told. */
function lastOfEach(changes: readonly RecordedChange[]): Iterable<RecordedChange> {
  const last = new Map<string, RecordedChange>();
  for (const change of changes)
    last.set(isOfRow(change) ? `${change.table} ${change.id}` : change.table, change);
  return last.values();
}

function tell(db: ReadDb, change: Change, recorded: RecordedChange): void {
  if (recorded.table === "presence" || recorded.table === "report") change.stale.push("reports");
  // Only steps of the whole project have names, whose layers are read again.
  if (!isOfRow(recorded)) return;
  if (recorded.table === "report") tellOfText(db, change, recorded);
  else if (recorded.table === "scheme") change.stale.push("scheme");
  else if (recorded.table === "saved_search") change.stale.push("searches");
  else if (isOfQuestions(recorded.table)) change.stale.push("questions");
  else if (recorded.table === "layer") change.layer = layerFacts(recorded.after);
  else if (recorded.after === null) change.removed.push(recorded.id);
  else if (isAnnotationTable(recorded.table)) putInto(change.put, recorded.table, recorded.after);
}

const isOfQuestions = (table: string) =>
  table === "guideline_question" || table === "agreed_change";

function tellOfText(
  db: ReadDb,
  change: Change,
  { id, before, after }: { id: string; before: Row | null; after: Row | null },
) {
  if (!before || !after || before.revision === after.revision) return;
  change.stale.push("text");
  change.edits = editsBetween(db, id, Number(before.revision), Number(after.revision));
}
