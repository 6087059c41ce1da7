import fc from "fast-check";
import { expect, test } from "vitest";
import { cutSegments } from "../../../renderer/editor/segments.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import { makeSpan } from "./reports.ts";

const whole = { start: 0, end: 1000 };

function span(label: string, ...ranges: [number, number][]): Span {
  return makeSpan("", label, ...ranges.map(([start, end]) => ({ start, end })));
}

/** `0-4 a0 b1`: the segment, then its pieces, innermost first, with their lanes. */
function drawn(spans: Span[], within = whole): string[] {
  return cutSegments(spans, within).map(
    ({ start, end, pieces }) =>
      `${start}-${end} ${pieces.map(({ span: { label }, lane }) => label + lane).join(" ")}`,
  );
}

test("spans that lie apart or only touch stay whole, in the lane next to the text", () => {
  expect(drawn([span("a", [0, 4]), span("b", [4, 9]), span("c", [12, 15])])).toEqual([
    "0-4 a0",
    "4-9 b0",
    "12-15 c0",
  ]);
});

test("a span inside another is nearer to the text, and the outer one goes on below it", () => {
  expect(drawn([span("outer", [0, 20]), span("inner", [5, 9])])).toEqual([
    "0-5 outer1",
    "5-9 inner0 outer1",
    "9-20 outer1",
  ]);
});

test("crossing spans share only what they both cover", () => {
  expect(drawn([span("a", [0, 8]), span("b", [5, 20])])).toEqual([
    "0-5 a0",
    "5-8 a0 b1",
    "8-20 b1",
  ]);
});

test("spans on the same words take a lane each", () => {
  expect(drawn([span("a", [3, 9]), span("b", [3, 9]), span("c", [3, 9])])).toEqual([
    "3-9 a0 b1 c2",
  ]);
});

test("the pieces of a discontinuous span are drawn apart", () => {
  expect(drawn([span("a", [0, 4], [10, 14])])).toEqual(["0-4 a0", "10-14 a0"]);
});

test("a span over several paragraphs is cut where each begins", () => {
  const segments = cutSegments([span("a", [0, 20]), span("b", [30, 40])], whole, [0, 8, 16, 30]);
  expect(segments.map(({ start, end }) => `${start}-${end}`)).toEqual([
    "0-8",
    "8-16",
    "16-20",
    "30-40",
  ]);
});

test("only what lies within the stretch is drawn", () => {
  expect(drawn([span("a", [0, 50]), span("b", [60, 70])], { start: 40, end: 60 })).toEqual([
    "40-50 a0",
  ]);
});

test("segments are in order and disjoint, hold just what covers them, and no lane twice", () => {
  const ranges = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(
      fc.array(fc.array(ranges, { minLength: 1, maxLength: 2 }), { maxLength: 30 }),
      (all) => {
        const spans = all.map((some) =>
          span("x", ...some.map(([a, n]): [number, number] => [a, a + n])),
        );
        const segments = cutSegments(spans, whole);
        const covering = (at: number) =>
          spans.flatMap(({ ranges: some }) => some.filter((r) => r.start <= at && at < r.end))
            .length;
        for (let at = 0; at < 90; at++) {
          const here = segments.filter((segment) => segment.start <= at && at < segment.end);
          expect(here.length).toBe(covering(at) > 0 ? 1 : 0);
          const lanes = here.flatMap(({ pieces }) => pieces.map(({ lane }) => lane));
          expect(lanes.length).toBe(covering(at));
          expect(new Set(lanes).size).toBe(lanes.length);
        }
        const starts = segments.map(({ start }) => start);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      },
    ),
  );
});
