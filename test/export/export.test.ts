import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  type ExportRequest,
  exportDocuments,
  exportInThread,
  withWriter,
} from "../../electron/export/export.ts";
import type { Progress } from "../../shared/contract.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { arrivalOf, layer, sentence, span, temporaryFolder } from "../store/project.ts";

function documents(count: number): AnnotatedDocument[] {
  const layers = ["Ana", "Ben"].map((name) => layer(name, { spans: [span("s", "desmin")] }));
  return Array.from(
    { length: count },
    (_, n) => arrivalOf(sentence, { name: `r${n}`, layers }).document,
  );
}

function request(parts: Partial<ExportRequest> = {}): ExportRequest {
  return {
    path: join(temporaryFolder(), "out"),
    format: "brat",
    place: "folder",
    offsets: "native",
    folders: true,
    scheme: defaultScheme,
    documents: documents(2),
    total: 2,
    signal: new AbortController().signal,
    progress: () => {},
    ...parts,
  };
}

test("every layer is written into its annotator's folder, with progress", async () => {
  const told: Progress[] = [];
  const asked = request({ progress: (progress) => told.push(progress) });
  expect(await exportDocuments(asked)).toEqual({ reports: 2, files: 9, spans: 4, losses: [] });
  expect(readdirSync(asked.path, { recursive: true }).map(String).sort()).toEqual([
    ...["Ana", "Ana/r0.ann", "Ana/r0.txt", "Ana/r1.ann", "Ana/r1.txt"],
    ...["Ben", "Ben/r0.ann", "Ben/r0.txt", "Ben/r1.ann", "Ben/r1.txt"],
    "annotation.conf",
  ]);
  expect(readFileSync(join(asked.path, "Ana/r0.ann"), "utf8")).toBe("T1\tmarker 28 34\tdesmin\n");
  expect(told).toEqual([
    { done: 1, total: 2, doing: "Writing and reading back" },
    { done: 2, total: 2, doing: "Writing and reading back" },
  ]);
});

test("spans to be looked at, and one whose words are gone, are carried or counted as lost", async () => {
  const flag = "The text was taken out here; it was “CD34”.";
  const ranges = [{ start: 9, end: 9 }];
  const spans = [span("s", "desmin", { flag }), span("t", "desmin", { ranges, quote: "", flag })];
  const of = () => [arrivalOf(sentence, { layers: [layer("Ana", { spans })] }).document];
  const asJsonl = {
    path: join(temporaryFolder(), "out.jsonl"),
    format: "casemark-jsonl",
    place: "file",
  } as const;
  expect(await exportDocuments(request({ ...asJsonl, documents: of() }))).toMatchObject({
    spans: 2,
    losses: [],
  });
  expect(await exportDocuments(request({ documents: of() }))).toMatchObject({
    spans: 2,
    losses: [{ things: "Flags of spans to look at", count: 2 }],
  });
});

const places = [
  ["a folder of files for each report", "brat", "folder", "out"],
  ["one file for all reports", "casemark-jsonl", "file", "out.jsonl"],
  ["one file with another beside it", "label-studio", "file", "out.json"],
  ["a workbook", "xlsx", "file", "out.xlsx"],
  ["a folder of tables", "parquet", "folder", "out"],
] as const;

test.each(places)("a cancelled export of %s leaves nothing", async (_, format, place, name) => {
  const cancel = new AbortController();
  const told: Progress[] = [];
  const asked = request({
    path: join(temporaryFolder(), name),
    ...{ format, place, documents: documents(3), total: 3, signal: cancel.signal },
    progress(progress) {
      told.push(progress);
      if (progress.done === 2) cancel.abort();
    },
  });
  await expect(exportDocuments(asked)).rejects.toMatchObject({ code: "cancelled" });
  expect(readdirSync(join(asked.path, ".."))).toEqual([]);
  expect(told.map(({ done }) => done)).toEqual([1, 2]);
});

test.each(places)("the progress of %s reaches its total", async (_, format, place, name) => {
  const told: Progress[] = [];
  const asked = request({
    path: join(temporaryFolder(), name),
    ...{ format, place, documents: documents(3), total: 3 },
    progress: (progress) => told.push(progress),
  });
  expect(await exportDocuments(asked)).toMatchObject({ reports: 3, spans: 6 });
  expect(told.map(({ done, total }) => [done, total])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
});

test("one thread writes one export after the other, until one is cancelled", async () => {
  const folder = temporaryFolder();
  const signal = AbortSignal.abort();
  await withWriter(async (thread) => {
    for (const [at, [, format, place]] of places.entries()) {
      const asked = request({ path: join(folder, `${at}`), format, place });
      expect(await exportInThread(thread, asked)).toMatchObject({ reports: 2, spans: 4 });
      const alone = request({ path: join(folder, `${at} alone`), format, place });
      await exportDocuments(alone);
      expect(bytesAt(asked.path)).toEqual(bytesAt(alone.path));
    }
    const cancelled = request({ path: join(folder, "cancelled"), signal });
    await expect(exportInThread(thread, cancelled)).rejects.toMatchObject({ code: "cancelled" });
    await expect(exportInThread(thread, request())).rejects.toThrow("the thread ended");
  });
  expect(readdirSync(folder).filter((name) => name.startsWith("cancelled"))).toEqual([]);
});

/** The bytes of a file, or of every file below a folder. */
function bytesAt(path: string): [name: string, bytes: string][] {
  if (statSync(path).isFile()) return [["", readFileSync(path, "base64")]];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map((file) => [file.slice(path.length), readFileSync(file, "base64")]);
}

test("what would not read back as it was meant stops the export, and the old file stays", async () => {
  const path = join(temporaryFolder(), "out.jsonl");
  writeFileSync(path, "earlier");
  const broken = documents(2);
  const [, second] = broken;
  const [first] = second?.layers ?? [];
  if (first) first.spans = [span("s", "desmin", { quote: "Desmin" })];
  const asked = request({ path, format: "casemark-jsonl", place: "file", documents: broken });
  await expect(exportDocuments(asked)).rejects.toMatchObject({
    code: "internal",
    message: expect.stringMatching(/^The export was stopped and nothing was written: /),
  });
  expect(readFileSync(path, "utf8")).toBe("earlier");
  expect(existsSync(`${path}.unfinished`)).toBe(false);
});

test("a place below a file is refused with a sentence", async () => {
  const file = join(temporaryFolder(), "file");
  writeFileSync(file, "");
  await expect(exportDocuments(request({ path: join(file, "out") }))).rejects.toMatchObject({
    code: "bad-input",
    message: `"${join(file, "out")}" cannot be made, because a part of that path is a file; choose another place.`,
  });
});
