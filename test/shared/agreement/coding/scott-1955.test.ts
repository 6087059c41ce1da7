import { expect, test } from "vitest";
import { scottPi } from "../../../../shared/agreement/coding/scott-pi.ts";
import { measured, near, studyOf, tableOf } from "./study.ts";

test("Artstein and Poesio (2008), p. 568: pi is .7995", () => {
  const study = tableOf([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]);
  expect(measured(scottPi(), study)).toEqual(
    near(0.79953, 5, { observed: 0.88, expected: 0.4014, n: 100 }),
  );
});

test("Zwick (1988), p. 376: pi is .444 where habits are the same and .460 where they differ", () => {
  const same = tableOf([
    [20, 10, 10, 0],
    [10, 10, 0, 0],
    [10, 0, 10, 0],
    [0, 0, 0, 20],
  ]);
  const differing = tableOf([
    [20, 5, 5, 10],
    [0, 10, 5, 5],
    [0, 5, 10, 5],
    [0, 0, 0, 20],
  ]);
  expect(measured(scottPi(), same)).toEqual(near(0.444, 3));
  expect(measured(scottPi(), differing)).toEqual(near(0.46, 3));
});

test("Krippendorff (2004), p. 246: pi is .186 whichever way annotators differ", () => {
  const bothWays = tableOf([
    [12, 9, 9],
    [9, 14, 9],
    [9, 9, 20],
  ]);
  const oneWay = tableOf([
    [12, 18, 18],
    [0, 14, 18],
    [0, 0, 20],
  ]);
  for (const study of [bothWays, oneWay])
    expect(measured(scottPi(), study)).toEqual(near(0.186, 3));
});

test("an item of one value says nothing of how often categories are used; three have no pi", () => {
  const rows = [
    ["y", "y"],
    ["n", "n"],
    ["y", "n"],
  ];
  const whole = measured(scottPi(), studyOf(rows));
  expect(measured(scottPi(), studyOf([...rows, ["n", null]]))).toEqual(whole);
  expect(measured(scottPi(), studyOf([["y", "y", "n"]]))).toMatchObject({
    reason: "two-annotators-only",
  });
});
