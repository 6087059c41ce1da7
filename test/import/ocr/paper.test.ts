import { expect, test } from "vitest";
import { type GreyLayer, greyOf, stencilOf } from "../../../electron/import/ocr/grey.ts";
import { combine, drawOn, type Matrix, whitePaper } from "../../../electron/import/ocr/paper.ts";
import { strokeWidth } from "../../../electron/import/ocr/strokes.ts";

const layer = (width: number, ...dots: number[]): GreyLayer => ({
  ...{ width, height: dots.length / width },
  ...{ dots: Uint8Array.from(dots), opacity: null },
});

/** A picture's dots one for one on paper: its square, whose y points up, on so many rows. */
const oneToOne = ({ width, height }: GreyLayer, left = 0, top = 0): Matrix => [
  width,
  ...([0, 0] as const),
  -height,
  left,
  top + height,
];

function drawn(width: number, height: number, picture: GreyLayer, place: Matrix): number[] {
  const paper = whitePaper(width, height);
  drawOn(paper, picture, place);
  return [...paper.dots];
}

test("a picture lies where it is placed, its first row on top", () => {
  const picture = layer(2, 1, 2, 3, 4);
  expect(drawn(3, 3, picture, oneToOne(picture, 1, 1))).toEqual([
    ...[255, 255, 255],
    ...[255, 1, 2],
    ...[255, 3, 4],
  ]);
});

test("a picture that is turned, mirrored or partly beside the paper is drawn so", () => {
  const picture = layer(2, 1, 2, 3, 4);
  const upsideDown: Matrix = [-2, 0, 0, 2, 2, 0];
  expect(drawn(2, 2, picture, upsideDown)).toEqual([4, 3, 2, 1]);
  const onItsSide: Matrix = [0, 2, 2, 0, 0, 0];
  expect(drawn(2, 2, picture, onItsSide)).toEqual([3, 1, 4, 2]);
  expect(drawn(2, 2, picture, oneToOne(picture, -1, -1))).toEqual([4, 255, 255, 255]);
  expect(drawn(1, 1, picture, [0, 0, 0, 0, 0, 0])).toEqual([255]);
});

test("a finer picture is averaged, a coarser one is smoothed between its dots", () => {
  const fine = layer(2, 0, 100, 100, 200);
  expect(drawn(1, 1, fine, [1, 0, 0, -1, 0, 1])).toEqual([100]);
  const coarse = layer(2, 0, 100, 0, 100);
  expect(drawn(4, 1, coarse, [4, 0, 0, -4, 0, 4])).toEqual([0, 25, 75, 100]);
});

test("strips below each other leave no gap", () => {
  const paper = whitePaper(1, 5);
  for (const top of [0, 2.5]) drawOn(paper, layer(1, 9, 9, 9), [1, 0, 0, -2.5, 0, top + 2.5]);
  expect(paper.dots.every((dot) => dot < 80)).toBe(true);
});

test("first one matrix and then the other is both in one", () => {
  expect(combine([2, 0, 0, 2, 1, 1], [0, 1, -1, 0, 10, 0])).toEqual([0, 2, -2, 0, 9, 1]);
});

test("what pdf.js decodes becomes greys, clear where the picture is", () => {
  const bits = { width: 3, height: 2, kind: 1, data: Uint8Array.of(0b10100000, 0b01000000) };
  expect([...greyOf(bits).dots]).toEqual([255, 0, 255, 0, 255, 0]);
  const colours = { width: 2, height: 1, kind: 2, data: Uint8Array.of(255, 255, 255, 255, 0, 0) };
  expect([...greyOf(colours).dots]).toEqual([255, 76]);
  const clear = greyOf({ width: 1, height: 1, kind: 3, data: Uint8Array.of(0, 0, 0, 51) });
  expect(drawn(1, 1, clear, oneToOne(clear))).toEqual([204]);
  const stencil = stencilOf({ width: 2, height: 1, data: Uint8Array.of(0b01000000) }, 10);
  expect(drawn(2, 1, stencil, oneToOne(stencil))).toEqual([10, 255]);
});

test("a picture with too few data is refused", () => {
  const short = { width: 9, height: 2, kind: 1, data: new Uint8Array(3) };
  expect(() => greyOf(short)).toThrow("a picture of 9 x 2 has 3 of 4 bytes");
});

test("strokes are as thick as their runs of ink are long", () => {
  const picture = layer(6, 0, 0, 255, 0, 255, 0, 0, 0, 255, 255, 255, 255);
  expect(strokeWidth(picture, { x0: 0, y0: 0, x1: 6, y1: 2 })).toBe(6 / 4);
  expect(strokeWidth(picture, { x0: 2, y0: 1, x1: 6, y1: 2 })).toBe(0);
});
