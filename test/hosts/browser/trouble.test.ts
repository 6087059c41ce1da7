import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { closeProject, openProject } from "../../../electron/store/database.ts";
import type { Change } from "../../../shared/model/change.ts";
import { addReport, draft, marks, temporaryFolder } from "../../store/project.ts";
import { operate, type Running, startBrowserHost } from "./host.ts";

/** A host on a project with a report, and a way to mark words of it. */
async function start() {
  const host = await startBrowserHost();
  const report = addReport(host.session.db);
  const mark = async (words: string) => {
    const { reply } = await operate(host, "span.add", { report, draft: draft(words) });
    return reply.ok ? (reply.value as Change).summary : reply.code;
  };
  return { host, mark, marked: () => marks(host.session.db, report, "Ana").spans };
}

const moved = (host: Running) => join(dirname(host.file), "moved.casemark");

test("a full disk is said, and what could not be saved can be once there is space", async () => {
  const { host, mark, marked } = await start();
  const { db } = host.session;
  await mark("desmin");
  const pages = Number(db.pragma("page_count", { simple: true }));
  db.pragma(`max_page_count = ${pages}`);
  let code = "";
  for (let n = 0; n < 10_000 && code !== "disk-full"; n++) code = await mark("SMA");
  expect(code).toBe("disk-full");
  const before = marked();
  db.pragma("max_page_count = 100000");
  expect(await mark("h-caldesmon")).toBe("marked “h-caldesmon” as marker");
  expect(marked()).toEqual([...before, "h-caldesmon: marker"]);
});

test("nothing is written into a file that was moved away, and all is well when it is back", async () => {
  const { host, mark, marked } = await start();
  await mark("desmin");
  renameSync(host.file, moved(host));
  expect(await mark("SMA")).toBe("project-gone");
  renameSync(moved(host), host.file);
  expect(await mark("SMA")).toBe("marked “SMA” as marker");
  expect(marked()).toEqual(["desmin: marker", "SMA: marker"]);
});

test("another file in its place is not written to", async () => {
  const { host, mark } = await start();
  await mark("desmin");
  const copy = join(temporaryFolder(), "copy.casemark");
  copyFileSync(host.file, copy);
  rmSync(host.file);
  copyFileSync(copy, host.file);
  expect(await mark("SMA")).toBe("project-gone");
});

test("a project that was deleted while it was open is written again, with all that was in it", async () => {
  const { host, mark, marked } = await start();
  await mark("desmin");
  for (const ending of ["", "-wal", "-shm", "-lock"]) rmSync(host.file + ending, { force: true });
  expect(await mark("SMA")).toBe("project-gone");
  const { reply } = await operate(host, "project.saveAgain", {});
  expect(reply).toMatchObject({ ok: true, value: { isReadOnly: false } });
  await mark("SMA");
  expect(marked()).toEqual(["desmin: marker", "SMA: marker"]);
  await host.close();
  const again = openProject(host.file);
  expect(again.prepare("SELECT count(*) AS spans FROM span").get()).toEqual({ spans: 2 });
  closeProject(again);
});

test("a file that is there is not written over", async () => {
  const { host } = await start();
  const { reply } = await operate(host, "project.saveAgain", {});
  expect(reply).toMatchObject({ ok: false, code: "bad-file" });
});

test("a drive that goes and comes back is written to again", async () => {
  const { host, mark, marked } = await start();
  await mark("desmin");
  const away = `${dirname(host.file)}-unplugged`;
  renameSync(dirname(host.file), away);
  expect(await mark("SMA")).toBe("project-gone");
  mkdirSync(dirname(host.file), { recursive: true });
  expect(await mark("SMA")).toBe("project-gone");
  rmSync(dirname(host.file), { recursive: true });
  renameSync(away, dirname(host.file));
  expect(await mark("SMA")).toBe("marked “SMA” as marker");
  expect(marked()).toEqual(["desmin: marker", "SMA: marker"]);
});

// The system's administrator may look into every folder.
const isAdministrator = process.getuid?.() === 0 || process.platform === "win32";
test.skipIf(isAdministrator)(
  "a folder that may not be looked into stops writing until it may",
  async () => {
    const { host, mark } = await start();
    chmodSync(dirname(host.file), 0o000);
    expect(await mark("SMA")).toBe("project-gone");
    chmodSync(dirname(host.file), 0o700);
    expect(await mark("SMA")).toBe("marked “SMA” as marker");
  },
);
