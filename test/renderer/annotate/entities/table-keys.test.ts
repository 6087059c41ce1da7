import { expect, test } from "vitest";
import { tableAction } from "../../../../renderer/annotate/entities/table/table-keys.ts";

const press = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});
const extent = { rows: 10, columns: 4, page: 5 };
const from = (key: string, row: number, column: number, more = {}) =>
  tableAction(press(key, more), { row, column }, extent);

test("the arrows go from cell to cell, and up to the titles", () => {
  expect(from("ArrowDown", 0, 1)).toEqual({ do: "move", to: { row: 1, column: 1 } });
  expect(from("ArrowUp", 0, 1)).toEqual({ do: "move", to: { row: -1, column: 1 } });
  expect(from("ArrowUp", -1, 1)).toEqual({ do: "move", to: { row: -1, column: 1 } });
  expect(from("ArrowRight", 3, 3)).toEqual({ do: "move", to: { row: 3, column: 3 } });
  expect(from("PageDown", 8, 0)).toEqual({ do: "move", to: { row: 9, column: 0 } });
  expect(from("End", 2, 1, { ctrlKey: true })).toEqual({ do: "move", to: { row: 9, column: 3 } });
});

test("letters write, Enter goes to the text, and chords are not the table's", () => {
  expect(from("p", 1, 1)).toEqual({ do: "type", character: "p" });
  expect(from("Enter", 1, 1)).toEqual({ do: "open" });
  expect(from("F2", 1, 1)).toEqual({ do: "edit" });
  expect(from("z", 1, 1, { ctrlKey: true })).toBeNull();
  expect(from("ArrowUp", 1, 1, { altKey: true })).toBeNull();
  expect(from("F9", 1, 1, { shiftKey: true })).toBeNull();
});
