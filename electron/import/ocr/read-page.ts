import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { Recognised, wordsOf } from "../../../shared/extract/pdf/recognised.ts";
import type { PlacedText } from "../../../shared/extract/pdf/runs.ts";
import type { GreyPicture } from "./grey.ts";
import { combine, density, drawOn, type Matrix, whitePaper } from "./paper.ts";
import { type PlacedPicture, picturesOf } from "./pictures.ts";
import type { Recogniser } from "./recogniser.ts";
import { strokeWidth } from "./strokes.ts";

/** Dots per inch that letters are looked at with: below, they are too coarse; above is only slower. */
const [coarsest, finest] = [200, 300];

/** Dots of a page as it is looked at; a larger sheet is looked at more coarsely. */
const mostDots = 30_000_000;

/** What became of a page's pictures. */
export type ReadPage =
  | { kind: "read"; texts: PlacedText[] }
  /** Nothing on it is a picture; `hasShapes`: its letters may be drawn as lines and areas. */
  | { kind: "no-picture"; hasShapes: boolean };

/**
 * Reads what the pictures of a page say: all of them together, as the page shows them. `leastCover`
 * is how much of the page, from 0 to 1, one of them has to cover for that.
 */
export async function readPage(
  page: PDFPageProxy,
  recogniser: Recogniser,
  leastCover: number,
): Promise<ReadPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const { pictures, hasShapes } = await picturesOf(page, [a, b, c, d, e, f]);
  const large = pictures.filter(isLarge);
  const cover = large.map(({ place: [a, b, c, d] }) => Math.abs(a * d - b * c) / (width * height));
  if (large.length === 0 || Math.max(...cover) < leastCover)
    return { kind: "no-picture", hasShapes };
  const scale = scaleFor(large, width * height);
  const paper = await draw(pictures, { width: width * scale, height: height * scale }, scale);
  const found = Recognised.parse(recogniser.recognise(paper, scale * 72));
  return { kind: "read", texts: wordsOf(found, 1 / scale, (box) => strokeWidth(paper, box)) };
}

/** Whether there can be a line of text on it; bullets and the like are pictures too. */
function isLarge({ place: [a, b, c, d], width, height }: PlacedPicture): boolean {
  return Math.hypot(a, b) > 36 && Math.hypot(c, d) > 6 && width > 50 && height > 10;
}

/** Dots per point: as fine as the finest picture, within reason. */
function scaleFor(pictures: readonly PlacedPicture[], area: number): number {
  const own = Math.max(...pictures.map((picture) => density(picture, picture.place)));
  const scale = Math.min(Math.max(own, coarsest / 72), finest / 72);
  return Math.min(scale, Math.sqrt(mostDots / area));
}

async function draw(
  pictures: readonly PlacedPicture[],
  size: { width: number; height: number },
  scale: number,
): Promise<GreyPicture> {
  const paper = whitePaper(Math.ceil(size.width), Math.ceil(size.height));
  const larger: Matrix = [scale, 0, 0, scale, 0, 0];
  for (const { place, load } of pictures) {
    // One after the other, so that only one is held besides the paper.
    const layer = await load();
    if (layer) drawOn(paper, layer, combine(place, larger));
  }
  return paper;
}
