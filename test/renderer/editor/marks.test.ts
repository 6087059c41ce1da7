import { expect, test } from "vitest";
import { labelLooks } from "../../../renderer/editor/labels.ts";
import { createNumbers, markAttributes } from "../../../renderer/editor/marks.ts";
import { cutSegments } from "../../../renderer/editor/segments.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import { labels, makeSpan } from "./reports.ts";

const span = (label: string, ...ranges: [number, number][]) =>
  makeSpan("", label, ...ranges.map(([start, end]) => ({ start, end })));

function marksOf(...spans: Span[]) {
  const numbers = createNumbers();
  const looks = labelLooks(labels);
  return cutSegments(spans, { start: 0, end: 100 }).map((segment) =>
    markAttributes(segment, looks, numbers),
  );
}

test("a mark is the tint of its label, its line below the text, and its name over the start", () => {
  expect(marksOf(span("marker", [0, 4]))).toEqual([
    {
      class: "mark",
      role: "mark",
      style:
        "--tag:var(--text-1);--lanes:1;background-image:var(--lit,var(--tint-1)),var(--line-1)",
      "data-spans": "0",
      "data-starts": "0",
      "data-tag": "marker",
      "aria-description": "marker",
      "data-ends": "0",
    },
  ]);
});

test("where spans cover each other, the inner one gives the tint and each has its own line", () => {
  const [, both] = marksOf(span("diagnosis", [0, 9]), span("drug", [2, 5]));
  expect(both).toMatchObject({
    style:
      "--tag:var(--text-3);--lanes:2;background-image:var(--lit,var(--tint-3)),var(--line-3),var(--line-0)",
    "data-tag": "drug",
  });
});

test("of several spans that begin together the shortest is named and the others are counted", () => {
  const [first] = marksOf(span("diagnosis", [0, 9]), span("drug", [0, 5]), span("drug", [0, 7]));
  expect(first?.["data-tag"]).toBe("drug +2");
});

test("each piece of a discontinuous span points to the others", () => {
  const tags = marksOf(span("marker", [20, 24], [0, 4], [10, 14])).map((mark) => mark["data-tag"]);
  expect(tags).toEqual(["marker ⋯", "⋯ marker ⋯", "⋯ marker"]);
});

test("lines beyond the fifth are counted, and a label that nobody defined is grey", () => {
  const spans = Array.from({ length: 7 }, () => span("nobody's", [0, 4]));
  const [mark] = marksOf(...spans);
  expect(mark).toMatchObject({ "data-more": "+2" });
  expect(mark?.style).toContain("--lanes:5;background-image:var(--lit,var(--tint-4))");
});
