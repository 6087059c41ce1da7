import { expect, test } from "vitest";
import { cohenKappa } from "../../../../shared/agreement/coding/cohen-kappa.ts";
import { lightKappa } from "../../../../shared/agreement/coding/light-kappa.ts";
import { ofPair } from "../../../../shared/agreement/coding/measure-coding.ts";
import { measured, near, studyOf } from "./study.ts";

const rows = [
  ["high", "high", "high"],
  ["high", "high", "low"],
  ["high", "low", "high"],
  ["low", "high", "high"],
  ["low", "low", "high"],
  ["low", "low", "low"],
  ["low", "low", "low"],
  ["low", "high", "low"],
  ["low", "low", "high"],
  ["low", "low", "high"],
];

test("Light (1971): the mean of Cohen's kappa over pairs, as NLTK has it", () => {
  const { coding, items } = studyOf(rows);
  const pairs = (
    [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const
  ).map((pair) => {
    const value = measured(cohenKappa, ofPair(coding, items, pair));
    return value.defined ? value.value : Number.NaN;
  });
  // The first pair are the two annotators of Artstein and Poesio (2008), p. 558.
  expect(pairs[0]).toBeCloseTo(0.348, 3);
  const mean = pairs.reduce((sum, value) => sum + value, 0) / 3;
  expect(measured(lightKappa, { coding, items })).toEqual(near(mean, 12, { n: 10 }));
});

test("a pair without an item in common, or without a kappa, leaves no mean", () => {
  const apart = studyOf([
    ["a", "b", null],
    ["b", "b", null],
    ["a", null, "b"],
  ]);
  expect(measured(lightKappa, apart)).toMatchObject({ reason: "no-pairs", n: 3 });
  const same = studyOf([
    ["a", "a", "a"],
    ["a", "a", "b"],
  ]);
  expect(measured(lightKappa, same)).toMatchObject({ reason: "one-category", n: 2 });
});
