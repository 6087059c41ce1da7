import { randomUUID } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import Database, { SqliteError } from "better-sqlite3";
import { AppError } from "../../shared/errors.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { notePlace } from "./in-place.ts";
import { lockProject } from "./lock.ts";
import { migrate, newestSchema, refuseNewer, schemaVersion } from "./migrate.ts";
import { damaged, explain } from "./problems.ts";

declare const readable: unique symbol;
declare const writable: unique symbol;
/** A connection that this code may only read from. Pass the weakest one that does the job. */
export type ReadDb = Database.Database & { [readable]: true };
export type WriteDb = ReadDb & { [writable]: true };

/** "CSMK": says that an SQLite file is a Casemark project. */
export const applicationId = 0x43534d4b;

/** Makes a new project file. @throws AppError "bad-file" when there is one already. */
export function createProject(file: string, name: string, scheme: Scheme): WriteDb {
  if (existsSync(file))
    throw new AppError("bad-file", `"${file}" exists already; choose another name or open it.`);
  if (!existsSync(dirname(file)))
    throw new AppError("bad-file", `There is no folder "${dirname(file)}"; make it first.`);
  // Made under another name, so that what a crash or a full disk cuts short is never taken for a project.
  const unfinished = `${file}.unfinished`;
  removeFile(unfinished);
  try {
    attempt(file, () => fill(unfinished, name, scheme));
    renameSync(unfinished, file);
  } finally {
    removeFile(unfinished);
  }
  return attempt(file, () => connectToWrite(file));
}

function fill(file: string, name: string, scheme: Scheme): void {
  const db = new Database(file);
  try {
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    const now = new Date().toISOString();
    const body = JSON.stringify(scheme);
    db.prepare("INSERT INTO project (id, name, created_at) VALUES (?, ?, ?)").run(
      randomUUID(),
      name,
      now,
    );
    db.prepare("INSERT INTO scheme (id, version, body) VALUES ('scheme', 1, ?)").run(body);
    db.prepare(
      `INSERT INTO scheme_version (version, annotator, at, summary, body)
       VALUES (1, '', ?, 'began with this scheme', ?)`,
    ).run(now, body);
  } finally {
    db.close();
  }
}

function removeFile(file: string): void {
  for (const ending of ["", "-journal"]) rmSync(file + ending, { force: true });
}

/**
 * Opens a project file as the only one who writes it, and brings it up to date, after a copy of it
 * was laid beside it. @throws AppError with a sentence, the file untouched, when it is not one of ours,
 * is damaged, newer, read-only or written to elsewhere.
 */
export function openProject(file: string): WriteDb {
  checkHeader(file);
  try {
    accessSync(file, constants.W_OK);
  } catch (cause) {
    throw new AppError(
      "read-only",
      `"${file}" cannot be written to; allow writing to it, or copy it to a folder of yours.`,
      { cause },
    );
  }
  return attempt(file, () => connectToWrite(file));
}

/**
 * Opens the project of this process once more, for work in another thread; it closes with `close()`,
 * since the log is still the first connection's.
 */
export function openBeside(file: string): WriteDb {
  return attempt(file, () => connect(file, false));
}

/** The same, for work that only reads. */
export function openBesideForReading(file: string): ReadDb {
  return attempt(file, () => connect(file, true));
}

/** Opens a project file for reading, also one that may not be written to, or that another process writes. */
export function openProjectForReading(file: string): ReadDb {
  checkHeader(file);
  const db = attempt(file, () => connect(file, true));
  if (schemaVersion(db) === newestSchema) return db;
  db.close();
  // An older file has to be brought up to date first; where that cannot be, it says why.
  closeProject(openProject(file));
  return attempt(file, () => connect(file, true));
}

/**
 * Writes a project whose file was deleted to its place again, from what this process still has of it,
 * and opens that. @throws AppError "bad-file" when a file is there.
 */
export function writeAgain(db: WriteDb): WriteDb {
  const file = db.name;
  if (existsSync(file))
    throw new AppError("bad-file", `"${file}" is there; it is not written over.`);
  const unfinished = `${file}.unfinished`;
  removeFile(unfinished);
  return attempt(file, () => {
    db.prepare("VACUUM INTO ?").run(unfinished);
    db.close();
    // What the deleted file's log holds is in the new one, and must not be taken for the new one's log.
    for (const ending of ["-wal", "-shm"]) rmSync(file + ending, { force: true });
    renameSync(unfinished, file);
    return connectToWrite(file);
  });
}

/** Whether a process has the project open for writing; this one too. @throws AppError when it cannot be told. */
export function isWritten(file: string): boolean {
  try {
    lockProject(file).release();
    return false;
  } catch (error) {
    const problem = explain(error, file);
    if (problem instanceof AppError && problem.code === "project-in-use") return true;
    throw problem;
  }
}

/**
 * Leaves one file behind, without a write-ahead log beside it. Where the disk is too full for that,
 * or another process reads the project, the log stays: it holds what was saved, and the next opening
 * takes it in.
 */
export function closeProject(db: ReadDb): void {
  if (!db.open) return;
  try {
    if (!db.readonly) db.pragma("journal_mode = DELETE");
  } catch (error) {
    if (!(error instanceof SqliteError)) throw error;
  } finally {
    db.close();
  }
}

function connectToWrite(file: string): WriteDb {
  const lock = lockProject(file);
  try {
    const db = connect(file, false);
    notePlace(db);
    const close = db.close.bind(db);
    db.close = () => {
      close();
      lock.release();
      return db;
    };
    return db;
  } catch (error) {
    lock.release();
    throw error;
  }
}

function connect(file: string, readonly: boolean): WriteDb {
  // A write connection is the only thing that makes a WriteDb; readers get it as ReadDb.
  const db = new Database(file, { readonly, timeout: 200 }) as WriteDb;
  try {
    // Before anything is changed.
    refuseNewer(db);
    if (!readonly) db.pragma("journal_mode = WAL");
    // What a write has returned from is on the disk, even when the power fails.
    db.pragma("synchronous = FULL");
    db.pragma("foreign_keys = ON");
    takeRoomBack(db);
    if (!readonly) upgrade(db);
    keepStatements(db);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** In KiB. An import fills whatever there is; four times as much made no write of a few rows faster. */
const usualCache = 16_384;
/** A hundred thousand rows in six indexes; in less each page is written and read many times over. */
const largeCache = 196_608;

/** For a transaction that changes very many rows. @see takeRoomBack */
export function giveRoom(db: WriteDb): void {
  db.pragma(`cache_size = -${largeCache}`);
}

/** Once it is over; nothing happens where no room was given. */
export function takeRoomBack(db: WriteDb): void {
  if (db.pragma("cache_size", { simple: true }) !== -usualCache)
    db.pragma(`cache_size = -${usualCache}`);
}

/**
 * Compiles each statement once: the store has few of them, and compiling takes longer than running
 * (measured: two thirds of a write's processor time). A kept statement is shared, so nobody may leave
 * it changed (pluck, raw) or half read (iterate).
 */
function keepStatements(db: WriteDb): void {
  const compile = db.prepare.bind(db);
  const kept = new Map<string, Database.Statement>();
  const prepare = (sql: string) => {
    const statement = kept.get(sql) ?? compile(sql);
    kept.set(sql, statement);
    return statement;
  };
  // Which parameters and rows a statement has is said by who asks for it, here as in the library.
  db.prepare = prepare as typeof db.prepare;
}

function upgrade(db: WriteDb): void {
  const version = schemaVersion(db);
  if (version === newestSchema) return;
  // Not by copying the file: closing that once would let go of SQLite's locks on it, and what the
  // write-ahead log still holds would be missing.
  const copy = `${db.name}.version-${version}.backup`;
  rmSync(copy, { force: true });
  db.prepare("VACUUM INTO ?").run(copy);
  migrate(db);
}

function attempt<Value>(file: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw explain(error, file);
  }
}

const headerLength = 100;

/** Reads the hundred bytes that every SQLite file begins with, without opening it as a database. */
function checkHeader(file: string): Buffer {
  const header = readHeader(file);
  const text = header.toString("latin1", 0, 15);
  if (header.length === 0 || "SQLite format 3".startsWith(text) === false)
    throw new AppError(
      "not-a-project",
      `"${basename(file)}" is not a Casemark project; projects are files ending in .casemark that Casemark made.`,
    );
  if (header.length < headerLength) throw damaged(file);
  if (header.readUInt32BE(68) !== applicationId)
    throw new AppError(
      "not-a-project",
      `"${basename(file)}" is a database of another program, not a Casemark project.`,
    );
  if (!existsSync(`${file}-wal`) && statSync(file).size < promisedSize(header)) throw damaged(file);
  return header;
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(headerLength);
  try {
    const handle = openSync(file, "r");
    try {
      return header.subarray(0, readSync(handle, header, 0, headerLength, 0));
    } finally {
      closeSync(handle);
    }
  } catch (cause) {
    const missing = !existsSync(file);
    throw new AppError(
      missing ? "not-found" : "bad-file",
      missing
        ? `There is no file "${file}"; check the name, or make a project with "casemark new".`
        : `"${file}" cannot be read; check that it is a file and that you may open it.`,
      { cause },
    );
  }
}

// Page size and page count, as https://www.sqlite.org/fileformat2.html#the_database_header has them.
function promisedSize(header: Buffer): number {
  const pageSize = header.readUInt16BE(16) === 1 ? 65536 : header.readUInt16BE(16);
  return pageSize * header.readUInt32BE(28);
}
