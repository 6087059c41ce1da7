import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type ComparedSpan,
  comparedSpan,
} from "../../../../shared/agreement/spans/compared-span.ts";
import { f1 } from "../../../../shared/agreement/spans/f1.ts";
import { matchOverlapping, matchPlaces } from "../../../../shared/agreement/spans/match.ts";
import { overlapOf } from "../../../../shared/text/place.ts";
import { countMatches, matchExactly } from "./matching.ts";

const span = (label: string, ...ends: [number, number][]) =>
  comparedSpan({ label, ranges: ends.map(([start, end]) => ({ start, end })) });

test("a discontinuous span is the same whatever the order of its ranges, and where they touch", () => {
  const a = [span("x", [9, 12], [5, 7]), span("x", [0, 3], [3, 4])];
  const b = [span("x", [0, 4]), span("x", [5, 7], [9, 12])];
  expect([...matchExactly(a, b)]).toEqual([1, 0]);
});

test("with the label left aside the same place counts, first with the same label", () => {
  const a = [span("x", [0, 3]), span("y", [0, 3]), span("x", [5, 7])];
  const b = [span("y", [0, 3]), span("z", [5, 7])];
  expect([...matchExactly(a, b)]).toEqual([-1, 0, -1]);
  expect([...matchPlaces(a, b, matchExactly(a, b))]).toEqual([-1, 0, 1]);
});

test("overlap is the characters of both by those of either, gaps left out", () => {
  expect(overlapOf(span("x", [0, 4]), span("x", [2, 6]))).toBeCloseTo(2 / 6, 12);
  expect(overlapOf(span("x", [0, 4], [8, 12]), span("x", [4, 10]))).toBeCloseTo(2 / 12, 12);
  expect(overlapOf(span("x", [0, 4], [8, 12]), span("x", [4, 8]))).toBe(0);
  expect(overlapOf(span("x", [3, 3]), span("x", [3, 3]))).toBe(1);
});

test("touching is no overlap, and a threshold asks for more of it", () => {
  const a = [span("x", [0, 5])];
  expect([...matchOverlapping(a, [span("x", [5, 9])])]).toEqual([-1]);
  expect([...matchOverlapping(a, [span("x", [4, 9])])]).toEqual([0]);
  expect([...matchOverlapping(a, [span("x", [4, 9])], 0.5)]).toEqual([-1]);
  expect([...matchOverlapping(a, [span("y", [0, 5])])]).toEqual([-1]);
});

test("where the first that overlaps would take another's only partner, both get one", () => {
  const a = [span("x", [0, 10]), span("x", [8, 10])];
  const b = [span("x", [8, 10]), span("x", [0, 2])];
  expect([...matchOverlapping(a, b)]).toEqual([1, 0]);
  expect(f1(countMatches(matchOverlapping(a, b), b.length))).toMatchObject({ value: 1 });
});

test("neither having a span is no figure", () => {
  expect(f1(countMatches(matchOverlapping([], []), 0))).toMatchObject({ reason: "no-spans" });
});

const arbitrarySpans = fc.array(
  fc
    .tuple(fc.constantFrom("x", "y"), fc.nat(9), fc.integer({ min: 1, max: 6 }), fc.nat(3))
    .map(([label, start, length, gap]) =>
      gap === 0
        ? span(label, [start, start + length])
        : span(label, [start, start + length], [start + length + gap, start + length + gap + 2]),
    ),
  { maxLength: 5 },
);

/** The most matches, and the most overlap with so many, by trying everything. */
function best(
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
  at = 0,
  taken: readonly number[] = [],
): [matches: number, overlap: number] {
  const one = a[at];
  if (!one) return [0, 0];
  const ways = b.flatMap((other, column): [number, number][] => {
    const overlap = other.label === one.label ? overlapOf(one, other) : 0;
    if (overlap === 0 || taken.includes(column)) return [];
    const [matches, sum] = best(a, b, at + 1, [...taken, column]);
    return [[matches + 1, sum + overlap]];
  });
  ways.push(best(a, b, at + 1, taken));
  return ways.sort((x, y) => y[0] - x[0] || y[1] - x[1])[0] ?? [0, 0];
}

test("as many are matched as can be, with the most overlap, whoever comes first", () => {
  fc.assert(
    fc.property(arbitrarySpans, arbitrarySpans, (a, b) => {
      const found = (matching: Int32Array, one: ComparedSpan[], other: ComparedSpan[]) => {
        const pairs = [...matching].flatMap((partner, at) =>
          partner === -1 ? [] : [[one[at], other[partner]] as const],
        );
        const overlaps = pairs.map(([x, y]) => (x && y ? overlapOf(x, y) : Number.NaN));
        return [overlaps.length, overlaps.reduce((sum, overlap) => sum + overlap, 0)];
      };
      const [matches, overlap] = best(a, b);
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const [count, sum] = found(matchOverlapping(one, other), one, other);
        expect(count).toBe(matches);
        expect(sum).toBeCloseTo(overlap, 9);
      }
    }),
    { numRuns: 300 },
  );
});
