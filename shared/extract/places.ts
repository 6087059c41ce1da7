import { z } from "zod";
import type { TextRange } from "../model/annotation.ts";
import type { Place } from "./extracted.ts";

/** A stretch of a report's text and where it stands in the source. */
export interface PlacedRange extends TextRange {
  place: Place;
}

/** Adds a range after the last one, or to it where both are of one line or one element. */
export function addPlace(places: PlacedRange[], next: PlacedRange): void {
  const last = places.at(-1);
  const joined = last && last.end === next.start ? joinedPlace(last.place, next.place) : null;
  if (!last || !joined) places.push({ ...next });
  else {
    last.place = joined;
    last.end = next.end;
  }
}

function joinedPlace(a: Place, b: Place): Place | null {
  if ("element" in a || "element" in b)
    return "element" in a && "element" in b && a.element === b.element ? a : null;
  if (a.page !== b.page || !isOneLine(a.box, b.box)) return null;
  const [left, top, right, bottom] = a.box;
  const [otherLeft, otherTop, otherRight, otherBottom] = b.box;
  return {
    page: a.page,
    box: [
      Math.min(left, otherLeft),
      Math.min(top, otherTop),
      Math.max(right, otherRight),
      Math.max(bottom, otherBottom),
    ],
  };
}

type Box = Extract<Place, { page: number }>["box"];

/** Side by side, no farther apart than letters of one line are. */
function isOneLine([left, top, right, bottom]: Box, [nextLeft, nextTop, , nextBottom]: Box) {
  const shared = Math.min(bottom, nextBottom) - Math.max(top, nextTop);
  const height = Math.min(bottom - top, nextBottom - nextTop);
  const gap = nextLeft - right;
  return shared * 2 >= height && nextLeft >= left && gap < 3 * (bottom - top);
}

/** The places of what a range says, in order. */
export function placesIn(places: readonly PlacedRange[], { start, end }: TextRange): PlacedRange[] {
  return places.filter((placed) => placed.start < end && placed.end > start);
}

const Stored = z.array(
  z.union([
    z.tuple([z.int(), z.int(), z.int()]),
    z.tuple([z.int(), z.int(), z.int(), z.number(), z.number(), z.number(), z.number()]),
  ]),
);

const tenth = (points: number) => Math.round(points * 10) / 10;

/** The places as short JSON: [start, end, element] or [start, end, page, ...box]; boxes to a tenth of a point. */
export function writePlaces(places: readonly PlacedRange[]): string {
  const rows = places.map(({ start, end, place }) =>
    "element" in place
      ? [start, end, place.element]
      : [start, end, place.page, ...place.box.map(tenth)],
  );
  return JSON.stringify(rows);
}

/** @throws ZodError or SyntaxError when it is not what `writePlaces` wrote. */
export function readPlaces(json: string): PlacedRange[] {
  return Stored.parse(JSON.parse(json)).map((row) => {
    if (row.length === 3) return { start: row[0], end: row[1], place: { element: row[2] } };
    const [start, end, page, left, top, right, bottom] = row;
    return { start, end, place: { page, box: [left, top, right, bottom] } };
  });
}
