import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { LookedAt, PackageFacts, WrittenPackage } from "../../shared/contract/packages.ts";
import type { Progress } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { MergeReport } from "../../shared/merge/report.ts";
import {
  closeProject,
  createProject,
  openBeside,
  openBesideForReading,
  openProject,
  openProjectForReading,
  type ReadDb,
  type WriteDb,
} from "../store/database.ts";
import type { Author } from "../store/history.ts";
import { checkPackage, type Merged, mergePackages, previewMerge } from "../store/merging/merge.ts";
import type { PackageSource } from "../store/merging/source.ts";
import { becomeProject } from "../store/packing/opened-project.ts";
import { readProjectFacts } from "../store/project.ts";
import type { Watch } from "../store/watch.ts";
import { sealOf } from "./sealed-with.ts";
import type { Opening } from "./sealing.ts";
import { type OpenPackage, unpackPackage } from "./unpack.ts";
import { type PackageOrder, writePackage } from "./write-package.ts";

/** What is done with packages in a thread of its own. `folder` is an empty one, for what is unpacked. */
export type PackageTask = { folder: string } & (
  | { do: "write"; project: string; orders: readonly PackageOrder[] }
  | { do: "look"; project: string; paths: readonly string[]; opening: Opening }
  | { do: "merge"; project: string; paths: readonly string[]; opening: Opening }
  /** Into a project that this process does not have open. */
  | { do: "mergeInto"; project: string; paths: readonly string[]; opening: Opening }
  | { do: "open"; project: string; paths: readonly string[]; opening: Opening }
);

/** What each answers. */
export interface TaskAnswers {
  write: WrittenPackage[];
  look: LookedAt[];
  merge: Merged;
  mergeInto: Merged;
  open: { facts: PackageFacts; report: MergeReport };
}

/** Who works, and who hears how far it is and ends it by throwing. */
export interface Working {
  author: Author;
  tell(progress: Progress): void;
}

/** Does what is asked for. @throws AppError; then nothing has changed. */
export async function carryOut(
  task: PackageTask,
  working: Working,
): Promise<TaskAnswers[PackageTask["do"]]> {
  mkdirSync(task.folder, { recursive: true });
  try {
    return await doTask(task, working);
  } finally {
    rmSync(task.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 });
  }
}

async function doTask(
  task: PackageTask,
  working: Working,
): Promise<TaskAnswers[PackageTask["do"]]> {
  switch (task.do) {
    case "write":
      // A window that only reads packs as well.
      return closing(openBesideForReading(task.project), (db) =>
        writeAll(db, task.orders, task.folder, working),
      );
    case "look":
      return closing(openBeside(task.project), (db) => lookAtAll(db, task, working));
    case "merge":
      return closing(openBeside(task.project), (db) => mergeAll(db, task, working));
    case "mergeInto":
      return mergeIntoClosed(task, working);
    case "open":
      return openAsProject(task, working);
    default:
      return task satisfies never;
  }
}

async function closing<Db extends ReadDb, Value>(
  db: Db,
  work: (db: Db) => Promise<Value>,
): Promise<Value> {
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

/** All of one moment; what was written before one failed goes again. */
async function writeAll(
  db: ReadDb,
  orders: readonly PackageOrder[],
  folder: string,
  { tell }: Working,
): Promise<WrittenPackage[]> {
  const written: WrittenPackage[] = [];
  db.exec("BEGIN");
  try {
    for (const [at, order] of orders.entries()) {
      const watch: Watch = (done, total) =>
        tell({ done: at * total + done, total: orders.length * total, doing: "Packing" });
      written.push(await writePackage(db, order, folder, watch));
    }
    return written.map((one) => ({ ...one, file: basename(one.file) }));
  } catch (error) {
    for (const { file } of written) rmSync(file, { force: true });
    throw error;
  } finally {
    db.exec("COMMIT");
  }
}

/** @throws AppError "not-found" */
function requireFile(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return;
  throw new AppError("not-found", `There is no file "${basename(path)}"; check its name.`);
}

type OpeningTask = Extract<PackageTask, { opening: Opening }>;

/** Unpacks packages, does something with them, and removes what was unpacked. */
async function unpacking<Value>(
  { paths, folder, opening }: Pick<OpeningTask, "paths" | "folder" | "opening">,
  { tell }: Working,
  work: (packages: readonly OpenPackage[]) => Value,
): Promise<Value> {
  const packages: OpenPackage[] = [];
  try {
    for (const [at, path] of paths.entries()) {
      requireFile(path);
      const own = join(folder, String(at));
      mkdirSync(own, { recursive: true });
      const watch: Watch = (done, total) => tell({ done, total, doing: "Reading the package" });
      packages.push(await unpackPackage(path, own, opening, watch));
    }
    return work(packages);
  } finally {
    for (const one of packages) one.close();
  }
}

const merging =
  ({ tell }: Working): Watch =>
  (done, total) =>
    tell({ done, total, doing: "Merging" });

function mergeAll(db: WriteDb, task: OpeningTask, working: Working): Promise<Merged> {
  return unpacking(task, working, (packages) =>
    mergePackages(db, working.author, packages, merging(working)),
  );
}

/** Opened for writing, a file has other bytes: what is refused is refused before, as far as it can be. */
function mergeIntoClosed(task: OpeningTask, working: Working): Promise<Merged> {
  return unpacking(task, working, (packages) => {
    const before = openProjectForReading(task.project);
    try {
      for (const one of packages) checkPackage(before, one);
    } finally {
      closeProject(before);
    }
    const db = openProject(task.project);
    try {
      return mergePackages(db, working.author, packages, merging(working));
    } finally {
      closeProject(db);
    }
  });
}

async function lookAtAll(db: WriteDb, task: OpeningTask, working: Working): Promise<LookedAt[]> {
  const looked: LookedAt[] = [];
  for (const path of task.paths) looked.push(await lookAt(db, { ...task, paths: [path] }, working));
  return looked;
}

async function lookAt(db: WriteDb, task: OpeningTask, working: Working): Promise<LookedAt> {
  const [path = ""] = task.paths;
  const file = basename(path);
  try {
    return await unpacking(task, working, ([one]) => {
      if (!one) throw new Error("no package was named");
      const isOfThisProject = one.manifest.project.id === readProjectFacts(db).id;
      const report = isOfThisProject
        ? previewMerge(db, working.author, one, merging(working))
        : null;
      return { file, isLocked: false as const, facts: factsOf(one), isOfThisProject, report };
    });
  } catch (error) {
    // A passphrase that does not fit is said; one that is missing is asked for.
    const isLocked = error instanceof AppError && error.code === "locked";
    const needs = isLocked && task.opening.passphrase === null ? sealOf(path) : null;
    if (needs === null) throw error;
    return { file, isLocked: true, needs };
  }
}

const factsOf = ({ manifest }: PackageSource): PackageFacts => {
  const { project, purpose, by, recipient, note, at, app, annotators, reports } = manifest;
  return { project, purpose, by, recipient, note, at, app, annotators, reports: reports.length };
};

/** Makes a project of a package, which takes its place when all of it is there. */
function openAsProject(task: OpeningTask, working: Working): Promise<TaskAnswers["open"]> {
  return unpacking(task, working, ([one]) => {
    if (!one) throw new Error("no package was named");
    const draft = `${task.project}.opening`;
    rmSync(draft, { force: true });
    const { name } = one.manifest.project;
    const db = createProject(draft, name, one.scheme.scheme);
    try {
      becomeProject(db, one.manifest);
      const { merged } = mergePackages(db, working.author, [one], merging(working));
      closeProject(db);
      renameSync(draft, task.project);
      const [first] = merged;
      if (!first) throw new Error("nothing was merged");
      return { facts: factsOf(one), report: first.report };
    } finally {
      closeProject(db);
      rmSync(draft, { force: true });
    }
  });
}
