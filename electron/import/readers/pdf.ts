import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { AppError } from "../../../shared/errors.ts";
import type { Extracted } from "../../../shared/extract/extracted.ts";
import { textOfBlock } from "../../../shared/extract/extracted.ts";
import { blocksOfPages } from "../../../shared/extract/pdf/extract-pdf.ts";
import { type Line, linesOf } from "../../../shared/extract/pdf/lines.ts";
import { type Face, type PlacedText, sheetsOf } from "../../../shared/extract/pdf/runs.ts";

export interface PdfOptions {
  signal?: AbortSignal;
  /** Called after each page. */
  onPage?(page: number, pages: number): void;
}

/**
 * Reads a PDF's text page by page. Nothing in the file is run or fetched.
 * @throws AppError "bad-file" when it is damaged, locked or has no text; "cancelled" on the signal.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Extracted> {
  const document = await openPdf(bytes);
  try {
    const pages: Line[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      if (options.signal?.aborted) throw new AppError("cancelled", "Reading the PDF was stopped.");
      pages.push(await linesOfPage(await document.getPage(number)));
      options.onPage?.(number, document.numPages);
    }
    return extractedFrom(pages);
  } finally {
    await document.loadingTask.destroy();
  }
}

async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  return await getDocument({
    // A copy, as pdf.js hands it over to its worker; and no Buffer, which it refuses.
    data: new Uint8Array(bytes),
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    // No picture is needed, and decoding them is most of the time.
    maxImageSize: 1,
    verbosity: 0,
  }).promise;
}

async function linesOfPage(page: PDFPageProxy): Promise<Line[]> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const view = page.getViewport({ scale: 1 });
  // Fonts get their names only when a page's drawing is prepared.
  if (Object.keys(styles).some((font) => !page.commonObjs.has(font))) await page.getOperatorList();
  const faces = new Map(Object.keys(styles).map((font) => [font, faceOf(page, font)]));
  const texts = items.flatMap((item) => ("str" in item ? placed(item, view.transform, faces) : []));
  page.cleanup();
  return sheetsOf(page.pageNumber, view, texts).flatMap(linesOf);
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  fontName: string;
}

function placed(item: TextItem, view: number[], faces: ReadonlyMap<string, Face>): PlacedText[] {
  const face = faces.get(item.fontName) ?? { name: "", bold: false, italic: false };
  return [{ text: item.str, matrix: multiply(view, item.transform), width: item.width, face }];
}

function multiply(v: number[], t: number[]): PlacedText["matrix"] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = v;
  const [g = 1, h = 0, i = 0, j = 1, x = 0, y = 0] = t;
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * x + c * y + e,
    b * x + d * y + f,
  ];
}

function faceOf(page: PDFPageProxy, font: string): Face {
  if (!page.commonObjs.has(font)) return { name: font, bold: false, italic: false };
  const { name = font, bold = false, black = false, italic = false } = page.commonObjs.get(font);
  const plain = String(name).replace(/^[A-Z]{6}\+/, "");
  const isBold = bold || black || /bold|black|heavy|semib|demi|-bd|\.B\b/i.test(plain);
  return {
    name: plain.replace(/\+[\da-f]{2}$/, ""),
    bold: isBold,
    italic: italic || /ital|obli|-it\b|\.I\b/i.test(plain),
  };
}

function extractedFrom(pages: readonly Line[][]): Extracted {
  const blocks = blocksOfPages(pages);
  const title = blocks.find(({ kind }) => kind === "title");
  return {
    kind: "pdf",
    title: title ? textOfBlock(title) : null,
    blocks,
    metadata: {},
    warnings: [],
  };
}
