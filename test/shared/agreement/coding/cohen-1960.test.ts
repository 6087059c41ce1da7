import { expect, test } from "vitest";
import { cohenKappa, cohenKappaMax } from "../../../../shared/agreement/coding/cohen-kappa.ts";
import { fleissKappa } from "../../../../shared/agreement/coding/fleiss-kappa.ts";
import { oneAgainstRest } from "../../../../shared/agreement/coding/measure-coding.ts";
import { measured, near, studyOf, tableOf } from "./study.ts";

const secondTable = tableOf([
  [88, 14, 18],
  [10, 40, 10],
  [2, 6, 12],
]);

test("Cohen (1960), p. 45: kappa is .492, and at most .831 with these habits", () => {
  const parts = { observed: 0.7, expected: 0.41, n: 200 };
  expect(measured(cohenKappa, secondTable)).toEqual(near(0.492, 3, parts));
  expect(measured(cohenKappaMax, secondTable)).toEqual(near(0.831, 3, { observed: 0.9 }));
});

test("Cohen (1960), p. 37: agreement below chance is below 0", () => {
  const table = tableOf([
    [25, 12, 3],
    [13, 2, 15],
    [12, 16, 2],
  ]);
  expect(measured(cohenKappa, table)).toEqual(near(-0.092, 3, { observed: 0.29, expected: 0.35 }));
  expect(measured(cohenKappaMax, table)).toEqual(near(0.85, 2, { observed: 0.9 }));
});

test("Agresti (1992), p. 202: two pathologists on the uterine cervix, and on each category", () => {
  const study = tableOf([
    [22, 2, 2, 0],
    [5, 7, 14, 0],
    [0, 2, 36, 0],
    [0, 1, 17, 10],
  ]);
  expect(measured(cohenKappa, study)).toEqual(near(0.493, 3, { n: 118 }));
  const byCategory = [0, 1, 2, 3].map((category) =>
    measured(fleissKappa(), oneAgainstRest(study.coding, study.items, category)),
  );
  // DKPro has those of a category by Fleiss, beside Cohen's over all.
  const published = [0.781, 0.247, 0.402, 0.435];
  expect(byCategory).toEqual(published.map((value) => near(value, 3)));
});

test("items that one of the two has not rated are left out", () => {
  const study = studyOf([
    ["a", "a"],
    ["b", "b"],
    ["a", null],
    [null, null],
  ]);
  expect(measured(cohenKappa, study)).toEqual(near(1, 9, { n: 2 }));
});

test("kappa is not defined for three, for one, for nothing, and for a single category of both", () => {
  const reasons = [[["a", "a", "b"]], [["a"]], [], [["a", null]], [["a", "a"]]].map((rows) => {
    const study = studyOf(rows);
    const raters = Math.max(study.coding.raters, rows.length === 0 ? 2 : 1);
    return measured(cohenKappa, { ...study, coding: { ...study.coding, raters } });
  });
  expect(reasons.map((one) => (one.defined ? one.value : one.reason))).toEqual([
    "two-annotators-only",
    "one-annotator",
    "no-items",
    "no-pairs",
    "one-category",
  ]);
  expect(reasons[4]).toMatchObject({ observed: 1, expected: 1, n: 1 });
});

test("kappa is 0 where only one of the two tells categories apart", () => {
  const study = studyOf([
    ["a", "a"],
    ["a", "b"],
  ]);
  expect(measured(cohenKappa, study)).toEqual(near(0, 12, { observed: 0.5, expected: 0.5 }));
});
