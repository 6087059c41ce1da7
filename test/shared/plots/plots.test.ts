import { expect, test } from "vitest";
import { sourceOf } from "../../../electron/file-source.ts";
import { parseXml } from "../../../shared/extract/xml/parse.ts";
import { labelMatrix, type MatrixCell } from "../../../shared/plots/label-matrix.ts";
import { pairHeat } from "../../../shared/plots/pair-heat.ts";
import { type Plot, plotFile, plotInPage } from "../../../shared/plots/plot.ts";
import {
  binShifts,
  rangeName,
  type ShiftBin,
  shiftHistogram,
} from "../../../shared/plots/shift-histogram.ts";
import { type TypeCell, typeBars } from "../../../shared/plots/type-bars.ts";
import type { PairCount } from "../../../shared/review/survey.ts";

const matrixWords = {
  ...{ title: "Labels", rows: "First", columns: "Second", nothing: "nothing" },
  more: (count: number) => `and ${count} more`,
  number: String,
  said: ({ row, column, count }: MatrixCell) => `${row}/${column}: ${count}`,
};

const cell = (row: string | null, column: string | null, count: number): MatrixCell => ({
  ...{ row, column, count, behind: { said: { a: row, b: column } } },
});

/** What each mark says, its colour, and where it is in rows and columns of a grid. */
function placed<Of>({ marks }: Plot<Of>) {
  const [xs, ys] = [marks.map(({ x }) => x), marks.map(({ y }) => y)].map((all) =>
    [...new Set(all)].sort((a, b) => a - b),
  );
  return marks.map(({ x, y, tone, said }) => [ys?.indexOf(y), xs?.indexOf(x), tone, said]);
}

test("labels stand against labels by how often they are said, nothing last, and what is alike is neutral", () => {
  const plot = labelMatrix(
    [
      ...[cell("drug", "drug", 3), cell("marker", "marker", 90), cell("marker", "drug", 16)],
      ...[cell("marker", null, 1), cell(null, "drug", 4)],
    ],
    matrixWords,
  );
  expect(placed(plot)).toEqual([
    [0, 0, "same", "marker/marker: 90"],
    [0, 1, "heat-6", "marker/drug: 16"],
    [0, 2, "heat-2", "marker/null: 1"],
    [1, 1, "same", "drug/drug: 3"],
    [2, 1, "heat-3", "null/drug: 4"],
  ]);
});

test("labels that there is no room for are said to be left out", () => {
  const many = Array.from({ length: 30 }, (_, at) => cell(`label ${at}`, null, 100 - at));
  const plot = labelMatrix(many, matrixWords);
  expect(plot.marks).toHaveLength(24);
  expect(plot.texts.map(({ text }) => text)).toContain("and 6 more");
});

test("shifts are counted in bins that hold every one of them and lead to just those", () => {
  const by = [-300, -24, -9, -7, -6, -1, 0, 0, 2, 7, 10, 25, 4000];
  const shifts = by.map((one) => ({ edge: "end" as const, by: one, count: 1, behind: {} }));
  const bins = binShifts(shifts);
  expect(bins.map((bin) => [rangeName(bin), bin.count])).toEqual([
    ...[
      ["< −24", 1],
      ["−15–24", 1],
      ["−7–9", 2],
      ["−6", 1],
      ["−1", 1],
    ],
    ...[
      ["0", 2],
      ["+2", 1],
      ["+7–9", 1],
      ["+10–14", 1],
      ["> 24", 2],
    ],
  ]);
  const inBin = ({ behind }: ShiftBin) =>
    by.filter((one) => {
      const { by: from = 0, to } = behind.shift ?? {};
      return from <= one && one <= (to ?? from);
    });
  for (const bin of bins) expect(inBin(bin)).toHaveLength(bin.count);
  const plot = shiftHistogram(bins, {
    ...{ title: "Shifts", start: "Start", end: "End", characters: "characters", number: String },
    said: (bin) => `${bin.edge} ${rangeName(bin)}: ${bin.count}`,
    unmoved: (starts, ends) => `same: ${starts}, ${ends}`,
  });
  expect(plot.marks).toHaveLength(bins.length - 1);
  expect(plot.texts.map(({ text }) => text)).toContain("same: 0, 2");
});

const pairOf = (a: string, b: string, count: number, of: number): PairCount => ({
  ...{ a, b, count, of, behind: { pair: { a, b } } },
});

test("every two annotators stand once below the diagonal, on a scale that does not depend on the others", () => {
  const words = {
    ...{ title: "Pairs", name: (name: string) => name, share: String },
    of: ({ count, of }: PairCount) => `${count}/${of}`,
    said: ({ a, b }: PairCount) => `${a} ${b}`,
  };
  const pairs = [pairOf("A", "B", 0, 9), pairOf("A", "C", 1, 8), pairOf("B", "C", 8, 8)];
  expect(placed(pairHeat(pairs, words))).toEqual([
    [0, 0, "same", "A B"],
    [1, 0, "heat-3", "A C"],
    [1, 1, "heat-6", "B C"],
  ]);
  expect(pairHeat([pairOf("A", "B", 0, 0)], words).marks).toEqual([]);
});

const typeWords = {
  ...{ title: "Types", type: String, more: String, number: String },
  said: ({ label, type, count }: TypeCell) => `${label} ${type} ${count}`,
};

test("a label's bar is as long as its differences are many, cut by their types", () => {
  const of = (label: string, type: TypeCell["type"], count: number): TypeCell => ({
    ...{ label, type, count, behind: {} },
  });
  const { marks } = typeBars(
    [of("drug", "label", 1), of("marker", "boundary", 6), of("marker", "missing", 2)],
    typeWords,
  );
  expect(marks.map(({ said, width }) => [said, Math.round((width * 8) / 610)])).toEqual([
    ["marker missing 2", 2],
    ["marker boundary 6", 6],
    ["drug label 1", 1],
  ]);
  expect(marks[1]?.x).toBeCloseTo((marks[0]?.x ?? 0) + (marks[0]?.width ?? 0), 10);
});

test("a plot's file and its place in a page are sound XML, whatever labels are called", () => {
  const plot = labelMatrix([cell('<"&> ]]>', "'x'", 2), cell("\u0000", null, 1)], matrixWords);
  for (const markup of [plotFile(plot), plotInPage(plot)]) {
    const bytes = new TextEncoder().encode(markup);
    expect(parseXml(sourceOf(bytes, "plot.svg"), bytes).root.name).toBe("svg");
  }
  expect(plotFile(plot)).not.toContain('<"');
});
