import { type Stats, statSync } from "node:fs";
import { AppError } from "../../shared/errors.ts";
import type { ReadDb } from "./database.ts";

const opened = new WeakMap<ReadDb, Stats | null>();

/** Notes which file it is that was opened. */
export function notePlace(db: ReadDb): void {
  opened.set(db, statOf(db.name));
}

/**
 * Some systems go on writing into a file that was removed, and all of that would be lost.
 * @throws AppError "project-gone" when the project's file is not where it was.
 */
export function requireInPlace(db: ReadDb): void {
  const now = statOf(db.name);
  if (now === null)
    throw new AppError(
      "project-gone",
      `"${db.name}" is gone: it was moved or deleted, or its drive is not connected. Put it back, and what is waiting will be saved.`,
    );
  if (isAnother(opened.get(db) ?? null, now))
    throw new AppError(
      "project-gone",
      `Another file stands where "${db.name}" was. Put the project back there, and what is waiting will be saved.`,
    );
}

// Some network drives number a file anew after a while, but none makes it younger too.
function isAnother(before: Stats | null, now: Stats): boolean {
  return before !== null && before.ino !== now.ino && before.birthtimeMs !== now.birthtimeMs;
}

/** Null also where its folder may not be looked into. */
function statOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}
