import { expect, test } from "vitest";
import { bennettS } from "../../../../shared/agreement/coding/bennett-s.ts";
import { measured, near, studyOf, tableOf } from "./study.ts";

test("Artstein and Poesio (2008), p. 558: S is .4 of two categories; NLTK's example is .82 of three", () => {
  const two = tableOf([
    [20, 20],
    [10, 50],
  ]);
  const three = tableOf([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]);
  expect(measured(bennettS(), two)).toEqual(near(0.4, 9, { observed: 0.7, expected: 0.5 }));
  expect(measured(bennettS(), three)).toEqual(near(0.82, 9));
});

test("Brennan and Prediger (1981), p. 689, and Zwick (1988), p. 376", () => {
  const brennan = tableOf([
    [50, 0, 0],
    [10, 10, 10],
    [20, 0, 0],
  ]);
  const zwick = tableOf([
    [20, 0, 0, 5],
    [0, 10, 15, 0],
    [0, 15, 10, 0],
    [5, 0, 0, 20],
  ]);
  expect(measured(bennettS(), brennan)).toEqual(near(0.4, 9, { expected: 1 / 3 }));
  expect(measured(bennettS(), zwick)).toEqual(near(0.467, 3));
});

test("a category that nobody used makes chance less likely; without a second one there is no S", () => {
  const rows = [
    ["a", "a"],
    ["a", "a"],
  ];
  expect(measured(bennettS(), studyOf(rows, ["a", "b"]))).toEqual(near(1, 9, { expected: 0.5 }));
  expect(measured(bennettS(), studyOf(rows))).toMatchObject({ reason: "one-category", n: 2 });
});
