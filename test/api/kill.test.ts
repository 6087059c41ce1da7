import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { closeSession, openSessionOnce } from "../../electron/api/session.ts";
import { closeProject, openProject } from "../../electron/store/database.ts";
import { redo, undo } from "../../electron/store/history.ts";
import { readLayer } from "../../electron/store/layers.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import { seededRandom } from "../../shared/random.ts";
import { answer, environment, startCasemark } from "../hosts/cli/casemark.ts";
import {
  addReport,
  ana,
  arrivalOf,
  dump,
  layer,
  newProject,
  problems,
  sentence,
  span,
  takeIn,
  temporaryFolder,
} from "../store/project.ts";

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
console.log(`kill.test.ts: SEED=${seed}`);

/** Everything a child prints, up to the moment of its end. */
async function killAfter(child: ChildProcess, milliseconds: number): Promise<string> {
  let printed = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await Promise.race([wait(milliseconds), once(child, "close")]);
  const closed = child.exitCode === null ? once(child, "close") : null;
  child.kill("SIGKILL");
  await closed;
  return printed;
}

/** How long a command takes that nobody kills, in milliseconds. */
async function timeOf(child: ChildProcess): Promise<number> {
  const start = performance.now();
  await once(child, "close");
  expect(child.exitCode).toBe(0);
  return performance.now() - start;
}

function otherProject(): string {
  const db = newProject();
  closeProject(db);
  return db.name;
}

/** Starts marking in a process of its own; resolves when that has opened the project. */
async function startMarking(file: string, report: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, "mark-until-killed.ts");
  const child = spawn(process.execPath, [script, file, report], {
    stdio: ["ignore", "pipe", "inherit"],
    env: environment(),
  });
  await once(child.stdout, "readable");
  return child;
}

test("what was said to be saved is there after kill -9, whole, and can be undone", async () => {
  const random = seededRandom(seed, "marks");
  const db = newProject();
  const report = addReport(db);
  closeProject(db);
  const saved: string[] = [];
  for (let round = 0; round < 25; round++) {
    const child = await startMarking(db.name, report);
    const printed = await killAfter(child, random.next() * 120);
    saved.push(...printed.split("\n").slice(1, -1));

    const session = openSessionOnce(db.name, "Ana");
    const ids = new Set(readLayer(session.db, report, "Ana").spans.map(({ id }) => id));
    expect(saved.filter((id) => !ids.has(id))).toEqual([]);
    // What was saved just before the end may not have been printed any more.
    expect(ids.size - saved.length).toBeLessThanOrEqual(round + 1);
    expect(problems(session.db)).toEqual([]);
    const steps = session.db.prepare("SELECT count(*) FROM history WHERE state = 'done'").pluck();
    expect(steps.get()).toBe(ids.size + 1);
    const before = dump(session.db);
    if (ids.size > 0) {
      undo(session.db, ana);
      expect(readLayer(session.db, report, "Ana").spans).toHaveLength(ids.size - 1);
      redo(session.db, ana);
      expect(dump(session.db)).toEqual(before);
      session.db.exec(`
        DELETE FROM history_touch
        WHERE step IN (SELECT id FROM history WHERE state IN ('undo', 'redo'));
        DELETE FROM history WHERE state IN ('undo', 'redo');
      `);
    }
    closeSession(session);
  }
  expect(saved.length).toBeGreaterThan(25);
  expect(await answer(["check", db.name])).toEqual({ ok: true, reports: 1, problems: [] });
}, 60_000);

test("an import that was killed has brought all its reports or none", async () => {
  const random = seededRandom(seed, "import");
  const folder = join(temporaryFolder(), "reports");
  mkdirSync(folder);
  for (let n = 0; n < 1500; n++) writeFileSync(join(folder, `${n}.txt`), `Report ${n}.\n`);
  const db = newProject();
  addReport(db);
  const before = dump(db);
  closeProject(db);
  const whole = await timeOf(startCasemark(["import", otherProject(), folder]));
  const seen: number[] = [];
  for (let round = 0; round < 6; round++) {
    await killAfter(startCasemark(["import", db.name, folder]), random.next() * 1.2 * whole);
    const session = openSessionOnce(db.name, "Ana");
    const count = listReportIds(session.db).length;
    seen.push(count);
    expect((count - 1) % 1500).toBe(0);
    if (count === 1) expect(dump(session.db)).toEqual(before);
    expect(problems(session.db)).toEqual([]);
    for (const table of ["report_text", "source_file", "report_search"])
      expect(session.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(count);
    closeSession(session);
  }
  console.log(`reports after each killed import: ${seen.join(", ")}`);
}, 60_000);

test("an export that was killed stands at its place whole or not at all", async () => {
  const random = seededRandom(seed, "export");
  const db = newProject();
  const layers = [layer("Ana", { spans: [span("s", "desmin")] })];
  const arrivals = Array.from({ length: 600 }, (_, n) =>
    arrivalOf(sentence, { name: `r${n}`, layers }),
  );
  takeIn(db, arrivals);
  closeProject(db);
  const out = join(temporaryFolder(), "out");
  const whole = await timeOf(
    startCasemark(["export", db.name, join(temporaryFolder(), "first"), "--format", "brat"]),
  );
  for (let round = 0; round < 5; round++) {
    const target = join(out, String(round));
    const command = ["export", db.name, target, "--format", "brat"];
    await killAfter(startCasemark(command), random.next() * 1.2 * whole);
    if (existsSync(target)) expect(readdirSync(target)).toHaveLength(2 * 600 + 1);
    else await answer(command);
  }
  expect(readdirSync(out)).toEqual(["0", "1", "2", "3", "4"]);
}, 60_000);

test("a project that was killed right after it was made can be opened", async () => {
  const file = join(temporaryFolder(), "new.casemark");
  const script = `
    const { createProject } = await import(${JSON.stringify(join(import.meta.dirname, "../../electron/store/database.ts"))});
    createProject(${JSON.stringify(file)}, "new", { name: "s", labels: [], kinds: [], attributes: [], relations: [], events: [], groups: [], reportLabels: [] });
    process.kill(process.pid, "SIGKILL");`;
  await once(spawn(process.execPath, ["--input-type=module", "-e", script]), "close");
  expect(await answer(["check", file])).toEqual({ ok: true, reports: 0, problems: [] });
});

test("a second killed process in a row leaves the first one's log to be taken in", async () => {
  const db = newProject();
  const report = addReport(db);
  closeProject(db);
  const first = await killAfter(await startMarking(db.name, report), 60);
  const second = await killAfter(await startMarking(db.name, report), 0);
  const ids = [...first.split("\n").slice(1, -1), ...second.split("\n").slice(1, -1)];
  const again = openProject(db.name);
  const there = new Set(readLayer(again, report, "Ana").spans.map(({ id }) => id));
  expect(ids.filter((id) => !there.has(id))).toEqual([]);
  closeProject(again);
});
