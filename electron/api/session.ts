import { copyFileSync, existsSync, mkdirSync, realpathSync, renameSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deidentifier } from "../../shared/deidentify/layer.ts";
import { AppError } from "../../shared/errors.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { freeName } from "../export/destination.ts";
import { projectsFolder, readSettings, updateSettings } from "../settings.ts";
import { sweepArrivals } from "../store/arrivals.ts";
import {
  closeProject,
  createProject,
  openProject,
  openProjectForReading,
  type WriteDb,
} from "../store/database.ts";
import type { Author } from "../store/history.ts";
import type { Stage } from "./stages.ts";
import { sweepTemporaryFolders } from "./temporary.ts";
import { createTickets, type Tickets } from "./tickets.ts";
import { createTurns, type Turns } from "./turns.ts";

type HostName = "desktop" | "browser" | "command-line";

/** One person at work on one project. */
export interface Session {
  readonly host: HostName;
  readonly tickets: Tickets;
  /** Imports that were read and wait to be taken in, by their identifier. */
  readonly stages: Map<string, Stage>;
  readonly turns: Turns;
  readonly log: (line: string) => void;
  /** Folders that are removed when the session ends. */
  readonly temporary: string[];
  db: WriteDb;
  annotator: string | null;
  /** For a host that shows the commands outside of the page: their keys or their language changed. */
  onMenuChanged?: () => Promise<void>;
}

export interface SessionOptions {
  host: HostName;
  /** A project file; null for the last one, or the first time a copy of the sample. */
  file: string | null;
  log(line: string): void;
}

/** @throws AppError with a sentence when the project cannot be opened. */
export function openSession({ host, file, log }: SessionOptions): Session {
  const db = openAnew(file ?? lastProject() ?? copyOfSample());
  remember(db.name);
  sweepTemporaryFolders();
  return startSession(host, db, readSettings().annotator, log);
}

/** For the command line: this file, this annotator, and nothing remembered of it. */
export function openSessionOnce(file: string, annotator: string): Session {
  return startSession("command-line", swept(openProject(resolve(file))), annotator, (line) =>
    console.error(line),
  );
}

function startSession(
  host: HostName,
  db: WriteDb,
  annotator: string | null,
  log: Session["log"],
): Session {
  const tickets = createTickets();
  const turns = createTurns();
  return { host, log, db, annotator, tickets, turns, stages: new Map(), temporary: [] };
}

/** Goes over to another project; the old one stays open when the new one cannot be. */
export function switchProject(session: Session, file: string): void {
  if (isSameFile(file, session.db.name)) return;
  const db = openAnew(file);
  leave(session);
  session.db = db;
  remember(db.name);
}

/**
 * Goes over to a project that the page has sent, which becomes the person's own file: an upload is
 * gone when the host ends, and their work must not be.
 */
export function adoptProject(session: Session, upload: string): void {
  mkdirSync(projectsFolder(), { recursive: true });
  const file = freeName(projectsFolder(), basename(upload, ".casemark"), ".casemark");
  copyFileSync(upload, file);
  try {
    switchProject(session, file);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

/** Makes an empty project in the person's projects folder and goes over to it. */
export function createInProjectsFolder(session: Session, name: string): void {
  mkdirSync(projectsFolder(), { recursive: true });
  const file = join(projectsFolder(), `${fileNameFor(name)}.casemark`);
  const db = createProject(file, name, defaultScheme);
  leave(session);
  session.db = db;
  remember(file);
}

export function closeSession(session: Session): void {
  leave(session);
  for (const folder of session.temporary) rmSync(folder, { recursive: true, force: true });
}

/** Who a write is by. @throws AppError "no-annotator" before the person has said who they are. */
export function authorOf({ annotator }: Pick<Session, "annotator">): Author {
  if (annotator === null)
    throw new AppError(
      "no-annotator",
      "Say who you are first; your marks are kept under your name.",
    );
  if (annotator === deidentifier)
    throw new AppError(
      "bad-input",
      `“${deidentifier}” is the app's own name for what it finds; choose another name.`,
    );
  return { annotator, now: () => new Date() };
}

function leave({ db, stages, turns }: Session): void {
  stages.clear();
  if (!db.open) return;
  // While a thread writes, nothing can be swept here; the next opening does it.
  if (!db.readonly && !isGone(db) && !turns.alone) sweepArrivals(db);
  closeProject(db);
}

function isGone(db: WriteDb): boolean {
  return !existsSync(db.name);
}

function isSameFile(file: string, other: string): boolean {
  return existsSync(file) && existsSync(other) && realpathSync(file) === realpathSync(other);
}

/** What another window or command writes is opened for reading: `db.readonly` says so. */
export function openOrRead(file: string): WriteDb {
  try {
    return openProject(file);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "project-in-use") throw error;
    // Every write is refused before it comes to the database, which would refuse it too.
    return openProjectForReading(file) as WriteDb;
  }
}

function openAnew(file: string): WriteDb {
  return swept(openOrRead(resolve(file)));
}

/** Without what an import that was cut short has left. */
function swept(db: WriteDb): WriteDb {
  if (!db.readonly) sweepArrivals(db);
  return db;
}

const rememberedProjects = 12;

function remember(file: string): void {
  const others = readSettings().recent.filter((known) => known !== file);
  updateSettings({ recent: [file, ...others].slice(0, rememberedProjects) });
}

function lastProject(): string | null {
  return readSettings().recent.find((file) => existsSync(file)) ?? null;
}

/** The person's own copy, so that the shipped one stays as it is. */
function copyOfSample(): string {
  const copy = join(projectsFolder(), "Sample project.casemark");
  if (existsSync(copy)) return copy;
  mkdirSync(projectsFolder(), { recursive: true });
  // Renamed into place, so that a copy cut short is not taken for the sample the next time.
  copyFileSync(shippedSample(), `${copy}.unfinished`);
  renameSync(`${copy}.unfinished`, copy);
  return copy;
}

function shippedSample(): string {
  const packaged = process.resourcesPath && join(process.resourcesPath, "sample.casemark");
  if (packaged && existsSync(packaged)) return packaged;
  // From source it lies in out/, from the bundle beside out/main.
  const place = import.meta.url.endsWith(".ts") ? "../../out" : "../..";
  return fileURLToPath(new URL(`${place}/sample.casemark`, import.meta.url));
}

/** A file name that every system takes. */
function fileNameFor(name: string): string {
  const safe = basename(name.replace(/[<>:"/\\|?*\p{Cc}]/gu, "-")).replace(/[. ]+$/, "");
  return safe || "Project";
}
