import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { AppError } from "../../../shared/errors.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import { blocksOfPages } from "../../../shared/extract/pdf/extract-pdf.ts";
import { factsOf, titleOf } from "../../../shared/extract/pdf/facts.ts";
import { type Line, linesOf } from "../../../shared/extract/pdf/lines.ts";
import { sheetsOf } from "../../../shared/extract/pdf/runs.ts";
import { notesOf, warningsOf } from "../../../shared/extract/pdf/warnings.ts";
import { placedTexts } from "./pdf-page.ts";

interface PdfOptions {
  signal?: AbortSignal;
  /** Called after each page, counted from 1. */
  onPage?(page: number, pages: number): void;
}

/**
 * Reads a PDF's text page by page; of each page only its lines are kept. Scripts and forms are not
 * run, pictures not decoded, nothing is fetched.
 * @throws AppError "bad-file" when it is locked, damaged or has no text; "cancelled" on the signal.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Extracted> {
  const document = await openPdf(bytes);
  try {
    return extracted(await readPages(document, options));
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  // A megabyte of code that is only needed once there is a PDF.
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Given to it here, it need not look for a file beside itself, which no bundle has.
  const pdfjsWorker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  Object.assign(globalThis, { pdfjsWorker });
  try {
    return await getDocument({
      // A copy, as it takes the bytes away from whoever gives them; and no Buffer, which it refuses.
      data: new Uint8Array(bytes),
      disableFontFace: true,
      fontExtraProperties: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      // No picture is needed, and decoding them is most of the time.
      maxImageSize: 1,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw new AppError("bad-file", whyNotOpened(error), { cause: error });
  }
}

function whyNotOpened(error: unknown): string {
  if (error instanceof Error && error.name === "PasswordException")
    return "This PDF is locked with a password: save a copy without it, and import the copy.";
  return "This PDF is damaged and cannot be opened: get it again from where it came from.";
}

interface Pages {
  pages: Line[][];
  /** Numbers of the pages that could not be read. */
  failed: number[];
}

async function readPages(document: PDFDocumentProxy, options: PdfOptions): Promise<Pages> {
  const read: Pages = { pages: [], failed: [] };
  for (let number = 1; number <= document.numPages; number++) {
    if (options.signal?.aborted) throw new AppError("cancelled", "Reading the PDF was stopped.");
    const lines = await linesOfPage(document, number).catch(() => null);
    if (lines === null) read.failed.push(number);
    read.pages.push(lines ?? []);
    options.onPage?.(number, document.numPages);
  }
  return read;
}

async function linesOfPage(document: PDFDocumentProxy, number: number): Promise<Line[]> {
  const page: PDFPageProxy = await document.getPage(number);
  try {
    const size = page.getViewport({ scale: 1 });
    return sheetsOf(number, size, await placedTexts(page, size.transform)).flatMap(linesOf);
  } finally {
    page.cleanup();
  }
}

function extracted({ pages, failed }: Pages): Extracted {
  if (failed.length === pages.length)
    throw new AppError("bad-file", "No page of this PDF can be read: it is damaged.");
  if (pages.every((lines) => lines.length === 0))
    throw new AppError("bad-file", withoutText(pages));
  const blocks = blocksOfPages(pages);
  return {
    kind: "pdf",
    title: titleOf(blocks),
    blocks,
    metadata: factsOf(blocks),
    warnings: [...warningsOfPages(pages, failed), ...warningsOf(blocks)],
    notes: notesOf(blocks),
  };
}

function withoutText(pages: readonly unknown[]): string {
  const what =
    pages.length === 1
      ? "Its page is a picture: have it"
      : `Its ${pages.length} pages are pictures: have them`;
  return `This PDF has no text. ${what} recognised (OCR, as with ocrmypdf), and import the result.`;
}

function warningsOfPages(pages: readonly Line[][], failed: readonly number[]): string[] {
  const empty = pages.flatMap((lines, at) =>
    lines.length === 0 && !failed.includes(at + 1) ? at + 1 : [],
  );
  return [
    ...failed.map((page) => `Page ${page} is damaged and could not be read.`),
    ...(empty.length === 0
      ? []
      : [`${empty.length} of ${pages.length} pages have no text: ${empty.join(", ")}.`]),
  ];
}
