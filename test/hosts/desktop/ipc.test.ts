import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, expect, test } from "vitest";
import { closeSession, openSession, type Session } from "../../../electron/api/session.ts";
import { answerPage } from "../../../electron/hosts/desktop/ipc.ts";
import { channels } from "../../../electron/hosts/desktop/messages.ts";
import { projectFile, useNewHome } from "./builders.ts";
import { asked, reset, WebContents } from "./electron-stand-in.ts";

let session: Session;
let sender: WebContents;
let stopJobs: () => void;

beforeEach(() => {
  reset();
  const file = projectFile(useNewHome());
  session = openSession({ host: "desktop", file, log: () => {} });
  sender = new WebContents();
  stopJobs = answerPage({ window: {} as BrowserWindow, session }); // dialogs only hang on to it
});
afterEach(() => closeSession(session));

const ownFrame = { parent: null, origin: "app://page", url: "app://page/" };
const job = "7d444840-9dc0-11d1-b245-5ffdce74fad2";

/** Sends what a frame would send, with the copy that the way between processes makes. */
async function send(channel: string, message: unknown, senderFrame: unknown = ownFrame) {
  const answer = asked.handlers.get(channel) as (...values: unknown[]) => Promise<unknown>;
  return structuredClone(await answer({ sender, senderFrame }, structuredClone(message)));
}

test("an operation is answered from the project", async () => {
  expect(await send(channels.call, { job, name: "report.list", input: {} })).toEqual({
    ok: true,
    value: { rows: [], total: 0, next: null },
  });
});

test("an operation that does not exist is a failure, not an error", async () => {
  expect(await send(channels.call, { job, name: "constructor", input: {} })).toEqual({
    ok: false,
    code: "unknown-operation",
    message: 'There is no operation "constructor".',
  });
});

test.each(
  Object.values({ ...channels, progress: null, menu: null }).filter((name) => name !== null),
)(
  "%s refuses a frame inside the page, another origin and a frame that is gone",
  async (channel) => {
    const foreign = [
      null,
      { ...ownFrame, parent: ownFrame },
      { ...ownFrame, origin: "https://example.org" },
      { ...ownFrame, url: "about:blank" },
    ];
    for (const frame of foreign)
      await expect(send(channel, {}, frame)).rejects.toThrow("only for Casemark's own page");
  },
);

test.each([
  [channels.call, { job: "1", name: "report.list", input: {} }],
  [channels.call, { job, name: 1 }],
  [channels.cancel, "all"],
  [channels.pick, "anything"],
  [channels.dropped, [{ absolute: 1, path: "x" }]],
  [channels.dropped, "/etc/passwd"],
])("%s refuses a message of another shape: %j", async (channel, message) => {
  await expect(send(channel, message)).rejects.toThrow();
});

test("picking gives a ticket and never a path", async () => {
  asked.picked.push(["/secret place/a.txt"]);
  const reply = await send(channels.pick, "files");
  expect(reply).toEqual({ ok: true, value: [expect.stringMatching(/^[0-9a-f-]{36}$/)] });
});

test("dropped files become one ticket, of the folder that was dropped", async () => {
  const files = [
    { absolute: "/data/brat/1.txt", path: "brat/1.txt" },
    { absolute: "/data/brat/1.ann", path: "brat/1.ann" },
  ];
  const reply = (await send(channels.dropped, files)) as { value: string[] };
  expect(session.tickets.read(reply.value[0] ?? "")).toEqual(["/data/brat"]);
  expect(await send(channels.dropped, [])).toEqual({ ok: true, value: [] });
});

test("what is no file on a disk is refused with a sentence", async () => {
  expect(await send(channels.dropped, [{ absolute: "", path: "x.txt" }])).toEqual({
    ok: false,
    code: "bad-input",
    message: "Only files from this computer's disks can be dropped here.",
  });
});

/** Begins an import that is long enough to be cancelled. */
function longJob() {
  const folder = mkdtempSync(join(tmpdir(), "casemark-import-"));
  for (let number = 0; number < 200; number += 1)
    writeFileSync(join(folder, `${number}.txt`), `Diagnosis\n\nCase ${number}.\n`);
  const input = { tickets: [session.tickets.issue([folder])], format: "text", annotator: "Ana" };
  return send(channels.call, { job, name: "import.stage", input });
}

test("a job can be cancelled by its name", async () => {
  const running = longJob();
  await send(channels.cancel, job);
  expect(await running).toMatchObject({ ok: false, code: "cancelled" });
});

test("a job that is let run tells how far it is and answers", async () => {
  expect(await longJob()).toMatchObject({ ok: true, value: { reports: 200 } });
  expect(sender.sent).toContainEqual([
    channels.progress,
    { job, progress: { done: 200, total: 200, doing: "Reading" } },
  ]);
});

test("the jobs of a page that is gone are cancelled", async () => {
  const running = longJob();
  sender.destroyed = true;
  stopJobs();
  expect(await running).toMatchObject({ ok: false, code: "cancelled" });
});

test("cancelling what is not running does nothing", async () => {
  expect(await send(channels.cancel, job)).toBe(undefined);
});
