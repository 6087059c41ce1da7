import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import { noChoices } from "../../shared/extract/choices.ts";
import { temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const html = "<h1>Leiomyosarcoma</h1><p>Spindle cells.</p><p>Desmin was positive.</p>";

async function staged(session: Session, files: Record<string, string | Uint8Array>) {
  const folder = join(temporaryFolder(), "batch");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const tickets = [session.tickets.issue([folder])];
  const summary = await ask(session, "import.stage", { tickets });
  const { stage } = summary;
  const list = async () => (await ask(session, "import.files", { stage })).files;
  const lineOf = async (name: string) => {
    const found = (await list()).find(({ file }) => file.endsWith(name));
    if (!found) throw new Error(`there is no line of ${name}`);
    return found;
  };
  return { summary, stage, folder, list, lineOf };
}

test("imports that wait are found again as they were told, the newest first, until they are dealt with", async () => {
  const { session } = newSession();
  expect(await ask(session, "import.waiting", {})).toEqual({ waiting: [] });
  const one = await staged(session, {
    "a.html": html,
    "empty.txt": "",
    "x.png": "x",
    ".DS_Store": "",
  });
  const other = await staged(session, { "b.txt": "SMA.\r\n", "c.txt": "S100." });
  expect(await ask(session, "import.waiting", {})).toEqual({
    waiting: [other.summary, one.summary],
  });
  expect(one.summary).toMatchObject({
    reports: 1,
    failed: [{ file: "batch/empty.txt" }],
    warnings: [{ file: "batch/x.png" }],
    notes: [{ file: "batch/.DS_Store" }],
  });
  expect(other.summary).toMatchObject({ warnings: [], notes: [{ file: "batch/b.txt" }] });
  await ask(session, "import.discard", { stage: other.stage });
  await ask(session, "import.finish", { stage: one.stage });
  expect(await ask(session, "import.waiting", {})).toEqual({ waiting: [] });
});

test("what was left out and repaired is found again with the import", async () => {
  const { session } = newSession();
  const { stage, lineOf, list } = await staged(session, { "a.html": html, "b.html": "<p>B.</p>" });
  const { report } = await lineOf("a.html");
  const choices = { ...noChoices, order: [0, 2, 1] };
  await ask(session, "import.choose", { stage, report: report ?? "", choices });
  const left = (await lineOf("b.html")).report ?? "";
  await ask(session, "import.leaveOut", { stage, reports: [left] });
  const { waiting } = await ask(session, "import.waiting", {});
  expect(waiting).toMatchObject([{ stage, reports: 2 }]);
  expect(await list()).toMatchObject([{ isLeftOut: false }, { isLeftOut: true }]);
  expect(await ask(session, "import.preview", { stage, report: report ?? "" })).toMatchObject({
    choices,
  });
});

const cyrillic = Buffer.from([0xcf, 0xe0, 0xf6, 0xe8, 0xe5, 0xed, 0xf2, 0x20, 0x36, 0x33, 0x2e]);

test("a text is read again in the encoding that a person chose, also when its file is gone", async () => {
  const { session } = newSession();
  const { stage, folder, lineOf } = await staged(session, { "a.txt": cyrillic });
  const { id, report } = await lineOf("a.txt");
  rmSync(folder, { recursive: true });
  const read = async (encoding: string) => {
    const { files } = await ask(session, "import.readAgain", { stage, file: id, encoding });
    return files;
  };
  expect(await read("iso-8859-5")).toMatchObject([
    { id, report, encoding: { name: "iso-8859-5", confidence: 1, isChosen: true }, characters: 11 },
  ]);
  expect(await read("windows-1251")).toMatchObject([
    { title: "a", case: "a", encoding: { name: "windows-1251" }, warnings: [], notes: [] },
  ]);
  const preview = await ask(session, "import.preview", { stage, report: report ?? "" });
  expect(preview).toMatchObject({
    choices: noChoices,
    extracted: { encoding: { name: "windows-1251", isChosen: true } },
  });
  await ask(session, "import.finish", { stage });
  const opened = await ask(session, "report.open", { report: report ?? "" });
  expect(opened.report).toMatchObject({ text: "Пациент 63.", warnings: [] });
  expect((await ask(session, "report.list", { search: "пациент" })).total).toBe(1);
});

test("a page and Markdown are read again too, and a title and case that were given stay", async () => {
  const { session } = newSession();
  const { stage, folder, list, lineOf } = await staged(session, {
    "a.html": Buffer.concat([Buffer.from("<h1>"), cyrillic, Buffer.from("</h1>")]),
    "b.md": Buffer.concat([Buffer.from("# "), cyrillic, Buffer.from("\n")]),
  });
  const table = join(folder, "cases.csv");
  writeFileSync(table, "file,case,title\na,P-1,Given\n");
  const by = { from: "table" as const, ticket: session.tickets.issue([table]) };
  await ask(session, "import.assignCases", { stage, by });
  for (const name of ["a.html", "b.md"])
    await ask(session, "import.readAgain", {
      stage,
      file: (await lineOf(name)).id,
      encoding: "windows-1251",
    });
  expect(await list()).toMatchObject([
    { kind: "html", title: "Given", case: "P-1", encoding: { name: "windows-1251" } },
    { kind: "markdown", title: "Пациент 63.", case: "b", encoding: { name: "windows-1251" } },
  ]);
});

test("a file that could not be read for its encoding can be, once a person chose one", async () => {
  const { session } = newSession();
  const damaged = Buffer.concat([
    Buffer.from("Größe – ü ö ä "),
    Buffer.of(0xff),
    Buffer.from(" x"),
  ]);
  const { stage, lineOf } = await staged(session, { "a.txt": damaged });
  const line = await lineOf("a.txt");
  expect(line).toMatchObject({ report: null, encoding: { name: null } });
  const { files } = await ask(session, "import.readAgain", {
    stage,
    file: line.id,
    encoding: "utf-8",
  });
  expect(files).toMatchObject([
    { id: line.id, problem: null, encoding: { name: "utf-8", isChosen: true } },
  ]);
  expect(files[0]?.warnings).toEqual([
    '"batch/a.txt" has 1 places that are not utf-8; each shows as "\uFFFD".',
  ]);
  expect(await ask(session, "import.waiting", {})).toMatchObject({
    waiting: [{ reports: 1, failed: [], warnings: [{ file: "batch/a.txt" }] }],
  });
  await ask(session, "import.finish", { stage });
  expect(listReportIds(session.db)).toEqual([files[0]?.report]);
});

test("an encoding that cannot be is refused, and the text stays as it was read", async () => {
  const { session } = newSession();
  const { stage, list, lineOf } = await staged(session, {
    "a.txt": Buffer.from("Abc. Def.", "utf16le"),
    "b.html": html,
  });
  const { id } = await lineOf("a.txt");
  const before = await list();
  const read = (encoding: string, file = id) =>
    ask(session, "import.readAgain", { stage, file, encoding });
  await expect(read("klingon")).rejects.toMatchObject({ code: "bad-input" });
  await expect(read("utf-8")).rejects.toMatchObject({
    message: expect.stringContaining("a.txt"),
  });
  await expect(read("utf-8", crypto.randomUUID())).rejects.toMatchObject({ code: "not-found" });
  expect(await list()).toEqual(before);
});

test("all texts of an import are read in the encoding that was asked for", async () => {
  const { session } = newSession();
  const folder = temporaryFolder();
  writeFileSync(join(folder, "a.txt"), cyrillic);
  const tickets = [session.tickets.issue([folder])];
  const { stage } = await ask(session, "import.stage", { tickets, encoding: "cp1251" });
  const { files } = await ask(session, "import.files", { stage });
  expect(files).toMatchObject([{ encoding: { name: "windows-1251", isChosen: true } }]);
  await expect(
    ask(session, "import.stage", { tickets, encoding: "klingon" }),
  ).rejects.toMatchObject({ code: "bad-input" });
});
