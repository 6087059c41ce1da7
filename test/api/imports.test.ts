import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { dispatch } from "../../electron/api/dispatch.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import type { Progress } from "../../shared/contract.ts";
import { pdfOf, text } from "../import/pdf/pdf-file.ts";
import { addReport, draft, dump, sentence, temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

function folderOf(files: Record<string, string>): string {
  const folder = join(temporaryFolder(), "batch");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const many = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`${n}.txt`, `Report ${n}.`]));

test("a stage tells all that it found, and what was wrong with the rest", async () => {
  const { session } = newSession();
  const folder = folderOf({
    "a.txt": sentence,
    "a.ann": "T1\tAntigen 28 34\tdesmin\nX1\twhat is this\n",
    "b.txt": "",
    "c.png": "x",
  });
  const staged = await ask(session, "import.stage", { tickets: [session.tickets.issue([folder])] });
  expect(staged).toEqual({
    stage: expect.any(String),
    tickets: [expect.any(String)],
    annotator: "Ana",
    annotatorsBy: "import",
    offsets: null,
    reports: 1,
    joining: 0,
    spans: 1,
    failed: [
      {
        file: "batch/b.txt",
        message: '"batch/b.txt" is empty; there is nothing in it to annotate.',
      },
    ],
    warnings: expect.arrayContaining([
      expect.objectContaining({ file: "batch/c.png" }),
      expect.objectContaining({
        file: "batch/a.ann",
        message: expect.stringContaining("batch/a.ann: line 2 is kept as it is"),
      }),
    ]),
    notes: [],
    additions: expect.objectContaining({ labels: [expect.objectContaining({ name: "Antigen" })] }),
  });
  await ask(session, "import.finish", { stage: staged.stage });
  const { rows } = await ask(session, "report.list", {});
  expect(rows).toMatchObject([{ source: "a.txt", spans: 1, warnings: 1 }]);
});

test("offsets count what a person says, where a file's format leaves it open", async () => {
  const { session } = newSession();
  const record = { text: "👩‍👩‍👧 CD34", label: [[2, 6, "marker"]] };
  const doccano = folderOf({ "a.jsonl": JSON.stringify(record) });
  const staged = await ask(session, "import.stage", {
    ...{ tickets: [session.tickets.issue([doccano])], offsets: "grapheme" },
  });
  expect(staged).toMatchObject({ offsets: "grapheme", spans: 1, failed: [], warnings: [] });
  await ask(session, "import.finish", { stage: staged.stage });
  const [report = ""] = listReportIds(session.db);
  const { layer } = await ask(session, "report.open", { report });
  expect(layer.spans.map(({ quote }) => quote)).toEqual(["CD34"]);
  const brat = folderOf({ "a.txt": sentence, "a.ann": "T1\tmarker 28 34\tdesmin\n" });
  const refused = await ask(session, "import.stage", {
    ...{ tickets: [session.tickets.issue([brat])], offsets: "grapheme" },
  });
  expect(refused.failed).toEqual([
    {
      file: "batch/a.ann",
      message:
        '"batch/a.ann" is brat standoff, whose offsets never count graphemes; choose another unit for them.',
    },
  ]);
});

test("annotations go to the annotator who was named", async () => {
  const { session } = newSession();
  const folder = folderOf({ "a.txt": sentence, "a.ann": "T1\tmarker 28 34\tdesmin\n" });
  const tickets = [session.tickets.issue([folder])];
  const { stage } = await ask(session, "import.stage", { tickets, annotator: "Ben" });
  await ask(session, "import.finish", { stage });
  const { rows } = await ask(session, "report.list", {});
  expect(rows).toMatchObject([
    { spans: 0, status: "new", layers: [{ annotator: "Ben", spans: 1 }] },
  ]);
});

test("the pages of one PDF are its progress, and cancelling within it leaves nothing", async () => {
  const { session } = newSession();
  const before = dump(session.db);
  const file = join(temporaryFolder(), "long.pdf");
  writeFileSync(file, pdfOf(Array.from({ length: 50 }, (_, n) => text([`Finding ${n}.`]))));
  const tickets = [session.tickets.issue([file])];
  const cancel = new AbortController();
  const told: Progress[] = [];
  const progress = (now: Progress) => {
    told.push(now);
    if (now.doing === "Reading pages") cancel.abort();
  };
  await expect(
    ask(session, "import.stage", { tickets }, { signal: cancel.signal, progress }),
  ).rejects.toMatchObject({ code: "cancelled" });
  expect(told.at(-1)).toEqual({ done: 1, total: 50, doing: "Reading pages" });
  expect(dump(session.db)).toEqual(before);
});

test("among several files a PDF's page is told beside the count of files", async () => {
  const { session } = newSession();
  const folder = folderOf({ "a.txt": "A report." });
  writeFileSync(join(folder, "b.pdf"), pdfOf([text(["Finding."]), text(["Finding."])]));
  const told: Progress[] = [];
  const progress = (now: Progress) => told.push(now);
  const tickets = [session.tickets.issue([folder])];
  await ask(session, "import.stage", { tickets }, { progress });
  expect(told).toContainEqual({ done: 1, total: 2, doing: "Reading, page 1 of 2" });
});

test("a cancelled import leaves nothing", async () => {
  const { session } = newSession();
  addReport(session.db);
  const before = dump(session.db);
  const cancel = new AbortController();
  const tickets = [session.tickets.issue([folderOf(many(200))])];
  const progress = ({ done }: Progress) => {
    if (done === 120) cancel.abort();
  };
  await expect(
    ask(session, "import.stage", { tickets }, { signal: cancel.signal, progress }),
  ).rejects.toMatchObject({
    code: "cancelled",
    message: "The import was cancelled; nothing of it was kept.",
  });
  expect(dump(session.db)).toEqual(before);
  expect(session.stages.size).toBe(0);
});

test("a disk that fills up during an import leaves the project as it was", async () => {
  const { session, logged } = newSession();
  addReport(session.db);
  const before = dump(session.db);
  const pages = Number(session.db.pragma("page_count", { simple: true }));
  session.db.pragma(`max_page_count = ${pages + 40}`);
  const tickets = [session.tickets.issue([folderOf(many(400))])];
  await expect(ask(session, "import.stage", { tickets })).rejects.toMatchObject({
    code: "disk-full",
    message: expect.stringContaining(`"${session.db.name}" is full`),
  });
  expect(dump(session.db)).toEqual(before);
  expect(logged).toEqual([]);
});

test("an import that cannot be taken in for want of room can be taken in later", async () => {
  const { session } = newSession();
  const folder = folderOf({
    ...many(3),
    "x.txt": sentence,
    "x.ann": `T1\t${"L".repeat(150)} 28 34\tdesmin\n`,
  });
  const tickets = [session.tickets.issue([folder])];
  const { stage } = await ask(session, "import.stage", { tickets });
  session.db.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON history BEGIN SELECT RAISE(ABORT, 'no room'); END",
  );
  const { signal } = new AbortController();
  const failed = await dispatch({ session, signal, progress: () => {} }, "import.finish", {
    stage,
  });
  expect(failed).toMatchObject({ ok: false, code: "internal" });
  expect(listReportIds(session.db)).toEqual([]);
  session.db.exec("DROP TRIGGER full");
  await ask(session, "import.finish", { stage });
  expect(listReportIds(session.db)).toHaveLength(4);
});

test("every write on a full disk is refused with a sentence, and the next one after it works", async () => {
  const { session, logged } = newSession();
  const report = addReport(session.db);
  const pages = Number(session.db.pragma("page_count", { simple: true }));
  session.db.pragma(`max_page_count = ${pages + 8}`);
  const mark = () =>
    ask(session, "span.add", { report, draft: draft("desmin", { entity: "new" }) });
  let saved = 0;
  await expect(
    (async () => {
      for (;;) {
        await mark();
        saved += 1;
      }
    })(),
  ).rejects.toMatchObject({ code: "disk-full" });
  const { layer } = await ask(session, "report.open", { report });
  expect(layer.spans).toHaveLength(saved);
  session.db.pragma("max_page_count = 100000");
  await mark();
  expect((await ask(session, "report.open", { report })).layer.spans).toHaveLength(saved + 1);
  expect(logged).toEqual([]);
});

test("a stage that is gone is said", async () => {
  const { session } = newSession();
  const stage = "7d444840-9dc0-11d1-b245-5ffdce74fad2";
  for (const name of ["import.finish", "import.discard"] as const)
    await expect(ask(session, name, { stage })).rejects.toMatchObject({
      code: "not-found",
      message: "That import is no longer waiting; choose the files again.",
    });
});
