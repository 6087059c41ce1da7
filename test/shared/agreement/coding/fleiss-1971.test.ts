import { expect, test } from "vitest";
import { fleissKappa } from "../../../../shared/agreement/coding/fleiss-kappa.ts";
import { oneAgainstRest } from "../../../../shared/agreement/coding/measure-coding.ts";
import { itemAgreement } from "../../../../shared/agreement/coding/percent-agreement.ts";
import { countsOf, measured, near, studyOf } from "./study.ts";

/** Table 1: how many of six psychiatrists gave each of 30 patients each of five diagnoses. */
const patients = [
  [0, 0, 0, 6, 0],
  [0, 3, 0, 0, 3],
  [0, 1, 4, 0, 1],
  [0, 0, 0, 0, 6],
  [0, 3, 0, 3, 0],
  [2, 0, 4, 0, 0],
  [0, 0, 4, 0, 2],
  [2, 0, 3, 1, 0],
  [2, 0, 0, 4, 0],
  [0, 0, 0, 0, 6],
  [1, 0, 0, 5, 0],
  [1, 1, 0, 4, 0],
  [0, 3, 3, 0, 0],
  [1, 0, 0, 5, 0],
  [0, 2, 0, 3, 1],
  [0, 0, 5, 0, 1],
  [3, 0, 0, 1, 2],
  [5, 1, 0, 0, 0],
  [0, 2, 0, 4, 0],
  [1, 0, 2, 0, 3],
  [0, 0, 0, 0, 6],
  [0, 1, 0, 5, 0],
  [0, 2, 0, 1, 3],
  [2, 0, 0, 4, 0],
  [1, 0, 0, 4, 1],
  [0, 5, 0, 1, 0],
  [4, 0, 0, 0, 2],
  [0, 2, 0, 4, 0],
  [1, 0, 5, 0, 0],
  [0, 0, 0, 0, 6],
];

test("Fleiss (1971), p. 380: kappa is .430 of observed .556 and expected .220", () => {
  const parts = { observed: 0.5556, expected: 0.22, n: 30 };
  expect(measured(fleissKappa(), countsOf(patients))).toEqual(near(0.4302, 4, parts));
});

test("Fleiss (1971), p. 380 and 381: kappa of each diagnosis", () => {
  const { coding, items } = countsOf(patients);
  const values = [1, 2, 3, 4, 5].map((diagnosis) => {
    const at = coding.categories.indexOf(diagnosis);
    return measured(fleissKappa(), oneAgainstRest(coding, items, at));
  });
  const published = [0.245, 0.245, 0.52, 0.471, 0.566];
  expect(values).toEqual(published.map((value) => near(value, 3)));
});

test("Fleiss (1971), p. 379: the agreement on each patient", () => {
  const { items } = countsOf(patients);
  const first = items.slice(0, 8).map(itemAgreement);
  const published = [1, 0.4, 0.4, 1, 0.4, 0.467, 0.467, 0.267];
  expect(first).toEqual(published.map((value) => expect.closeTo(value, 3)));
});

test("Randolph (2005), p. 17: .33 with even use of both categories, -.2 where one is rare", () => {
  const even = studyOf([
    ["Yes", "Yes", "Yes"],
    ["Yes", "Yes", "No"],
    ["No", "No", "Yes"],
    ["No", "No", "No"],
  ]);
  const rare = studyOf([
    ["Yes", "Yes", "Yes"],
    ["Yes", "Yes", "No"],
    ["Yes", "Yes", "No"],
    ["Yes", "Yes", "Yes"],
  ]);
  expect(measured(fleissKappa(), even)).toEqual(near(1 / 3, 9, { observed: 2 / 3, expected: 0.5 }));
  expect(measured(fleissKappa(), rare)).toEqual(near(-0.2, 9));
});

test("a single category throughout has no kappa, and a single value no partner", () => {
  expect(measured(fleissKappa(), studyOf([["a", "a", "a"]], ["a", "b"]))).toEqual({
    ...{ defined: false, reason: "one-category", observed: 1, expected: 1, n: 1 },
  });
  expect(measured(fleissKappa(), studyOf([["a", null, null]]))).toMatchObject({
    reason: "no-pairs",
  });
  expect(itemAgreement([0, null, null])).toBe(null);
});
