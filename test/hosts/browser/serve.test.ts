import { randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterEach, describe, expect, test, vi } from "vitest";
import { closeSession, openSession } from "../../../electron/api/session.ts";
import { serve } from "../../../electron/hosts/browser/serve.ts";
import { closeProject, openProject } from "../../../electron/store/database.ts";
import { listReportIds, listReports } from "../../../electron/store/reports.ts";
import { pageHeaders } from "../../../shared/content-security-policy.ts";
import { addReport, newProject, sentence, temporaryFolder } from "../../store/project.ts";
import {
  operate,
  send,
  startBrowserHost,
  upload,
  uploadAll,
  uploadAlone,
  withToken,
} from "./host.ts";

const ann = "T1\tmarker 28 34\tdesmin\nT2\tmarker 36 39\tSMA\n";

afterEach(() => {
  vi.unstubAllEnvs();
});

/** Sends a folder with two pairs under a ticket of the page's own. */
async function sendFolder(host: Awaited<ReturnType<typeof startBrowserHost>>) {
  const ticket = randomUUID();
  const files = {
    "dropped/a.txt": sentence,
    "dropped/a.ann": ann,
    "dropped/sub/b.txt": sentence,
    "dropped/sub/b.ann": ann,
  };
  expect((await uploadAll(host, ticket, files)).status).toBe(200);
  return ticket;
}

test("the page comes with the content security policy and is not cached", async () => {
  const host = await startBrowserHost();
  const { status, headers } = await send(host, { path: "/" });
  expect(status).toBe(
    existsSync(new URL("../../../out/page/index.html", import.meta.url)) ? 200 : 404,
  );
  expect(headers).toMatchObject(pageHeaders);
});

test.each([
  "/../../package.json",
  "/..%2f..%2fpackage.json",
  "/%2e%2e/%2e%2e/package.json",
  "/..\\..\\package.json",
  "/assets/../../../package.json",
  "//etc/passwd",
  "/%00",
  "/%",
  "/assets",
  "/none.js",
])("there is no file of the page at %s", async (path) => {
  const host = await startBrowserHost();
  expect((await send(host, { path })).status).toBe(404);
  expect(host.logged).toEqual([]);
});

test("only this machine can reach it", async () => {
  const host = await startBrowserHost();
  expect(new URL(host.address)).toMatchObject({ hostname: "127.0.0.1", hash: `#${host.token}` });
  expect(host.token).toMatch(/^[\w-]{32}$/);
});

test("a request that is no operation is refused without a word in the log", async () => {
  const host = await startBrowserHost();
  const headers = withToken(host);
  for (const body of ["", "{", "[]", '{"input":{}}', '{"name":7}'])
    expect((await send(host, { method: "POST", path: "/operation", headers, body })).status).toBe(
      400,
    );
  expect((await send(host, { method: "POST", path: "/elsewhere", headers })).status).toBe(404);
  expect((await send(host, { method: "DELETE", path: "/operation", headers })).status).toBe(404);
  expect(host.logged).toEqual([]);
});

describe.each([
  ["with others", upload],
  ["alone, as large files are", uploadAlone],
])("an upload %s", (_, sendTo) => {
  test.each([
    ["../outside.txt"],
    ["../../outside.txt"],
    ["folder/../../outside.txt"],
    ["/absolute.txt"],
    ["./dotted.txt"],
    [".."],
    [""],
    ["nul\0.txt"],
  ])("to %j is refused with a sentence and makes no file", async (path) => {
    vi.stubEnv("TMPDIR", temporaryFolder());
    const host = await startBrowserHost();
    const answer = await sendTo(host, randomUUID(), path, "x");
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.body.toString())).toEqual({
      ok: false,
      code: "bad-input",
      // No sentence carries a control character.
      message: `"${path.replace("\0", "\uFFFD")}" cannot be sent; choose the file again.`,
    });
    const files = readdirSync(tmpdir(), { recursive: true, withFileTypes: true });
    expect(files.filter((entry) => entry.isFile() && entry.name.includes("txt"))).toEqual([]);
  });

  test("needs a ticket that is a UUID", async () => {
    const host = await startBrowserHost();
    for (const ticket of ["x", "7d444840", "%2e%2e%2f", "%00"])
      expect((await sendTo(host, ticket, "x.txt", "x")).status).toBe(400);
  });

  test.each(["100%20 %22 'q' \"q\".txt", "Gebärmutter – 子宮 🧪.txt", "line\nfeed.txt"])(
    "keeps the name %j",
    async (path) => {
      const host = await startBrowserHost();
      const ticket = randomUUID();
      expect((await sendTo(host, ticket, path, "x")).status).toBe(200);
      expect(host.session.tickets.read(ticket).map((file) => basename(file))).toEqual([path]);
    },
  );
});

test("one bad path among many files keeps none of them", async () => {
  const host = await startBrowserHost();
  const ticket = randomUUID();
  expect((await uploadAll(host, ticket, { "a.txt": "a", "../b.txt": "b" })).status).toBe(400);
  expect(() => host.session.tickets.read(ticket)).toThrow("no longer known");
});

test.each([
  "",
  "no list",
  '[{"path":"a.txt"}]\na',
  '[{"path":"a.txt","size":-1}]\na',
  '[{"path":"a.txt","size":2}]\na',
  '[{"path":"a.txt","size":1}]\nab',
])("files that do not come whole, as in %j, are refused with a sentence", async (body) => {
  const host = await startBrowserHost();
  const path = `/upload/${randomUUID()}`;
  const answer = await send(host, { method: "POST", path, headers: withToken(host), body });
  expect([answer.status, JSON.parse(answer.body.toString()).code]).toEqual([400, "bad-input"]);
  expect(host.logged).toEqual([]);
});

test("a folder that was dropped is imported, told line by line, and exported for download", async () => {
  const host = await startBrowserHost();
  const ticket = await sendFolder(host);

  const staged = await operate(host, "import.stage", { tickets: [ticket] });
  expect(staged.progress).toEqual([
    { done: 0, total: 0, doing: "Looking through the files" },
    { done: 1, total: 2, doing: "Reading" },
    { done: 2, total: 2, doing: "Reading" },
  ]);
  expect(staged.reply).toEqual({
    ok: true,
    value: {
      stage: expect.any(String),
      tickets: [expect.any(String)],
      annotator: "Ana",
      annotatorsBy: "import",
      offsets: null,
      reports: 2,
      joining: 0,
      spans: 4,
      failed: [],
      warnings: [],
      notes: [],
      additions: null,
    },
  });
  expect(listReportIds(host.session.db)).toEqual([]);
  const { stage } = (staged.reply as { value: { stage: string } }).value;
  expect((await operate(host, "import.finish", { stage })).reply).toMatchObject({
    ok: true,
    value: { summary: "imported dropped (2 reports)", stale: ["reports"] },
  });
  const query = { search: "", status: "any", after: null, limit: 9 } as const;
  const { rows } = listReports(host.session.db, "Ana", query);
  expect(rows.map(({ source, spans }) => [source, spans])).toEqual([
    ["a.txt", 2],
    ["sub/b.txt", 2],
  ]);

  const exported = await operate(host, "export.run", { format: "brat" });
  expect(exported.progress.at(-1)).toEqual({
    done: 2,
    total: 2,
    doing: "Writing and reading back",
  });
  expect(exported.reply).toMatchObject({
    ok: true,
    value: { reports: 2, spans: 4, place: "your downloads", download: expect.any(String) },
  });
  const { download } = (exported.reply as { value: { download: string } }).value;
  const answer = await send(host, { path: `/download/${download}` });
  expect(answer.headers["content-disposition"]).toBe(
    "attachment; filename*=UTF-8''Sarcomas%20brat.zip",
  );
  const files = unzipSync(answer.body);
  expect(Object.keys(files).sort()).toEqual([
    "a.ann",
    "a.txt",
    "annotation.conf",
    "sub/b.ann",
    "sub/b.txt",
  ]);
  expect(strFromU8(files["sub/b.ann"] ?? new Uint8Array())).toBe(ann);
});

test("a download that nobody offered is refused with a sentence", async () => {
  const host = await startBrowserHost();
  const answer = await send(host, { path: `/download/${randomUUID()}` });
  expect([answer.status, JSON.parse(answer.body.toString()).code]).toEqual([400, "not-found"]);
  expect(host.logged).toEqual([]);
});

test("an import whose request is broken off leaves nothing", async () => {
  const host = await startBrowserHost();
  const ticket = randomUUID();
  const numbers = Array.from({ length: 120 }, (_, n) => [`dropped/${n}.txt`, `Report ${n}.`]);
  await uploadAll(host, ticket, Object.fromEntries(numbers));
  const body = JSON.stringify({ name: "import.stage", input: { tickets: [ticket] } });
  const socket = connect(host.port, "127.0.0.1");
  socket.write(
    `POST /operation HTTP/1.1\r\nhost: 127.0.0.1:${host.port}\r\nauthorization: Bearer ${host.token}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
  );
  await new Promise((resolve) => socket.once("data", resolve));
  socket.destroy();

  const arriving = () =>
    host.session.db.prepare("SELECT count(*) FROM report").pluck().get() === 0 &&
    host.session.stages.size === 0;
  await expect.poll(arriving, { timeout: 5000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(arriving()).toBe(true);
  expect(host.logged).toEqual([]);
});

test("a project that was sent is opened from the person's own folder, and stays there", async () => {
  const host = await startBrowserHost();
  const sent = newProject();
  addReport(sent);
  closeProject(sent);
  const ticket = randomUUID();
  await upload(host, ticket, "Lymphomas.casemark", readFileSync(sent.name));
  const { reply } = await operate(host, "project.open", { ticket });
  expect(reply).toMatchObject({ ok: true, value: { project: { file: "Lymphomas.casemark" } } });
  expect(host.session.db.name).toBe(join(host.home, "Lymphomas.casemark"));
  await host.close();
  const db = openProject(join(host.home, "Lymphomas.casemark"));
  expect(listReportIds(db)).toHaveLength(1);
  closeProject(db);
});

test("what is no project is refused, keeps no copy, and the open project stays open", async () => {
  const host = await startBrowserHost();
  const ticket = randomUUID();
  await upload(host, ticket, "x.casemark", "no project");
  const { reply } = await operate(host, "project.open", { ticket });
  expect(reply).toMatchObject({ ok: false, code: "not-a-project" });
  expect(readdirSync(host.home).filter((name) => name.endsWith(".casemark"))).toEqual([]);
  expect(host.session.db.name).toBe(host.file);
});

test("nothing of patients is left in the temporary folder when the host ends", async () => {
  vi.stubEnv("TMPDIR", temporaryFolder());
  const left = () => readdirSync(tmpdir()).map((name) => name.replace(/(-\d+)?-\w{6}$/, "-"));
  const host = await startBrowserHost();
  const ticket = await sendFolder(host);
  const staged = await operate(host, "import.stage", { tickets: [ticket] });
  const { stage } = (staged.reply as { value: { stage: string } }).value;
  await operate(host, "import.finish", { stage });
  await operate(host, "export.run", { format: "casemark-jsonl" });
  expect(left()).toEqual(expect.arrayContaining(["casemark-export-", "casemark-uploads-"]));
  await host.close();
  expect(left().filter((name) => name !== "casemark-test-")).toEqual([]);
});

test("a port that is taken is said", async () => {
  const host = await startBrowserHost();
  const other = newProject();
  closeProject(other);
  const session = openSession({ host: "browser", file: other.name, log: () => {} });
  await expect(serve(session, { port: host.port })).rejects.toThrow("EADDRINUSE");
  closeSession(session);
});
