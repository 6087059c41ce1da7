import { expect, test } from "vitest";
import { randolphKappa } from "../../../../shared/agreement/coding/randolph-kappa.ts";
import { measured, near, studyOf } from "./study.ts";

test("Randolph (2005), p. 17: .33 where Fleiss' kappa is -.2, since both categories are as likely", () => {
  const study = studyOf([
    ["Yes", "Yes", "Yes"],
    ["Yes", "Yes", "No"],
    ["Yes", "Yes", "No"],
    ["Yes", "Yes", "Yes"],
  ]);
  expect(measured(randolphKappa(), study)).toEqual(
    near(1 / 3, 9, { observed: 2 / 3, expected: 0.5, n: 4 }),
  );
});

test("without a second category to choose from there is no free-marginal kappa", () => {
  const rows = [["a", "a", "a"]];
  expect(measured(randolphKappa(), studyOf(rows))).toMatchObject({ reason: "one-category", n: 1 });
  expect(measured(randolphKappa(), studyOf(rows, ["a", "b"]))).toEqual(near(1, 9));
});
