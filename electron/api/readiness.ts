import { existsSync } from "node:fs";
import { contract, type OperationName } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { isWritten, openProject, writeAgain } from "../store/database.ts";
import { requireInPlace } from "../store/in-place.ts";
import { isOutOfReach } from "../store/problems.ts";
import { openOrRead, type Session } from "./session.ts";

/** Long work that leaves the project as it is; all other jobs write. */
export const readingJobs: readonly string[] = [
  ...["export.losses", "export.run", "scheme.check"],
  ...["dataset.make", "dataset.open", "dataset.compare", "agreement.measure"],
  ...["packages.write", "packages.open"],
  ...["review.alike", "review.list", "review.survey", "review.progress", "review.report"],
];

/**
 * Sees to it that an operation finds the project in order. @throws AppError when it cannot be read, or
 * when it is to be written and another window writes it, or its file is gone.
 */
export function makeReady(session: Session, name: OperationName): void {
  const { effect } = contract[name];
  if (!session.db.open) openAgain(session, effect === "setting");
  if (effect === "setting" || effect === "read" || readingJobs.includes(name)) return;
  requireWritable(session);
  requireInPlace(session.db);
}

/** @throws AppError "project-in-use" in a window that only reads. */
export function requireWritable({ db }: Session): void {
  if (db.readonly) throw writtenElsewhere();
}

function openAgain(session: Session, mayFail: boolean): void {
  try {
    session.db = openOrRead(session.db.name);
  } catch (error) {
    // A person may go over to another project while this one is out of reach.
    if (!mayFail) throw error;
  }
}

/** A connection over which nothing could be read or written is given up: the next call opens a new one. */
export function giveUpAfter(error: unknown, { db }: Session): void {
  // What was deleted lives on in this connection alone.
  if (isOutOfReach(error) && existsSync(db.name) && !db.inTransaction) db.close();
}

/** Makes a window that only reads the one that writes. @throws AppError while another one does. */
export function takeOver(session: Session): void {
  const { db } = session;
  if (db.open && !db.readonly) return;
  if (isWritten(db.name)) throw writtenElsewhere();
  // First, since closing any handle of a file lets go of all locks that a process has on it.
  db.close();
  session.db = openProject(db.name);
}

/** Whether the project could be written here: null where it is. */
export function canTakeOver({ db }: Session): boolean | null {
  return db.open && !db.readonly ? null : !isWritten(db.name);
}

/** @see writeAgain */
export function saveAgain(session: Session): void {
  session.db = writeAgain(session.db);
}

function writtenElsewhere(): AppError {
  return new AppError(
    "project-in-use",
    "This window only reads the project, since another window or command works on it; close it there, and choose “Work here now”.",
  );
}
