import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { Face, PlacedText } from "../../../shared/extract/pdf/runs.ts";
import { asMatrix, combine } from "../ocr/paper.ts";

/** A page's texts in the order in which the file draws them, placed on the page as it is seen. */
export async function placedTexts(page: PDFPageProxy, view: number[]): Promise<PlacedText[]> {
  const { items, styles } = await page.getTextContent({ disableNormalization: true });
  const seen = asMatrix(view);
  const faces = await facesOf(page, Object.keys(styles));
  return items.flatMap((item) => {
    if (!("str" in item)) return [];
    const face = faces.get(item.fontName) ?? { name: "", bold: false, italic: false };
    const matrix = combine(asMatrix(item.transform), seen);
    return { text: item.str, matrix, width: item.width, face };
  });
}

async function facesOf(page: PDFPageProxy, fonts: readonly string[]): Promise<Map<string, Face>> {
  // Fonts tell their names only once a page that uses them has been prepared for drawing.
  if (fonts.some((font) => !page.commonObjs.has(font))) await page.getOperatorList();
  return new Map(fonts.map((font) => [font, faceOf(page, font)]));
}

function faceOf(page: PDFPageProxy, font: string): Face {
  if (!page.commonObjs.has(font)) return { name: font, bold: false, italic: false };
  const { name = font, bold, black, italic } = page.commonObjs.get(font);
  // Subsets of one font have names such as "ABCDEF+Times-Bold" and "ABCDEG+Times-Bold+20".
  const plain = String(name)
    .replace(/^[A-Z]{6}\+/, "")
    .replace(/\+[\da-f]{2}$/, "");
  return {
    name: plain,
    bold: Boolean(bold || black) || /bold|black|heavy|semib|demi|-bd|\.B\b/i.test(plain),
    italic: Boolean(italic) || /ital|obli|-it\b|\.I\b/i.test(plain),
  };
}
