import { type PlacedRange, placesIn } from "../../../shared/extract/places.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";

/** A stretch of what the text has of one element; offsets count from where the element begins. */
export interface ElementRange extends TextRange {
  element: number;
}

/** Where a range of the text stands in the file: one stretch for each element that it touches. */
export function elementsOf(places: readonly PlacedRange[], range: TextRange): ElementRange[] {
  return placesIn(places, range).flatMap(({ start, end, place }) => {
    if (!("element" in place)) return [];
    const base = start - before(places, place.element, start);
    const from = Math.max(range.start, start) - base;
    return [{ element: place.element, start: from, end: Math.min(range.end, end) - base }];
  });
}

/** The element that the caret stands in; at a paragraph's end the one that ends there. */
export function elementAt(places: readonly PlacedRange[], caret: number): number | null {
  const [found = elementsOf(places, { start: caret - 1, end: caret })[0]] = elementsOf(places, {
    start: caret,
    end: caret + 1,
  });
  return found?.element ?? null;
}

/** The offset of the text that a place in an element leads to; null where the text has none of it. */
export function offsetIn(
  places: readonly PlacedRange[],
  element: number,
  at: number,
): number | null {
  const ranges = rangesOf(places, element);
  let rest = at;
  for (const { start, end } of ranges) {
    if (rest <= end - start) return start + rest;
    rest -= end - start;
  }
  return ranges.at(-1)?.end ?? null;
}

/** How much of an element the text has before an offset. */
function before(places: readonly PlacedRange[], element: number, offset: number): number {
  return rangesOf(places, element)
    .filter(({ end }) => end <= offset)
    .reduce((length, { start, end }) => length + end - start, 0);
}

function rangesOf(places: readonly PlacedRange[], element: number): PlacedRange[] {
  return places.filter(({ place }) => "element" in place && place.element === element);
}
