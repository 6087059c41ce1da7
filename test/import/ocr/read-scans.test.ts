import { Socket } from "node:net";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { ocrFile, ocrFiles } from "../../../electron/import/ocr/files.ts";
import { readPdf } from "../../../electron/import/readers/pdf.ts";
import { type Extracted, textOfBlock } from "../../../shared/extract/extracted.ts";
import { pdfOf } from "../pdf/pdf-file.ts";
import { scannedPdf } from "./scan-file.ts";
import { scannedLines, scannedReport } from "./scanned-report.ts";

const ocr = { ocr: "eng" } as const;
const page = scannedReport();
const blank = { ...page, bits: new Uint8Array(page.bits.length).fill(255) };

const wordsIn = ({ blocks }: Extracted): string[] =>
  blocks
    .filter(({ kind }) => kind !== "left-out")
    .flatMap((block) => textOfBlock(block).split(/\s+/));

const words = scannedLines.flatMap((line) => line.split(" ")).filter((word) => word !== "");

test("a scanned report is read word for word, with where its lines stand", async () => {
  const extracted = await readPdf(scannedPdf([page]), ocr);
  expect(wordsIn(extracted)).toEqual(words);
  const last = extracted.blocks.at(-1)?.pieces.at(-1)?.place;
  const [left, top, right, bottom] = last && "page" in last ? last.box : [];
  // makePdf sets its 20th line 376 points below the page's edge, from 72 points on.
  expect(left).toBeCloseTo(72, -1);
  expect(top).toBeCloseTo(366, -1);
  expect(right).toBeCloseTo(308, -1);
  expect(bottom).toBeCloseTo(379, -1);
  expect(extracted.warnings).toEqual([
    expect.stringMatching(
      /^The text of page 1 was read from pictures by OCR \(English\), with a mean confidence of 9\d %: compare it with the pages/,
    ),
    "OCR is not sure of what it read in places: 6 words are marked in the text.",
  ]);
  const doubts = extracted.blocks
    .flatMap(({ pieces }) => pieces)
    .filter(({ repair }) => repair === "uncertain");
  expect(doubts.map(({ text }) => text)).toEqual(["cm", "cut", "surface", "cm", "DOG1,", "cm,"]);
  expect(doubts[0]).toMatchObject({
    because: expect.stringMatching(/^OCR is \d+ % sure of it\.$/),
  });
});

test.each([
  ["in strips", { strips: 7 }],
  ["turned by the file", { isTurned: true, strips: 2 }],
  ["as a stencil", { isStencil: true }],
])("a page that is filed %s is read as it is seen", async (_, filing) => {
  expect(wordsIn(await readPdf(scannedPdf([page], filing), ocr))).toEqual(words);
});

test("of a mixed file only the scanned pages are recognised", async () => {
  const own = ["This page has a text of its own, which no recognition could mistake: Il1|O0."];
  const ownText = Array<string[]>(4).fill(own).flat();
  const mixed = scannedPdf([null, page], {}, ownText);
  const extracted = await readPdf(mixed, ocr);
  expect(wordsIn(extracted)).toEqual([...ownText.join(" ").split(" "), ...words]);
  expect(extracted.warnings[0]).toMatch(/^The text of page 2 was read from pictures by OCR/);
  expect(extracted.scan).toEqual({ pages: [2], language: "eng" });
  expect((await readPdf(mixed, {})).scan).toEqual({ pages: [2], language: null });
});

test("a stamp of where a scan came from does not hide the scan", async () => {
  const stamped = scannedPdf([page], { stamp: "Downloaded from a library" });
  const extracted = await readPdf(stamped, ocr);
  expect(wordsIn(extracted)).toEqual(expect.arrayContaining([...words, "Downloaded", "library"]));
  expect((await readPdf(stamped, {})).scan).toEqual({ pages: [1], language: null });
});

test("what is recognised in one language after another is not mixed up", async () => {
  await readPdf(scannedPdf([page]), { ocr: "deu" });
  expect(wordsIn(await readPdf(scannedPdf([page]), ocr))).toEqual(words);
});

test("pictures without a word, and pages without a picture, are said", async () => {
  const empty = scannedPdf([blank]);
  await expect(readPdf(empty, ocr)).rejects.toMatchObject({
    code: "bad-file",
    message: expect.stringContaining("OCR found no text in the pictures of page 1."),
  });
  await expect(readPdf(pdfOf(["50 50 m 90 90 l 60 10 l f"]), ocr)).rejects.toMatchObject({
    code: "bad-file",
    message: expect.stringContaining("The letters of page 1 are drawn as shapes"),
  });
});

test("without OCR a scan says that it needs it", async () => {
  await expect(readPdf(scannedPdf([page]), {})).rejects.toMatchObject({ code: "needs-ocr" });
});

test("pages are told one by one, and reading stops on the signal", async () => {
  const stop = new AbortController();
  const told: number[] = [];
  const reading = readPdf(scannedPdf([page, page]), {
    ...ocr,
    signal: stop.signal,
    onPage: (number) => told.push(number) && stop.abort(),
  });
  await expect(reading).rejects.toMatchObject({ code: "cancelled" });
  expect(told).toEqual([1]);
});

test("nothing is fetched: every part lies on the disk, and no connection is made", async () => {
  const fetching = vi.spyOn(globalThis, "fetch");
  const connecting = vi.spyOn(Socket.prototype, "connect");
  await readPdf(scannedPdf([page]), { ocr: "fra" });
  expect([fetching.mock.calls, connecting.mock.calls]).toEqual([[], []]);
  vi.restoreAllMocks();
  const packages = join(import.meta.dirname, "../../../node_modules/");
  // The keys of the table are its own type; Object.keys only loses that.
  for (const name of Object.keys(ocrFiles) as (keyof typeof ocrFiles)[])
    expect(ocrFile(name).startsWith(packages)).toBe(true);
});
