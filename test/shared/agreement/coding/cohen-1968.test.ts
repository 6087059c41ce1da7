import { expect, test } from "vitest";
import { nominal } from "../../../../shared/agreement/coding/distance.ts";
import {
  custom,
  interval,
  linear,
  quadratic,
} from "../../../../shared/agreement/coding/distances.ts";
import { weightedKappa } from "../../../../shared/agreement/coding/weighted-kappa.ts";
import { measured, near, studyOf, tableOf } from "./study.ts";

const table = tableOf([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

test("Cohen (1968), table 1: kappa of .492 is .348 when some disagreements are graver", () => {
  const graver = custom([
    [0, 1, 3],
    [1, 0, 6],
    [3, 6, 0],
  ]);
  expect(measured(weightedKappa(graver), table)).toEqual(near(0.348, 3));
  expect(measured(weightedKappa(nominal), table)).toEqual(near(0.492, 3));
});

test("Artstein and Poesio (2008), p. 568: all disagreements alike are Cohen's kappa of .801", () => {
  const acts = tableOf([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]);
  const parts = { observed: 0.12, expected: 0.604 };
  expect(measured(weightedKappa(nominal), acts)).toEqual(near(0.8013, 4, parts));
});

test("DKPro's missing variance: 0, with disagreements by the largest distance", () => {
  const study = studyOf([...Array.from({ length: 11 }, () => [1, 1]), [1, 2], [1, 3]]);
  const tenfold = studyOf([...Array.from({ length: 11 }, () => [10, 10]), [10, 20], [10, 30]]);
  for (const one of [study, tenfold])
    expect(measured(weightedKappa(interval), one)).toEqual(
      near(0, 3, { observed: 0.096, expected: 0.096 }),
    );
});

test("distances are of the numbers themselves, and of ranks where words are in order", () => {
  const numbers = studyOf([
    [1, 2],
    [2, 2],
    [5, 1],
    [5, 5],
  ]);
  const words = studyOf(
    [
      ["low", "mid"],
      ["mid", "mid"],
      ["high", "low"],
      ["high", "high"],
    ],
    ["low", "mid", "high"],
  );
  // By hand: of numbers 5 / 4 by 30 / 16, of ranks 3 / 4 by 14 / 16.
  expect(measured(weightedKappa(linear), numbers)).toEqual(near(1 - 1.25 / 1.875, 9));
  expect(measured(weightedKappa(linear), words)).toEqual(near(1 - 0.75 / 0.875, 9));
});

test("words that nobody put in order have no distance", () => {
  const study = studyOf([
    ["low", "high"],
    ["low", "low"],
  ]);
  expect(measured(weightedKappa(quadratic), study)).toMatchObject({ reason: "no-order", n: 2 });
  const mixed = studyOf([
    [1, "high"],
    ["high", 2],
  ]);
  expect(measured(weightedKappa(quadratic), mixed)).toMatchObject({ reason: "not-numbers" });
});
