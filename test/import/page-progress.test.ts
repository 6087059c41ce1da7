import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Unit } from "../../electron/import/collect.ts";
import type { Read } from "../../electron/import/read-units.ts";
import { readInWorker } from "../../electron/import/reader.ts";
import { temporaryFolder } from "../store/project.ts";
import { gather } from "./gather.ts";
import { pdfOf, text } from "./pdf/pdf-file.ts";

function pdfUnit(pages: number): Unit {
  const file = join(temporaryFolder(), "long.pdf");
  writeFileSync(file, pdfOf(Array.from({ length: pages }, (_, n) => text([`Finding ${n}.`]))));
  return { kind: "document", wished: null, file, name: "long", shown: "long.pdf" };
}

const readAll = (unit: Unit): Promise<Read[]> => gather(readInWorker([unit], "Ana"));

test("the pages of a PDF are told without OCR, rising, and not each of them", async () => {
  const reads = await readAll(pdfUnit(200));
  const pages = reads.flatMap((read) => (read.kind === "page" ? read : []));
  expect(pages[0]).toEqual({ kind: "page", page: 1, pages: 200 });
  expect(pages.length).toBeLessThan(100);
  expect(pages.map(({ page }) => page)).toEqual(
    pages.map(({ page }) => page).sort((a, b) => a - b),
  );
  expect(reads.at(-1)).toEqual({ kind: "unit" });
});

test("a PDF whose bytes its reader took away is kept as its file has it", async () => {
  const unit = pdfUnit(3);
  const [report] = (await readAll(unit)).flatMap((read) => (read.kind === "report" ? read : []));
  const source = report?.report.source;
  const bytes = readFileSync(unit.file);
  expect(source?.size).toBe(bytes.length);
  expect(inflateRawSync(source?.deflated ?? new Uint8Array()).equals(bytes)).toBe(true);
});
