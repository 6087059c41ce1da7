import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import {
  closeProject,
  createProject,
  openProject,
  openProjectForReading,
} from "../../electron/store/database.ts";
import { newestSchema } from "../../electron/store/migrate.ts";
import { readProjectFacts } from "../../electron/store/project.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { AppError } from "../../shared/errors.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { addReport, ana, draft, dump, marks, newProject, temporaryFolder } from "./project.ts";

/** A closed project file with a report and a mark. */
function projectFile(): string {
  const db = newProject();
  const report = addReport(db, "The tumour was positive for desmin, SMA and h-caldesmon.");
  addSpan(db, ana, report, draft("desmin"));
  closeProject(db);
  return db.name;
}

function refusal(work: () => unknown): [string, string] {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.message];
    throw error;
  }
  throw new Error("it was not refused");
}

const openers = { openProject, openProjectForReading };
const eachWay = Object.entries(openers);

test("a new project is one file, with our application id", () => {
  const db = newProject();
  expect(db.pragma("application_id", { simple: true })).toBe(0x43534d4b);
  expect(db.pragma("user_version", { simple: true })).toBe(newestSchema);
  expect(db.pragma("foreign_keys", { simple: true })).toBe(1);
  expect(readProjectFacts(db)).toEqual({ id: expect.any(String), name: "Sarcomas" });
  closeProject(db);
  expect(readdirSync(join(db.name, ".."))).toEqual(["Sarcomas.casemark"]);
});

test("every table is strict", () => {
  const db = newProject();
  const lax = db
    .prepare(
      `SELECT name FROM pragma_table_list WHERE type = 'table' AND strict = 0
         AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'report_search%'`,
    )
    .all();
  expect(lax).toEqual([]);
});

test("an existing file is never made anew", () => {
  const file = projectFile();
  const before = readFileSync(file);
  expect(refusal(() => createProject(file, "x", defaultScheme))).toEqual([
    "bad-file",
    `"${file}" exists already; choose another name or open it.`,
  ]);
  expect(readFileSync(file)).toEqual(before);
});

test("a project in a folder that is not there is refused, and nothing is made", () => {
  const folder = temporaryFolder();
  const [code, message] = refusal(() =>
    createProject(join(folder, "no", "x.casemark"), "x", defaultScheme),
  );
  expect([code, message]).toEqual([
    "bad-file",
    `There is no folder "${join(folder, "no")}"; make it first.`,
  ]);
  expect(readdirSync(folder)).toEqual([]);
});

test("what was written is there after closing and opening", () => {
  const file = projectFile();
  const db = openProject(file);
  const report = String(db.prepare("SELECT id FROM report").pluck().get());
  expect(marks(db, report, "Ana").spans).toEqual(["desmin: marker"]);
  closeProject(db);
  expect(existsSync(`${file}-wal`)).toBe(false);
});

test.each(eachWay)("%s refuses a file that is not there", (_, open) => {
  const file = join(temporaryFolder(), "none.casemark");
  expect(refusal(() => open(file))).toEqual([
    "not-found",
    `There is no file "${file}"; check the name, or make a project with "casemark new".`,
  ]);
  expect(existsSync(file)).toBe(false);
});

test.each(eachWay)("%s refuses a folder, an empty file and a text, and leaves them", (_, open) => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "folder.casemark"));
  expect(refusal(() => open(join(folder, "folder.casemark")))[0]).toBe("bad-file");
  for (const content of ["", "no database", "x".repeat(5000), "SQLite format 4\0".repeat(20)]) {
    const file = join(folder, "x.casemark");
    writeFileSync(file, content);
    expect(refusal(() => open(file))).toEqual([
      "not-a-project",
      '"x.casemark" is not a Casemark project; projects are files ending in .casemark that Casemark made.',
    ]);
    expect(readFileSync(file, "utf8")).toBe(content);
  }
});

test.each(eachWay)("%s refuses another program's database, and leaves it", (_, open) => {
  const file = join(temporaryFolder(), "places.sqlite");
  const db = new Database(file);
  db.exec("CREATE TABLE place (name TEXT)");
  db.close();
  const before = readFileSync(file);
  expect(refusal(() => open(file))).toEqual([
    "not-a-project",
    '"places.sqlite" is a database of another program, not a Casemark project.',
  ]);
  expect(readFileSync(file)).toEqual(before);
});

test.each(eachWay)("%s refuses a newer project, and leaves it byte for byte", (_, open) => {
  const file = projectFile();
  const db = new Database(file);
  db.pragma("user_version = 99");
  db.close();
  const before = readFileSync(file);
  const [code, message] = refusal(() => open(file));
  expect([code, message]).toEqual([
    "project-too-new",
    `"${file}" was written by a newer Casemark (file version 99, this one knows ${newestSchema}); update Casemark and open it again.`,
  ]);
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(join(file, ".."))).toEqual(["Sarcomas.casemark"]);
});

test.each(eachWay)("%s refuses a project cut short at any length, and leaves it", (_, open) => {
  const whole = projectFile();
  const { size } = statSync(whole);
  const file = join(temporaryFolder(), "cut.casemark");
  for (const length of [16, 50, 99, 100, 512, 4096, 5000, size >> 1, size - 4096, size - 1]) {
    copyFileSync(whole, file);
    truncateSync(file, length);
    const before = readFileSync(file);
    expect(refusal(() => open(file))).toEqual([
      "project-damaged",
      `"${file}" is damaged (cut short or overwritten) and was left untouched; restore it from a copy.`,
    ]);
    expect(readFileSync(file)).toEqual(before);
  }
});

test("a project that is open here can only be read there, also through another name", async () => {
  const db = newProject();
  const link = join(temporaryFolder(), "link.casemark");
  symlinkSync(db.name, link);
  for (const file of [db.name, link]) {
    const child = spawn(process.execPath, [join(import.meta.dirname, "open-and-say.ts"), file], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const said: string[] = [];
    child.stdout.on("data", (data) => said.push(String(data)));
    await once(child, "close");
    expect(JSON.parse(said.join(""))).toEqual({
      openProject: `"${file}" is open in another Casemark window or command; close it there first.`,
      openProjectForReading: "opened",
    });
  }
});

test("a full disk is said, and what was saved before is there", () => {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin"));
  const before = dump(db);
  db.pragma(`max_page_count = ${db.pragma("page_count", { simple: true })}`);
  expect(() => {
    for (let n = 0; n < 10_000; n++) addSpan(db, ana, report, draft("SMA"));
  }).toThrow(expect.objectContaining({ code: "SQLITE_FULL" }));
  closeProject(db);
  const again = openProject(db.name);
  const after = dump(again);
  closeProject(again);
  expect(after.span?.slice().length).toBeGreaterThanOrEqual(before.span?.length ?? 0);
  expect(after.span).toEqual(expect.arrayContaining(before.span ?? []));
});
