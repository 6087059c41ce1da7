import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { AppError } from "../../../shared/errors.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import type { OcrLanguage } from "../../../shared/extract/ocr-languages.ts";
import { blocksOfPages } from "../../../shared/extract/pdf/extract-pdf.ts";
import { factsOf, titleOf } from "../../../shared/extract/pdf/facts.ts";
import { type Line, linesOf } from "../../../shared/extract/pdf/lines.ts";
import { sheetsOf } from "../../../shared/extract/pdf/runs.ts";
import { notesOf, warningsOf } from "../../../shared/extract/pdf/warnings.ts";
import { decoderFolder } from "../ocr/files.ts";
import { placedTexts } from "./pdf-page.ts";
import { mayBeScan, rangesOf, type Scans, startScans } from "./pdf-scans.ts";

interface PdfOptions {
  signal?: AbortSignal;
  /** Called after each page, counted from 1. */
  onPage?: ((page: number, pages: number) => void) | undefined;
  /** Reads pages without text from their pictures, in this language. */
  ocr?: OcrLanguage | undefined;
  /** Whether the bytes may be taken away, so that a long file is not held twice. */
  mayTake?: boolean | undefined;
}

/**
 * Reads a PDF's text page by page; of each page only its lines are kept. Scripts and forms are not
 * run, nothing is fetched, and pictures are only decoded for OCR.
 * @throws AppError "bad-file" when it is locked or damaged; "needs-ocr" when it has no text, and
 * "bad-file" when OCR finds none either; "cancelled" on the signal.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Extracted> {
  const scans = options.ocr ? startScans(options.ocr) : null;
  const size = bytes.length;
  const data = options.mayTake ? wholeOf(bytes) : Uint8Array.from(bytes);
  const read = await readAll(data, scans, options);
  return extracted(read, scans, size);
}

/** Lets go of the file before anything is made of its lines. */
async function readAll(data: Uint8Array, scans: Scans | null, options: PdfOptions): Promise<Pages> {
  const document = await openPdf(data, scans === null ? 1 : largestPicture);
  try {
    return await readPages(document, scans, options);
  } finally {
    await document.loadingTask.destroy();
  }
}

/** In dots: an A3 page at 600 dots per inch, with something over. A larger one is passed over. */
const largestPicture = 80_000_000;

/** pdf.js takes away whole buffers only, and refuses a Buffer, whose slices are Buffers too. */
function wholeOf(bytes: Uint8Array): Uint8Array {
  const isWhole = bytes.byteLength === bytes.buffer.byteLength;
  return isWhole ? new Uint8Array(bytes.buffer) : Uint8Array.from(bytes);
}

/** Takes the bytes away. */
async function openPdf(data: Uint8Array, maxImageSize: number): Promise<PDFDocumentProxy> {
  // A megabyte of code that is only needed once there is a PDF.
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  // Given to it here, it need not look for a file beside itself, which no bundle has.
  const pdfjsWorker = await import("pdfjs-dist/legacy/build/pdf.worker.mjs");
  Object.assign(globalThis, { pdfjsWorker });
  try {
    return await getDocument({
      data,
      disableFontFace: true,
      fontExtraProperties: true,
      useSystemFonts: false,
      useWorkerFetch: false,
      enableXfa: false,
      // Where no picture is needed, decoding them would be most of the time.
      maxImageSize,
      wasmUrl: decoderFolder(),
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

const pagesKept = 20;

async function readPages(
  document: PDFDocumentProxy,
  scans: Scans | null,
  options: PdfOptions,
): Promise<Pages> {
  const read: Pages = { pages: [], failed: [] };
  for (let number = 1; number <= document.numPages; number++) {
    if (options.signal?.aborted) throw new AppError("cancelled", "Reading the PDF was stopped.");
    const lines = await linesOfPage(document, number, scans).catch(() => null);
    if (lines === null) read.failed.push(number);
    read.pages.push(lines ?? []);
    // Fonts and pictures would pile up over hundreds of pages.
    if (number % pagesKept === 0) await document.cleanup();
    options.onPage?.(number, document.numPages);
  }
  return read;
}

async function linesOfPage(
  document: PDFDocumentProxy,
  number: number,
  scans: Scans | null,
): Promise<Line[]> {
  const page: PDFPageProxy = await document.getPage(number);
  try {
    const size = page.getViewport({ scale: 1 });
    const texts = await placedTexts(page, size.transform);
    const seen = scans === null ? [] : await scans.read(page, texts);
    return sheetsOf(number, size, [...texts, ...seen]).flatMap(linesOf);
  } finally {
    page.cleanup();
  }
}

function extracted({ pages, failed }: Pages, scans: Scans | null, size: number): Extracted {
  if (failed.length === pages.length)
    throw new AppError("bad-file", "No page of this PDF can be read: it is damaged.");
  if (pages.every((lines) => lines.length === 0)) throw withoutText(pages.length, scans);
  const blocks = blocksOfPages(pages);
  const scan = scans?.found() ?? { pages: scannedOf(pages, failed, size), language: null };
  return {
    kind: "pdf",
    title: titleOf(blocks),
    blocks,
    metadata: factsOf(blocks),
    warnings: [
      ...failed.map((page) => `Page ${page} is damaged and could not be read.`),
      ...(scans === null ? withoutTextOf(pages, scan.pages) : scans.warnings()),
      ...warningsOf(blocks),
    ],
    notes: notesOf(blocks),
    ...(scan.pages.length > 0 && { scan }),
  };
}

function withoutText(pages: number, scans: Scans | null): AppError {
  if (scans !== null) {
    const why = scans.warnings().join(" ");
    return new AppError(
      "bad-file",
      `This PDF has no text, and OCR found none in its pages. ${why}`,
    );
  }
  const what =
    pages === 1 ? "Its page is a picture: have it" : `Its ${pages} pages are pictures: have them`;
  return new AppError("needs-ocr", `This PDF has no text. ${what} read by OCR.`);
}

/** Bytes of a page that are more than a few lines of text need: it has a picture, or fonts. */
const picturePage = 15_000;

/** Numbers of the pages that OCR may read: those without text, or all if all have next to none. */
function scannedOf(pages: readonly Line[][], failed: readonly number[], size: number): number[] {
  const isPoor = pages.every(mayBeScan) && size > pages.length * picturePage;
  return pages.flatMap((lines, at) =>
    (isPoor || lines.length === 0) && !failed.includes(at + 1) ? at + 1 : [],
  );
}

function withoutTextOf(pages: readonly Line[][], scanned: readonly number[]): string[] {
  const empty = scanned.filter((page) => pages[page - 1]?.length === 0);
  if (empty.length === 0) return [];
  const count = `${empty.length} of ${pages.length} pages`;
  return [`${count} have no text: ${rangesOf(empty)}. Where they are pictures, OCR can read them.`];
}
