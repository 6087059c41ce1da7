import { expect, test } from "vitest";
import { indexSpans, reindexSpans, sameSpans } from "../../../renderer/editor/span-index.ts";
import { makeSpan } from "./reports.ts";

const chunks = [
  { start: 0, end: 10 },
  { start: 12, end: 20 },
  { start: 22, end: 30 },
];
const chunkAt = (offset: number) => chunks.findLastIndex(({ start }) => start <= offset);
const span = (...ranges: [number, number][]) =>
  makeSpan("", "a", ...ranges.map(([start, end]) => ({ start, end })));

test("a span is in every chunk that one of its ranges touches, and once in each", () => {
  const inside = span([2, 4]);
  const across = span([8, 24]);
  const apart = span([1, 2], [25, 26], [5, 6]);
  const late = span([22, 23]);
  expect(indexSpans([late, inside, across, apart], chunks, chunkAt)).toEqual([
    [inside, across, apart],
    [across],
    [late, across, apart],
  ]);
});

test("a span that ends where a chunk begins is not in it", () => {
  const first = span([0, 12]);
  expect(indexSpans([first], chunks, chunkAt)).toEqual([[first], [], []]);
});

test("the same spans in another list are the same, a changed one is not", () => {
  const one = span([0, 1]);
  expect(sameSpans([one], [one])).toBe(true);
  expect(sameSpans([one], [{ ...one, label: "b" }])).toBe(false);
});

test("an index that is carried on is the one that is made anew", () => {
  const before = [span([0, 3]), span([2, 4]), span([8, 24]), span([22, 23])];
  const changed = { ...(before[1] ?? span([0, 1])), label: "b" };
  const after = [...before.slice(0, 1), changed, span([7, 9], [26, 27]), ...before.slice(2)];
  const index = indexSpans(before, chunks, chunkAt);
  const next = reindexSpans(index, before, after, chunks, chunkAt);
  expect(next).toEqual(indexSpans(after, chunks, chunkAt));
  expect(next[1]).toBe(index[1]);
  expect(reindexSpans(next, after, before, chunks, chunkAt)).toEqual(index);
});
