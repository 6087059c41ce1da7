import fc from "fast-check";
import { expect, test } from "vitest";
import { inReadingOrder } from "../../../../shared/extract/pdf/reading-order.ts";
import type { Stack } from "../../../../shared/extract/pdf/stacks.ts";

/** Left, right, top, bottom. */
const stack = (...[left, right, top, bottom]: [number, number, number, number]): Stack => ({
  lines: [],
  left,
  right,
  top,
  bottom,
});

test("a title over two columns, a figure across them, and the columns below it", () => {
  const inOrder = [
    stack(50, 550, 50, 80),
    stack(50, 290, 100, 300),
    stack(310, 550, 100, 300),
    stack(50, 550, 320, 420),
    stack(50, 290, 440, 700),
    stack(310, 550, 440, 700),
  ];
  expect(inReadingOrder(inOrder.toReversed())).toEqual(inOrder);
});

test("a short heading counts as wide as its column, so what spans comes before it", () => {
  const sidebar = stack(50, 150, 50, 120);
  const abstract = stack(170, 550, 50, 260);
  const heading = stack(50, 120, 300, 312);
  const left = stack(50, 290, 320, 700);
  const right = stack(310, 550, 300, 700);
  expect(inReadingOrder([heading, right, left, abstract, sidebar])).toEqual([
    sidebar,
    abstract,
    heading,
    left,
    right,
  ]);
});

test("every stack comes out once, whatever the page looks like", () => {
  const anyStack = fc
    .tuple(
      fc.nat(500),
      fc.nat(700),
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: 90 }),
    )
    .map(([left, top, width, height]) => stack(left, left + width, top, top + height));
  fc.assert(
    fc.property(fc.array(anyStack, { maxLength: 25 }), (stacks) => {
      expect(new Set(inReadingOrder(stacks))).toEqual(new Set(stacks));
    }),
  );
});
