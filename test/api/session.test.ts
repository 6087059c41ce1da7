import { readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { closeSession, openSession, openSessionOnce } from "../../electron/api/session.ts";
import { createTickets } from "../../electron/api/tickets.ts";
import { readSettings, updateSettings } from "../../electron/settings.ts";
import { insertArrivals } from "../../electron/store/arrivals.ts";
import { closeProject, openProject } from "../../electron/store/database.ts";
import { addReport, arrivalOf, newProject, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

function closedProject(): string {
  const db = newProject();
  addReport(db);
  closeProject(db);
  return db.name;
}

test("a project is made in the person's folder and gone over to, under a name that a disk takes", async () => {
  const { session, home } = newSession();
  const first = session.db.name;
  const state = await ask(session, "project.create", { name: " Case: A/B? " });
  expect(state).toMatchObject({ project: { name: "Case: A/B?", file: "Case- A-B-.casemark" } });
  expect(state.recent).toEqual([
    {
      id: expect.any(String),
      name: "Sarcomas",
      folder: basename(join(first, "..")),
    },
  ]);
  expect(readdirSync(home).sort()).toContain(basename(session.db.name));
  await expect(ask(session, "project.create", { name: "Case: A/B?" })).rejects.toMatchObject({
    code: "bad-file",
  });
});

test("a project opened before is opened again by what stands for it, which is no path", async () => {
  const { session } = newSession();
  const first = session.db.name;
  await ask(session, "project.create", { name: "Second" });
  const [recent] = (await ask(session, "app.state", {})).recent;
  const decoded = Buffer.from(recent?.id ?? "", "base64url").toString();
  expect(decoded).not.toContain(basename(first));
  await ask(session, "project.openRecent", { id: recent?.id ?? "" });
  expect(session.db.name).toBe(first);
  await expect(ask(session, "project.openRecent", { id: "x" })).rejects.toMatchObject({
    code: "not-found",
  });
});

test("the open project stays open when another cannot be opened", async () => {
  const { session } = newSession();
  const file = join(temporaryFolder(), "x.casemark");
  writeFileSync(file, "no project");
  const ticket = session.tickets.issue([file]);
  await expect(ask(session, "project.open", { ticket })).rejects.toMatchObject({
    code: "not-a-project",
  });
  expect((await ask(session, "app.state", {})).project.name).toBe("Sarcomas");
});

test("opening the open project again, also through a link, changes nothing", async () => {
  const { session } = newSession();
  const { db } = session;
  const link = join(temporaryFolder(), "link.casemark");
  symlinkSync(db.name, link);
  for (const file of [db.name, link])
    await ask(session, "project.open", { ticket: session.tickets.issue([file]) });
  expect(session.db).toBe(db);
  expect(db.open).toBe(true);
});

test("the last project is opened again, and the annotator is known", async () => {
  const { session } = newSession();
  await ask(session, "annotator.use", { name: "Ben" });
  const file = session.db.name;
  closeSession(session);
  const again = openSession({ host: "desktop", file: null, log: () => {} });
  expect([again.db.name, again.annotator]).toEqual([file, "Ben"]);
  closeSession(again);
});

test("what an import left behind is swept when the project is opened", () => {
  const file = closedProject();
  const db = openProject(file);
  insertArrivals(db, [arrivalOf("Never taken in.")]);
  closeProject(db);
  const session = openSessionOnce(file, "Ana");
  expect(session.db.prepare("SELECT state FROM report").pluck().all()).toEqual(["present"]);
  closeSession(session);
});

test("the command line remembers nothing of the projects that it opens", () => {
  process.env.CASEMARK_HOME = temporaryFolder();
  closeSession(openSessionOnce(closedProject(), "Ana"));
  expect(readSettings()).toEqual({
    annotator: null,
    recent: [],
    window: null,
    keys: {},
    language: null,
  });
});

test("settings that cannot be read count as none, and are written whole", () => {
  const home = temporaryFolder();
  process.env.CASEMARK_HOME = home;
  writeFileSync(join(home, "settings.json"), '{"annotator": 7}');
  expect(readSettings().annotator).toBe(null);
  updateSettings({ annotator: "Ana" });
  expect(readSettings()).toEqual({
    annotator: "Ana",
    recent: [],
    window: null,
    keys: {},
    language: null,
  });
  expect(readdirSync(home)).toEqual(["settings.json"]);
});

test("tickets stand for paths that the page never sees", () => {
  const tickets = createTickets();
  const ticket = tickets.issue(["/a", "/b"]);
  expect(tickets.read(ticket)).toEqual(["/a", "/b"]);
  tickets.extend("7d444840-9dc0-11d1-b245-5ffdce74fad2", "/c");
  tickets.extend("7d444840-9dc0-11d1-b245-5ffdce74fad2", "/c");
  expect(tickets.read("7d444840-9dc0-11d1-b245-5ffdce74fad2")).toEqual(["/c"]);
  expect(() => tickets.read("none")).toThrow("The chosen files are no longer known");
});

test("a session needs a person before it writes or opens a layer", async () => {
  const { session } = newSession();
  const report = addReport(session.db);
  session.annotator = null;
  const noAnnotator = { code: "no-annotator" };
  await expect(ask(session, "history.undo", {})).rejects.toMatchObject(noAnnotator);
  await expect(ask(session, "report.open", { report })).rejects.toMatchObject(noAnnotator);
  const tickets = [session.tickets.issue([temporaryFolder()])];
  await expect(ask(session, "import.stage", { tickets })).rejects.toMatchObject(noAnnotator);
  expect((await ask(session, "report.list", {})).rows).toMatchObject([{ status: "new" }]);
});
