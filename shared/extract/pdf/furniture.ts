import type { RepairKind } from "../extracted.ts";
import type { Line } from "./lines.ts";

/** Running lines stand within this share of the page's height from its upper and lower edge. */
const margins = { top: 0.11, bottom: 0.91 };

/** Lines that belong to the page and not to the text, each with what it is. */
export function findFurniture(pages: readonly Line[][]): Map<Line, RepairKind> {
  const found = new Map<Line, RepairKind>();
  const upright = pages.map((page) => page.filter(({ sheet }) => sheet.turn === 0));
  markRepeated(upright, found);
  markFolios(upright, found);
  markNeighbours(upright, found);
  for (const page of upright) markLineNumbers(page, found);
  markWatermarks(pages, found);
  return found;
}

/** What a line says when figures and signs are left aside: the same on every page. */
const shapeOf = ({ text }: Line): string =>
  text
    .toLowerCase()
    .replace(/\d+/g, "#")
    .replace(/[^\p{L}#]+/gu, " ")
    .trim();

function isInMargin({ top, bottom, sheet: { height } }: Line): boolean {
  return bottom < height * margins.top || top > height * margins.bottom;
}

/** How many pages make a repetition: three, or both of two. */
const enough = (pages: readonly unknown[]): number => Math.min(3, Math.max(2, pages.length - 1));

function markRepeated(pages: readonly Line[][], found: Map<Line, RepairKind>): void {
  const inMargin = pages.map((page) => page.filter(isInMargin));
  const counts = countOnPages(inMargin, shapeOf);
  const repeated = [...counts].flatMap(([shape, n]) =>
    /\p{L}/u.test(shape) && n >= enough(pages) ? shape : [],
  );
  for (const line of inMargin.flat())
    if (repeated.some((shape) => isLike(shapeOf(line), shape)))
      found.set(line, isFolio(line) ? "page-number" : "running-head");
}

/** The same, or the same with page numbers and the like after it, as on a first page. */
const isLike = (shape: string, repeated: string): boolean =>
  shape === repeated || (repeated.length >= 12 && shape.startsWith(`${repeated} #`));

function countOnPages(pages: readonly Line[][], key: (line: Line) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const one of new Set(page.map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

const isFolio = ({ text }: Line): boolean =>
  /^(?:[-–—|]\s*)?(?:page\s*)?(?:[a-z]?\d{1,6}|[ivxlc]{1,6})(?:\s*(?:of|\/|\|)\s*\d{1,5})?(?:\s*[-–—|])?$/iu.test(
    text,
  );

function markFolios(pages: readonly Line[][], found: Map<Line, RepairKind>): void {
  const folios = pages.map((page) => page.filter((line) => isFolio(line) && isInMargin(line)));
  if (folios.filter((page) => page.length > 0).length < enough(pages)) return;
  for (const line of folios.flat()) found.set(line, "page-number");
}

/** A running head whose words change stands on the line of those that do not. */
function markNeighbours(pages: readonly Line[][], found: Map<Line, RepairKind>): void {
  const heights = countOnPages(
    pages.map((page) => page.filter((line) => found.has(line))),
    ({ baseline }) => String(Math.round(baseline / 2)),
  );
  const isUsual = ({ baseline }: Line) =>
    [-1, 0, 1].some((off) => {
      const pagesThere = heights.get(String(Math.round(baseline / 2) + off)) ?? 0;
      return pagesThere >= Math.max(3, pages.length * 0.4);
    });
  for (const line of pages.flat())
    if (!found.has(line) && isInMargin(line) && isUsual(line)) found.set(line, "running-head");
}

/** Five or more growing numbers down one edge. */
function markLineNumbers(page: readonly Line[], found: Map<Line, RepairKind>): void {
  const numbers = page.filter((line) => /^\d{1,4}$/.test(line.text) && !found.has(line));
  const others = page.filter((line) => !numbers.includes(line) && !found.has(line));
  const edge = Math.min(...others.map(({ left }) => left));
  const atEdge = numbers.filter(({ right }) => right <= edge).sort((a, b) => a.top - b.top);
  const steps = atEdge.slice(1).map(({ text }, at) => Number(text) - Number(atEdge[at]?.text));
  if (atEdge.length < 5 || new Set(steps).size > 1 || (steps[0] ?? 0) <= 0) return;
  for (const line of atEdge) found.set(line, "line-number");
}

/** Upright text that is not larger may well be a form's, and is kept. */
const smallestWatermark = 20;

/** Text across the page; large or turned text that stands at the same place of most pages. */
function markWatermarks(pages: readonly Line[][], found: Map<Line, RepairKind>): void {
  const place = ({ text, left, top, sheet }: Line) =>
    `${sheet.turn} ${Math.round(left / 3)} ${Math.round(top / 3)} ${text}`;
  const places = countOnPages(pages, place);
  const isRepeated = (line: Line) =>
    (line.sheet.turn !== 0 || line.size >= smallestWatermark) &&
    (places.get(place(line)) ?? 0) >= Math.max(3, pages.length / 2);
  for (const line of pages.flat())
    if (!found.has(line) && (line.sheet.turn === "askew" || isRepeated(line)))
      found.set(line, "watermark");
}
