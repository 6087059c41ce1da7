import type { PDFDocumentProxy } from "pdfjs-dist";
import { bytesOfBase64 } from "../bytes-of-base64.ts";

/** In points at the size that the page is printed. */
export interface PageSize {
  width: number;
  height: number;
}

/** A PDF that is being shown. */
export interface OpenPdf {
  pages: number;
  /** The size of the first page, which most have. */
  size: PageSize;
  /** Counts from 1. */
  sizeOf(page: number): Promise<PageSize>;
  /** Draws a page as wide as given, in pixels of the screen. @throws when the signal ends it. */
  draw(page: number, width: number, signal: AbortSignal): Promise<HTMLCanvasElement>;
  close(): void;
}

/** More pixels than this a page's picture never needs, and a browser may refuse. */
const mostPixels = 2 ** 24;

/**
 * Opens a PDF in a thread of its own. Its scripts, forms and links stay dead, and what it needs
 * besides itself (fonts, character maps) are files of ours. @throws what pdf.js says of a bad file.
 */
export async function openPdf(base64: string): Promise<OpenPdf> {
  // Only now: neither the start nor the opening of a report waits for it.
  const { getDocument, PDFWorker } = await import("pdfjs-dist");
  const port = new Worker(new URL("./pdf-worker.ts", import.meta.url), { type: "module" });
  const worker = PDFWorker.create({ port });
  const task = getDocument({ data: bytesOfBase64(base64), worker, ...closedSettings });
  const close = () => {
    void task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    const pdf = await task.promise;
    return { pages: pdf.numPages, size: await sizeOf(pdf, 1), ...drawing(pdf), close };
  } catch (error) {
    close();
    throw error;
  }
}

const closedSettings = {
  enableXfa: false,
  // WebAssembly would need a hole in the page's policy; pdf.js brings plain scripts for the same.
  useWasm: false,
  wasmUrl: "/pdf/codecs/",
  cMapUrl: "/pdf/cmaps/",
  standardFontDataUrl: "/pdf/fonts/",
  // Every machine shows a page alike.
  useSystemFonts: false,
  verbosity: 0,
};

function drawing(pdf: PDFDocumentProxy): Pick<OpenPdf, "sizeOf" | "draw"> {
  return {
    sizeOf: (page) => sizeOf(pdf, page),
    draw: (page, width, signal) => draw(pdf, page, width, signal),
  };
}

async function sizeOf(pdf: PDFDocumentProxy, number: number): Promise<PageSize> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  return { width, height };
}

async function draw(pdf: PDFDocumentProxy, number: number, width: number, signal: AbortSignal) {
  const page = await pdf.getPage(number);
  signal.throwIfAborted();
  const { width: points, height } = page.getViewport({ scale: 1 });
  const most = Math.sqrt(mostPixels / (points * height));
  const viewport = page.getViewport({ scale: Math.min(width / points, most) });
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const render = page.render({ canvas, viewport });
  const stop = () => render.cancel();
  signal.addEventListener("abort", stop);
  try {
    await render.promise;
    return canvas;
  } finally {
    signal.removeEventListener("abort", stop);
    page.cleanup();
  }
}
