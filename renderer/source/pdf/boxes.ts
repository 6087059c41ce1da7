import { type PlacedRange, placesIn } from "../../../shared/extract/places.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";

/** Left, top, right, bottom in points from the page's upper left corner. */
type Box = readonly [number, number, number, number];

/** A box on a page; pages count from 1. */
export interface PageBox {
  page: number;
  box: Box;
}

/** How wide words are beside each other, in any unit. */
export type WidthOf = (words: string) => number;

/** Where a range of the text stands on the pages: one box for each line that it touches. */
export function boxesOf(
  text: string,
  places: readonly PlacedRange[],
  range: TextRange,
  widthOf: WidthOf,
): PageBox[] {
  return placesIn(places, range).flatMap((placed) => {
    const { place, start, end } = placed;
    if ("element" in place) return [];
    if (isUncut(text, placed)) return [place];
    const [left, top, right, bottom] = place.box;
    const share = shareOf(text, placed, widthOf);
    const at = (offset: number) => left + (right - left) * share(offset);
    const from = at(Math.max(range.start, start));
    const to = at(Math.min(range.end, end));
    return to > from ? [{ page: place.page, box: [from, top, to, bottom] as const }] : [];
  });
}

/** The line that the caret stands in; at a paragraph's end the line that ends there. */
export function lineAt(places: readonly PlacedRange[], caret: number): PageBox[] {
  const after = placesIn(places, { start: caret, end: caret + 1 });
  const here = after.length > 0 ? after : placesIn(places, { start: caret - 1, end: caret });
  return here.flatMap(({ place }) => ("element" in place ? [] : [place]));
}

/** The offset of the letter nearest to a point on a page; null where the page says nothing. */
export function offsetAt(
  text: string,
  places: readonly PlacedRange[],
  page: number,
  [x, y]: readonly [number, number],
  widthOf: WidthOf,
): number | null {
  const nearest = nearestOn(places, page, x, y);
  if (!nearest) return null;
  const { start, place } = nearest;
  // Beside a line's end the caret goes behind its last letter, not into the next line.
  const end = start + text.slice(start, nearest.end).trimEnd().length;
  if ("element" in place || isUncut(text, nearest)) return start;
  const [left, , right] = place.box;
  const share = shareOf(text, nearest, widthOf);
  const wanted = (x - left) / (right - left);
  let offset = start;
  while (offset < end && share(offset + 1) <= wanted) offset += 1;
  return offset;
}

function nearestOn(places: readonly PlacedRange[], page: number, x: number, y: number) {
  let nearest: PlacedRange | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const placed of places) {
    if ("element" in placed.place || placed.place.page !== page) continue;
    const distance = distanceTo(placed.place.box, x, y);
    if (distance >= least) continue;
    least = distance;
    nearest = placed;
  }
  return nearest;
}

function distanceTo([left, top, right, bottom]: Box, x: number, y: number): number {
  return Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
}

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/;

/** Whether a line does not run from left to right, so that the widths of its letters lead nowhere. */
function isUncut(text: string, { start, end, place }: PlacedRange): boolean {
  if ("element" in place) return true;
  const [left, top, right, bottom] = place.box;
  const line = text.slice(start, end).trim();
  // Upright boxes with several letters hold text that runs up or down the page.
  return rightToLeft.test(line) || (line.length > 2 && bottom - top > right - left);
}

/** How far into its line an offset is, from 0 to 1, by the widths of the letters before it. */
function shareOf(text: string, { start, end }: TextRange, widthOf: WidthOf) {
  // The box is drawn around letters; the space that joins two lines is in neither.
  const line = text.slice(start, end).trimEnd();
  const whole = widthOf(line);
  return (offset: number) =>
    whole > 0 ? Math.min(1, widthOf(line.slice(0, offset - start)) / whole) : 0;
}
