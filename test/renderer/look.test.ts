import { describe, expect, test } from "vitest";
import { type GridAction, gridAction } from "../../renderer/look/grid-keys.ts";
import { findTyped, moveTo, noSelection, toggleAt } from "../../renderer/look/grid-selection.ts";

const rows = ["a", "b", "c", "d"].map((id) => ({ id }));
const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

describe("choosing rows of a grid", () => {
  test("goes to a row, extends from it, and comes back", () => {
    const second = moveTo(rows, noSelection, 1, false);
    const range = moveTo(rows, second, 3, true);
    expect(range).toEqual({ at: 3, anchor: 1, chosen: new Set(["b", "c", "d"]) });
    expect(moveTo(rows, range, 0, true)).toEqual({
      at: 0,
      anchor: 1,
      chosen: new Set(["a", "b"]),
    });
  });

  test("stays within the rows that are there", () => {
    expect(moveTo(rows, noSelection, 99, false).at).toBe(3);
    expect(moveTo(rows, noSelection, -1, false).at).toBe(0);
    expect(moveTo([], noSelection, 1, false)).toEqual(noSelection);
  });

  test("takes one row out of all, and puts it back", () => {
    const without = toggleAt(rows, { ...noSelection, chosen: "all" }, 2);
    expect(without.chosen).toEqual(new Set(["a", "b", "d"]));
    expect(toggleAt(rows, without, 2).chosen).toEqual(new Set(["a", "b", "c", "d"]));
  });

  test("finds by the first letters, from here on and around", () => {
    const titles = ["Melanoma", "Lymphoma", "melanosis"];
    expect(findTyped(titles, "mel", 1)).toBe(2);
    expect(findTyped(titles, "melanom", 1)).toBe(0);
    expect(findTyped(titles, "x", 0)).toBeNull();
  });
});

test.each<[string, Partial<typeof plain>, GridAction | null]>([
  ["ArrowDown", {}, { kind: "move", to: 6, extend: false }],
  ["PageUp", { shiftKey: true }, { kind: "move", to: -5, extend: true }],
  ["End", {}, { kind: "move", to: 99, extend: false }],
  ["a", { ctrlKey: true }, { kind: "all" }],
  ["a", {}, { kind: "type", letter: "a" }],
  ["F10", { shiftKey: true }, { kind: "menu" }],
  ["ArrowDown", { altKey: true }, null],
  ["z", { metaKey: true }, null],
  ["?", { shiftKey: true }, null],
])("a grid understands %s with %o", (key, modifiers, action) => {
  const press = { key, ...plain, ...modifiers };
  expect(gridAction(press, { at: 5, page: 10, count: 100 })).toEqual(action);
});
