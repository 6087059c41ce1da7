import fc from "fast-check";
import { expect, test } from "vitest";
import { placeWindow } from "../../../electron/hosts/desktop/placement.ts";

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const right = { x: 1920, y: 0, width: 1280, height: 1024 };

test("the first window is in the middle of the main display", () => {
  expect(placeWindow(null, [main, right])).toEqual({
    x: 260,
    y: 70,
    width: 1400,
    height: 900,
    maximized: false,
  });
});

test("a window opens where it was left, on a second display too", () => {
  const saved = { x: 2000, y: 50, width: 1000, height: 700, maximized: true };
  expect(placeWindow(saved, [main, right])).toEqual(saved);
});

test("a window whose display is gone comes back to the main one, with its size", () => {
  const saved = { x: 2000, y: 50, width: 1000, height: 700, maximized: false };
  expect(placeWindow(saved, [main])).toEqual({ ...saved, x: 460, y: 170 });
});

test("a window whose title bar is above or below every display comes back", () => {
  const saved = { x: 100, y: -300, width: 1000, height: 700, maximized: false };
  expect(placeWindow(saved, [main]).y).toBe(170);
  expect(placeWindow({ ...saved, y: 1030 }, [main]).y).toBe(170);
});

test("a window is never larger than its display", () => {
  const small = { x: 0, y: 0, width: 1024, height: 560 };
  const saved = { x: 0, y: 0, width: 1900, height: 1000, maximized: false };
  expect(placeWindow(saved, [small])).toEqual({ ...small, maximized: false });
});

test("whatever was saved, the title bar can be taken hold of", () => {
  const place = fc.record({
    x: fc.integer({ min: -9000, max: 9000 }),
    y: fc.integer({ min: -9000, max: 9000 }),
    width: fc.integer({ min: 0, max: 9000 }),
    height: fc.integer({ min: 0, max: 9000 }),
    maximized: fc.boolean(),
  });
  fc.assert(
    fc.property(place, (saved) => {
      const { x, y, width } = placeWindow(saved, [main, right]);
      const shown = [main, right].some(
        (area) =>
          Math.min(x + width, area.x + area.width) - Math.max(x, area.x) >= 120 &&
          y >= area.y &&
          y <= area.y + area.height - 32,
      );
      expect(shown).toBe(true);
    }),
  );
});
