import type { Progress } from "../../shared/contract.ts";

interface PageRead {
  page: number;
  pages: number;
}

/** How far reading is within a PDF. One file counts its pages, several count as files. */
export function progressOfPage(
  { page, pages }: PageRead,
  done: number,
  files: number,
  byOcr: boolean,
): Progress {
  if (files === 1)
    return { done: page, total: pages, doing: byOcr ? "Reading pages by OCR" : "Reading pages" };
  const doing = byOcr ? "Reading by OCR" : "Reading";
  return { done, total: files, doing: `${doing}, page ${page} of ${pages}` };
}
