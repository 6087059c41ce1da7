import { expect, test } from "vitest";
import { labelLooks } from "../../../renderer/editor/labels.ts";
import { type Lanes, laneAttributes } from "../../../renderer/editor/lanes.ts";
import { createNumbers } from "../../../renderer/editor/marks.ts";
import { cutSegments } from "../../../renderer/editor/segments.ts";
import { labels, makeSpan } from "./reports.ts";

// The labels of the other tests stand for people; "drug" for a place that is looked at.
const lanes: Lanes = {
  count: 3,
  of: ({ label }) => ({ diagnosis: 0, marker: 1 })[label] ?? null,
  describe: ({ label }) => `difference on ${label}`,
};

function marksOf(active: string | null, ...spans: ReturnType<typeof makeSpan>[]) {
  const context = { looks: labelLooks(labels), numbers: createNumbers(), active };
  return cutSegments(spans, { start: 0, end: 100 }).map((one) =>
    laneAttributes(one, lanes, context),
  );
}

const lane = (colour: string, begins: boolean) =>
  `linear-gradient(90deg,${begins ? "transparent 2px," : ""}var(--mark-line,var(--label-${colour})) 0 0)`;

test("everybody's spans run in their own lane wherever they overlap, and begin with a notch", () => {
  const own = makeSpan("", "diagnosis", { start: 0, end: 4 });
  const longer = makeSpan("", "marker", { start: 0, end: 9 });
  const [both, rest] = marksOf(null, own, longer);
  const [first, second] = [colourOf("diagnosis"), colourOf("marker")];
  expect(both).toMatchObject({
    class: "mark",
    style: `background-image:none,${lane(first, true)},${lane(second, true)},none`,
    "data-spans": "0 1",
  });
  expect(rest?.style).toBe(`background-image:none,none,${lane(second, false)},none`);
});

test("what is looked at has a frame and is heard, and a click finds it before what anybody marked", () => {
  const own = makeSpan("", "marker", { start: 2, end: 4 });
  const looked = makeSpan("", "drug", { start: 0, end: 9 });
  const marks = marksOf(looked.id, own, looked);
  expect(marks.map((mark) => mark.class)).toEqual([
    "mark lit lit-start",
    "mark lit",
    "mark lit lit-end",
  ]);
  expect(marks[0]?.["aria-description"]).toBe("difference on drug");
  expect(marks[1]?.["data-spans"]).toBe("0 1");
});

const colourOf = (label: string) => labels.find(({ name }) => name === label)?.colour ?? "slate";
