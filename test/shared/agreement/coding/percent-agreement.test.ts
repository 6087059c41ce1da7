import { expect, test } from "vitest";
import {
  meanDistance,
  meanOfItems,
  percentAgreementPerItem,
} from "../../../../shared/agreement/coding/item-measures.ts";
import { percentAgreement } from "../../../../shared/agreement/coding/percent-agreement.ts";
import { setDistances } from "../../../../shared/agreement/coding/set-distance.ts";
import { dkproSets, measured, near, studyOf, tableOf } from "./study.ts";

test("Artstein and Poesio (2008), p. 558: .7, of which nothing is taken off", () => {
  const study = tableOf([
    [20, 20],
    [10, 50],
  ]);
  expect(measured(percentAgreement, study)).toEqual({
    ...{ defined: true, value: expect.closeTo(0.7, 12), observed: expect.closeTo(0.7, 12) },
    ...{ expected: null, n: 100 },
  });
});

const missing = studyOf([
  ["B", "B", null, "B"],
  ["L", "L", "P", "L"],
  ["P", "P", "P", "P"],
  ["P", "P", "P", "P"],
  ["L", "L", "L", "L"],
  ["B", "L", "P", "C"],
  ["C", "C", "C", "C"],
  ["B", "B", "L", "B"],
  ["L", "L", "L", "L"],
  [null, "F", "F", "F"],
  [null, null, "B", "B"],
  [null, null, "P", null],
]);

test("Krippendorff (2004), p. 230: with missing values .8 by values, and .818 by items", () => {
  expect(measured(percentAgreement, missing)).toEqual(near(0.8, 9, { n: 11 }));
  const { coding, items } = missing;
  const values = items.map((item) => percentAgreementPerItem.of(item, coding));
  expect(values).toEqual([1, 0.5, 1, 1, 1, 0, 1, 0.5, 1, 1, 1, null]);
  expect(meanOfItems(values, coding)).toEqual(near(9 / 11, 9, { n: 11 }));
});

test("DKPro's sets agree when they are the same, in whatever order", () => {
  expect(measured(percentAgreement, dkproSets)).toEqual(near(1 / 3, 9, { n: 9 }));
});

test("without two annotators on any item there is no agreement, nor a distance", () => {
  const { coding, items } = studyOf([["a", null]]);
  expect(measured(percentAgreement, { coding, items })).toMatchObject({ reason: "no-pairs", n: 0 });
  const values = items.map((item) => meanDistance(setDistances.masi).of(item, coding));
  expect(meanOfItems(values, coding)).toMatchObject({ defined: false, reason: "no-pairs" });
  expect(meanOfItems([], coding)).toMatchObject({ reason: "no-items" });
  expect(meanOfItems([null], { ...coding, raters: 1 })).toMatchObject({ reason: "one-annotator" });
});
