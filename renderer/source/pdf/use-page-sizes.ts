import { useEffect, useState } from "react";
import type { OpenPdf, PageSize } from "./open-pdf.ts";

/** As many as are asked for at once, so that drawing gets its turn in between. */
const batch = 25;

/** The size of every page: at first that of the first one, then, without haste, each one's own. */
export function usePageSizes(pdf: OpenPdf): readonly PageSize[] {
  const [sizes, setSizes] = useState<readonly PageSize[]>(() => Array(pdf.pages).fill(pdf.size));
  useEffect(() => {
    let isCurrent = true;
    const readAll = async () => {
      const found: PageSize[] = [];
      while (isCurrent && found.length < pdf.pages)
        found.push(...(await readSome(pdf, found.length)));
      const isOther = ({ width, height }: PageSize) =>
        width !== pdf.size.width || height !== pdf.size.height;
      if (isCurrent && found.some(isOther)) setSizes(found);
    };
    // A page that cannot be read says so when it is drawn.
    readAll().catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [pdf]);
  return sizes;
}

function readSome(pdf: OpenPdf, after: number): Promise<PageSize[]> {
  const count = Math.min(batch, pdf.pages - after);
  return Promise.all(Array.from({ length: count }, (_, index) => pdf.sizeOf(after + index + 1)));
}
