import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Session } from "../../electron/api/session.ts";
import { listReportIds } from "../../electron/store/reports.ts";
import { scannedPdf } from "../import/ocr/scan-file.ts";
import { scannedReport } from "../import/ocr/scanned-report.ts";
import { temporaryFolder } from "../store/project.ts";
import { ask, newSession } from "./session.ts";

const page = scannedReport();
const blank = { ...page, bits: new Uint8Array(page.bits.length).fill(255) };
const own = Array<string>(4).fill(
  "This page has a text of its own, which nobody has to recognise.",
);

async function staged(session: Session, files: Record<string, Uint8Array>) {
  const folder = join(temporaryFolder(), "batch");
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const tickets = [session.tickets.issue([folder])];
  const summary = await ask(session, "import.stage", { tickets });
  const { stage } = summary;
  const { files: read } = await ask(session, "import.files", { stage });
  const lines = read.toSorted((a, b) => (a.file < b.file ? -1 : 1));
  return { summary, stage, lines };
}

test("scans wait for OCR, and become reports of the same import when it has read them", async () => {
  const { session } = newSession();
  const { summary, stage, lines } = await staged(session, {
    "blank.pdf": scannedPdf([blank]),
    "mixed.pdf": scannedPdf([null, page], {}, own),
    "scan.pdf": scannedPdf([page]),
  });
  expect(summary).toMatchObject({ reports: 1, failed: [{}, {}] });
  expect(lines.map(({ file, report, ocr }) => [file, report !== null, ocr])).toEqual([
    ["batch/blank.pdf", false, { language: null }],
    ["batch/mixed.pdf", true, { language: null }],
    ["batch/scan.pdf", false, { language: null }],
  ]);

  const files = lines.map(({ id }) => id);
  const changed = await ask(session, "import.readScans", { stage, files, language: "eng" });
  expect(changed.files.map(({ id }) => id)).toEqual(files);
  const [nothing, mixed, scan] = changed.files;
  expect(nothing).toMatchObject({
    report: null,
    problem: expect.stringContaining("OCR found no text in the pictures of page 1."),
  });
  expect(mixed).toMatchObject({ ocr: { language: "eng" }, problem: null });
  expect(mixed?.warnings[0]).toMatch(/^The text of page 2 was read from pictures by OCR/);
  expect(scan).toMatchObject({ kind: "pdf", ocr: { language: "eng" }, problem: null });

  await ask(session, "import.finish", { stage });
  const texts = listReportIds(session.db).map(async (report) => {
    const { text } = (await ask(session, "report.open", { report })).report;
    return [text.includes("nobody has to recognise"), text.includes("positive for CD117")];
  });
  expect(await Promise.all(texts)).toEqual(
    expect.arrayContaining([
      [true, true],
      [false, true],
    ]),
  );
});

test("a scan that was read in one language can be read in another; what has no scan cannot", async () => {
  const { session } = newSession();
  const { stage, lines } = await staged(session, {
    "own.pdf": scannedPdf([null], {}, own),
    "scan.pdf": scannedPdf([page]),
  });
  const [ownLine, scan] = lines.map(({ id }) => id);
  const read = (file: string | undefined, language: "eng" | "deu") =>
    ask(session, "import.readScans", { stage, files: [file ?? ""], language });
  const inGerman = structuredClone(await read(scan, "deu")).files;
  const inEnglish = structuredClone(await read(scan, "eng")).files;
  expect([inGerman[0]?.ocr, inEnglish[0]?.ocr]).toEqual([{ language: "deu" }, { language: "eng" }]);
  expect(inEnglish[0]?.report).toBe(inGerman[0]?.report);
  await expect(read(ownLine, "eng")).rejects.toMatchObject({
    message: '"batch/own.pdf" has no scanned pages.',
  });
  await expect(read("nothing", "eng")).rejects.toThrow();
});

test("an import that is told to reads scans at once", async () => {
  const { session } = newSession();
  const folder = temporaryFolder();
  const file = join(folder, "scan.pdf");
  writeFileSync(file, scannedPdf([page]));
  const tickets = [session.tickets.issue([file])];
  const staged = await ask(session, "import.stage", { tickets, ocr: "eng" });
  expect(staged).toMatchObject({ reports: 1, failed: [] });
});

test("the pages of one scan are its progress, and cancelling keeps what waits as it was", async () => {
  const { session } = newSession();
  const { stage, lines } = await staged(session, { "scan.pdf": scannedPdf([page, page, page]) });
  const cancel = new AbortController();
  const told: unknown[] = [];
  const files = lines.map(({ id }) => id);
  const input = { stage, files, language: "eng" } as const;
  const changed = await ask(session, "import.readScans", input, {
    signal: cancel.signal,
    progress: (progress) => {
      told.push(progress);
      cancel.abort();
    },
  });
  expect(told).toEqual([{ done: 1, total: 3, doing: "Reading pages by OCR" }]);
  expect(changed.files).toMatchObject([{ report: null, ocr: { language: null } }]);
});
