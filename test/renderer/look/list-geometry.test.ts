import { expect, test } from "vitest";
import {
  evenRows,
  moveFor,
  unevenRows,
  visibleRange,
} from "../../../renderer/look/list-geometry.ts";

test("only the rows near the view are drawn", () => {
  expect(visibleRange(evenRows(20_000, 28), 20_000, 28_000, 280)).toEqual({ from: 994, to: 1017 });
  expect(visibleRange(evenRows(3, 28), 3, 0, 280)).toEqual({ from: 0, to: 3 });
  expect(visibleRange(evenRows(0, 28), 0, 0, 280)).toEqual({ from: 0, to: 0 });
});

test("rows of different heights stand below each other", () => {
  const rows = unevenRows([30, 28, 28]);
  expect([rows.topOf(0), rows.topOf(1), rows.topOf(2), rows.height]).toEqual([0, 30, 58, 86]);
  expect([rows.rowAt(0), rows.rowAt(30), rows.rowAt(57), rows.rowAt(999)]).toEqual([0, 1, 1, 2]);
});

test("keys pass over headings and stop at the ends", () => {
  const rows = ["# marker", "CD34", "S100", "# drug", "imatinib"];
  const move = (key: string, at: number) =>
    moveFor(key, rows, at, 3, (row) => !row.startsWith("#"));
  expect(move("ArrowDown", -1)).toBe("CD34");
  expect(move("ArrowDown", 2)).toBe("imatinib");
  expect(move("ArrowUp", 1)).toBeNull();
  expect(move("PageDown", 0)).toBe("S100");
  expect(move("End", 1)).toBe("imatinib");
  expect(move("Enter", 1)).toBeNull();
});
