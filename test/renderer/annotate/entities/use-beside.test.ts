import { expect, test } from "vitest";
import { topFor } from "../../../../renderer/annotate/entities/list/use-beside.ts";

const room = { top: 100, bottom: 130, current: 130, view: 700, box: 300 };

test("what is said of a list stands below it where it fits, else above", () => {
  expect(topFor(room)).toBe(136);
  expect(topFor({ ...room, top: 500, bottom: 600, current: 600 })).toBe(194);
});

test("beside a list too long for both it stands where it does not cover the line looked at", () => {
  const long = { ...room, top: 50, bottom: 650 };
  expect(topFor({ ...long, current: 120 })).toBe(392);
  expect(topFor({ ...long, current: 600 })).toBe(8);
  expect(topFor({ ...long, top: null, bottom: null, current: null })).toBe(392);
});
