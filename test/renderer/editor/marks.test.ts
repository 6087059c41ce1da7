import { expect, test } from "vitest";
import { labelLooks } from "../../../renderer/editor/labels.ts";
import { createNumbers, markAttributes } from "../../../renderer/editor/marks.ts";
import { cutSegments } from "../../../renderer/editor/segments.ts";
import { tagRooms, widthOfTag } from "../../../renderer/editor/tag-room.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import { labels, makeSpan } from "./reports.ts";

const span = (label: string, ...ranges: [number, number][]) =>
  makeSpan("", label, ...ranges.map(([start, end]) => ({ start, end })));

const marksOf = (...spans: Span[]) => litMarksOf(null, ...spans);

function litMarksOf(active: string | null, ...spans: Span[]) {
  const numbers = createNumbers();
  const looks = labelLooks(labels);
  return cutSegments(spans, { start: 0, end: 100 }).map((segment) =>
    markAttributes(segment, { looks, numbers, active }),
  );
}

test("a mark is the tint of its label, its line below the text, and its name over the start", () => {
  expect(marksOf(span("marker", [0, 4]))).toEqual([
    {
      class: "mark",
      role: "mark",
      style:
        "--tag:var(--text-1);--lanes:1;background-image:var(--lit,var(--unsure,var(--tint-1))),var(--line-1)",
      "data-spans": "0",
      "data-tag": "marker",
      "aria-description": "marker",
    },
  ]);
});

test("where spans cover each other, the inner one gives the tint and each has its own line", () => {
  const [, both] = marksOf(span("diagnosis", [0, 9]), span("drug", [2, 5]));
  expect(both).toMatchObject({
    style:
      "--tag:var(--text-3);--lanes:2;background-image:var(--lit,var(--unsure,var(--tint-3))),var(--line-3),var(--line-0)",
    "data-tag": "drug",
  });
});

test("the pieces of the chosen span have one frame: its ends are where its ranges end", () => {
  const outer = span("diagnosis", [0, 9], [20, 24]);
  const marks = litMarksOf(outer.id, outer, span("drug", [2, 5]));
  expect(marks.map((mark) => mark.class)).toEqual([
    "mark lit lit-start",
    "mark lit",
    "mark lit lit-end",
    "mark lit lit-start lit-end",
  ]);
});

test("of several spans that begin together the shortest is named and the others are counted", () => {
  const [first] = marksOf(span("diagnosis", [0, 9]), span("drug", [0, 5]), span("drug", [0, 7]));
  expect(first?.["data-tag"]).toBe("drug +2");
});

test("a tag is as wide as there is room until the next one, and is left out where there is none", () => {
  const blocks = [
    { start: 0, end: 50 },
    { start: 52, end: 100 },
  ];
  const spans = [
    [0, 4],
    [5, 6],
    [7, 20],
    [40, 44],
    [52, 60],
  ] as const;
  const segments = cutSegments(
    spans.map(([start, end]) => span("diagnosis", [start, end])),
    { start: 0, end: 100 },
  );
  const rooms = tagRooms(segments, blocks);
  expect(rooms.map((room) => widthOfTag("diagnosis", room))).toEqual([30, 0, null, null, null]);
});

test("each piece of a discontinuous span points to the others", () => {
  const tags = marksOf(span("marker", [20, 24], [0, 4], [10, 14])).map((mark) => mark["data-tag"]);
  expect(tags).toEqual(["marker ⋯", "⋯ marker ⋯", "⋯ marker"]);
});

test("six spans over each other have a line each, thinner than three have; more are counted", () => {
  const stack = (count: number) =>
    marksOf(...Array.from({ length: count }, () => span("diagnosis", [0, 4])))[0];
  expect(stack(3)?.class).toBe("mark");
  expect(stack(6)?.class).toBe("mark deep");
  expect(stack(6)?.style).toContain("--lanes:6;");
  expect(stack(6)).not.toHaveProperty("data-more");
  expect(stack(8)?.style).toContain("--lanes:6;");
  expect(stack(8)).toMatchObject({ "data-more": "+2" });
});

test("where lines are thin they are so along all spans that overlap, and run straight", () => {
  const inner = Array.from({ length: 4 }, () => span("drug", [3, 5]));
  const [before, stack, after] = marksOf(span("diagnosis", [0, 9]), ...inner);
  expect([before, stack, after].map((mark) => mark?.class)).toEqual([
    "mark deep",
    "mark deep",
    "mark deep",
  ]);
  expect(after?.style).toContain("none,none,none,none,var(--line-0)");
});

test("a label that nobody defined is grey", () => {
  const [mark] = marksOf(span("nobody's", [0, 4]));
  expect(mark?.style).toContain("background-image:var(--lit,var(--unsure,var(--tint-4)))");
  expect(mark).toMatchObject({ "data-tag": "nobody's" });
});

test("the first six labels have a line pattern of their own each, for eyes that hues do not tell apart", () => {
  const style = new Map<string, string>();
  const setProperty = (name: string, value: string) => style.set(name, value);
  const six = ["a", "b", "c", "d", "e", "f"].map((name) => ({ ...labels[0]!, name }));
  labelLooks(six).applyTo({ style: { setProperty } } as unknown as HTMLElement);
  const lines = six.map((_, number) => style.get(`--line-${number}`));
  expect(new Set(lines).size).toBe(6);
});
