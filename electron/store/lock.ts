import { realpathSync, rmSync, statSync } from "node:fs";
import Database from "better-sqlite3";

/** The right to write a project file, which one process has at a time. */
export interface ProjectLock {
  release(): void;
}

/**
 * Takes the right to write; readers need none. It is SQLite's lock on an empty file beside the
 * project, since only such a lock falls with its process, however that ends, on every system and on
 * network drives. @throws SqliteError "SQLITE_BUSY" when another process has it.
 */
export function lockProject(file: string): ProjectLock {
  const name = `${realpathSync(file)}-lock`;
  for (;;) {
    const db = new Database(name, { timeout: 200 });
    try {
      db.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      db.close();
      throw error;
    }
    if (isThere(name)) return { release: () => release(db, name) };
    // Whoever had it removed it in between: what is locked now nobody else will find.
    db.close();
  }
}

function isThere(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false }) !== undefined;
}

/** Removed while it is held, so that nobody can have taken it for a file that is about to go. */
function release(db: Database.Database, name: string): void {
  if (!db.open) return;
  if (process.platform !== "win32") remove(name);
  db.close();
  // There, what anybody has open cannot be removed at all.
  if (process.platform === "win32") remove(name);
}

function remove(name: string): void {
  try {
    rmSync(name, { force: true });
  } catch {
    // An empty file stays, which locks nothing.
  }
}
