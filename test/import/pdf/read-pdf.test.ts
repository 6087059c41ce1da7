import fc from "fast-check";
import { expect, test } from "vitest";
import { readPdf } from "../../../electron/import/readers/pdf.ts";
import { AppError } from "../../../shared/errors.ts";
import { textOfBlock } from "../../../shared/extract/extracted.ts";
import { pdfOf, text } from "./pdf-file.ts";

const lines = [
  "The tumour was found in the left lobe of the",
  "lung and had clear margins on all sides.",
];

test("a page is read into a paragraph with the place of every line", async () => {
  const { blocks, ...rest } = await readPdf(pdfOf([text(lines)]), {});
  expect(rest).toEqual({ kind: "pdf", title: null, metadata: {}, warnings: [], notes: [] });
  expect(blocks.map(textOfBlock)).toEqual([lines.join(" ")]);
  expect(blocks[0]?.pieces.map(({ place }) => place && "page" in place && place.box[1])).toEqual([
    92, 92, 104,
  ]);
});

test("pages are told one by one, and those without text are said", async () => {
  const told: [number, number][] = [];
  const { warnings } = await readPdf(pdfOf([text(lines), "", text(lines)]), {
    onPage: (page, pages) => told.push([page, pages]),
  });
  expect(told).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ]);
  expect(warnings).toEqual([
    "1 of 3 pages have no text: 2. Where they are pictures, OCR can read them.",
  ]);
});

test("reading stops on the signal", async () => {
  const stop = new AbortController();
  const reading = readPdf(pdfOf([text(lines), text(lines)]), {
    signal: stop.signal,
    onPage: () => stop.abort(),
  });
  await expect(reading).rejects.toMatchObject({ code: "cancelled" });
});

test("a PDF without text asks for OCR", async () => {
  await expect(readPdf(pdfOf([""]), {})).rejects.toMatchObject({
    code: "needs-ocr",
    message: "This PDF has no text. Its page is a picture: have it read by OCR.",
  });
});

test("what is no PDF is said to be damaged", async () => {
  await expect(readPdf(new TextEncoder().encode("no PDF"), {})).rejects.toMatchObject({
    code: "bad-file",
    message: "This PDF is damaged and cannot be opened: get it again from where it came from.",
  });
});

test("a script that opens with the file is not run", async () => {
  const script = "/OpenAction << /S /JavaScript /JS (globalThis.wasRun = true;) >>";
  await readPdf(pdfOf([text(lines)], script), {});
  expect("wasRun" in globalThis).toBe(false);
});

test("the bytes stay with whoever gave them", async () => {
  const bytes = pdfOf([text(lines)]);
  const copy = bytes.slice();
  await readPdf(bytes, {});
  expect(bytes).toEqual(copy);
});

test("the bytes are taken away where they may be, and read to the same", async () => {
  const bytes = pdfOf([text(lines)]);
  const kept = await readPdf(bytes, {});
  // A Buffer of its own, as a file is read into.
  const own = Buffer.allocUnsafeSlow(bytes.length);
  own.set(bytes);
  expect(await readPdf(own, { mayTake: true })).toEqual(kept);
  expect(own.length).toBe(0);
  const part = new Uint8Array([0, ...bytes]).subarray(1);
  expect(await readPdf(part, { mayTake: true })).toEqual(kept);
  expect(part).toEqual(bytes);
});

test("a file with bytes changed ends in a value or in one clear error", async () => {
  const whole = pdfOf([text(lines), text(lines)]);
  const change = fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 20 }), async (changes) => {
      const bytes = whole.slice();
      for (const { at, byte } of changes) bytes[at] = byte;
      const outcome = await readPdf(bytes, {}).catch((error: unknown) => error);
      expect(outcome instanceof AppError || (outcome as { kind?: string }).kind === "pdf").toBe(
        true,
      );
    }),
    { numRuns: 40 },
  );
});
