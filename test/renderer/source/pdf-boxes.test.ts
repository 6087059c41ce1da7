import { expect, test } from "vitest";
import { boxesOf, lineAt, offsetAt } from "../../../renderer/source/pdf/boxes.ts";
import type { PlacedRange } from "../../../shared/extract/places.ts";

/* Two lines of one paragraph and a turned line beside them; every letter is as wide as another. */
const text = "Spindle cells in \nfascicles.\n\nTable 1";
const places: PlacedRange[] = [
  { start: 0, end: 17, place: { page: 1, box: [100, 50, 260, 60] } },
  { start: 18, end: 28, place: { page: 1, box: [100, 62, 200, 72] } },
  { start: 30, end: 37, place: { page: 2, box: [500, 100, 510, 170] } },
];
const widthOf = (words: string) => words.length;

test("a range over two lines has a box on each, as wide as its own letters", () => {
  expect(boxesOf(text, places, { start: 8, end: 27 }, widthOf)).toEqual([
    { page: 1, box: [180, 50, 260, 60] },
    { page: 1, box: [100, 62, 190, 72] },
  ]);
});

test("widths come from the letters, so that narrow ones push little", () => {
  const narrow = (words: string) => words.replaceAll("l", "").length;
  const [box] = boxesOf("lllM", [{ ...first(), end: 4 }], { start: 3, end: 4 }, narrow);
  expect(box?.box).toEqual([100, 50, 260, 60]);
});

test("turned text is lit whole, and text without a place not at all", () => {
  expect(boxesOf(text, places, { start: 32, end: 33 }, widthOf)).toEqual([
    { page: 2, box: [500, 100, 510, 170] },
  ]);
  expect(boxesOf(text, places, { start: 28, end: 30 }, widthOf)).toEqual([]);
});

test("a line from right to left is lit whole, and a click on it goes to its beginning", () => {
  const arabic = "ورم أرومي";
  const line = [{ ...first(), end: arabic.length }];
  expect(boxesOf(arabic, line, { start: 4, end: 9 }, widthOf)).toEqual([first().place]);
  expect(offsetAt(arabic, line, 1, [110, 55], widthOf)).toBe(0);
});

test("the space at a line's end has no width of its own", () => {
  expect(boxesOf(text, places, { start: 16, end: 17 }, widthOf)).toEqual([]);
});

test("the caret's line is the one it stands in, or behind", () => {
  expect(lineAt(places, 20)).toEqual([places[1]?.place]);
  expect(lineAt(places, 28)).toEqual([places[1]?.place]);
  expect(lineAt(places, 29)).toEqual([]);
});

test("a point leads to its letter, a point beside all to the nearest line", () => {
  expect(offsetAt(text, places, 1, [185, 55], widthOf)).toBe(8);
  expect(offsetAt(text, places, 1, [20, 300], widthOf)).toBe(18);
  expect(offsetAt(text, places, 1, [900, 0], widthOf)).toBe(16);
  expect(offsetAt(text, places, 2, [505, 160], widthOf)).toBe(30);
  expect(offsetAt(text, places, 3, [505, 160], widthOf)).toBeNull();
});

test("each letter's own middle leads back to it", () => {
  for (let offset = 0; offset < 16; offset++) {
    const [lit] = boxesOf(text, places, { start: offset, end: offset + 1 }, widthOf);
    const [left = 0, top = 0, right = 0, bottom = 0] = lit?.box ?? [];
    const middle = [(left + right) / 2, (top + bottom) / 2] as const;
    expect(offsetAt(text, places, lit?.page ?? 0, middle, widthOf)).toBe(offset);
  }
});

function first(): PlacedRange {
  const [place] = places;
  if (!place) throw new Error("there are places");
  return place;
}
