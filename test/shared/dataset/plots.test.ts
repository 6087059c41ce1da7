import { expect, test } from "vitest";
import { sourceOf } from "../../../electron/file-source.ts";
import { histogram, labelPlot } from "../../../shared/dataset/plots.ts";
import { parseXml } from "../../../shared/extract/xml/parse.ts";

const rectangles = (svg: string) =>
  Array.from(
    svg.matchAll(/<rect class="(.*?)" x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"/g),
    (found) => [found[1], ...found.slice(2).map(Number)],
  );
const rootOf = (source: ReturnType<typeof sourceOf>) => parseXml(source, source.bytes).root.name;
const isXml = (svg: string) => rootOf(sourceOf(Buffer.from(svg), "plot.svg")) === "svg";

test("bars are as long as their counts, and say them to screen readers", () => {
  const svg = labelPlot(
    ["train", "test"],
    [
      { label: "diagnosis", counts: [30, 10] },
      { label: 'a <b> & "c"', counts: [0, 20] },
    ],
  );
  expect(isXml(svg)).toBe(true);
  expect(rectangles(svg).slice(2)).toEqual([
    ["mark part-1", 190, 60, 457.5, 20],
    ["mark part-2", 647.5, 60, 152.5, 20],
    ["mark part-2", 190, 86, 305, 20],
  ]);
  expect(svg).toContain('role="img"');
  expect(svg).toContain(
    '<desc id="description">diagnosis, train: 30. diagnosis, test: 10. a &lt;b&gt;',
  );
  expect(svg).toContain("prefers-color-scheme:dark");
  expect(svg).not.toMatch(/<script|href|url\(|@import/);
});

test("no more labels than can be read, the rest counted", () => {
  const bars = Array.from({ length: 70 }, (_, at) => ({ label: `label ${at}`, counts: [70 - at] }));
  const svg = labelPlot(["all"], bars);
  expect(rectangles(svg)).toHaveLength(1 + 60);
  expect(svg).toContain(">and 10 more labels</text>");
});

test("reports are counted in steps by their number of spans", () => {
  const steps = (numbers: number[]) =>
    Array.from(histogram(numbers).matchAll(/<title>([^<]*reports)<\/title>/g), ([, said]) => said);
  expect(steps([0, 1, 1, 3])).toEqual([
    "0 spans: 1 reports",
    "1 spans: 2 reports",
    "3 spans: 1 reports",
  ]);
  expect(steps([0, 5, 99])).toEqual([
    "0 to 4 spans: 1 reports",
    "5 to 9 spans: 1 reports",
    "95 to 99 spans: 1 reports",
  ]);
  expect(isXml(histogram([]))).toBe(true);
});
