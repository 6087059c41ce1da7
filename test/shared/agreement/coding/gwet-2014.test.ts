import { expect, test } from "vitest";
import { congerKappa } from "../../../../shared/agreement/coding/conger-kappa.ts";
import { type Distance, nominal } from "../../../../shared/agreement/coding/distance.ts";
import {
  bipolar,
  circular,
  custom,
  gwetOrdinal,
  linear,
  quadratic,
  radical,
  ratio,
} from "../../../../shared/agreement/coding/distances.ts";
import { fleissKappa } from "../../../../shared/agreement/coding/fleiss-kappa.ts";
import { gwetAc1 } from "../../../../shared/agreement/coding/gwet-ac1.ts";
import { gwetAc2 } from "../../../../shared/agreement/coding/gwet-ac2.ts";
import { randolphKappa } from "../../../../shared/agreement/coding/randolph-kappa.ts";
import { measured, near, studyOf, tableOf } from "./study.ts";

/** Gwet (2014), irrCAC's raw4raters: twelve units, values missing of everyone. */
const fourRaters = studyOf([
  [1, 1, null, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [null, 5, 5, 5],
  [null, null, 1, 1],
  [null, null, 3, null],
]);

const weights = [
  [1, 0.75, 0.5, 0.25, 0],
  [0, 1, 0.75, 0.5, 0.25],
  [0.25, 0, 1, 0.75, 0.5],
  [0.5, 0.25, 0, 1, 0.75],
  [0.75, 0.5, 0.25, 0, 1],
];
const given = custom(weights.map((row) => row.map((weight) => 1 - weight)));

/** What irrCAC prints: observed agreement, then each measure's expected agreement and value. */
const published: [
  Distance,
  number,
  ac: number[],
  fleiss: number[],
  conger: number[],
  bp: number[],
][] = [
  [nominal, 0.818, [0.19, 0.775], [0.239, 0.761], [0.233, 0.763], [0.2, 0.773]],
  [bipolar, 0.968, [0.682, 0.9], [0.785, 0.853], [0.796, 0.845], [0.717, 0.888]],
  [circular, 0.902, [0.426, 0.83], [0.494, 0.807], [0.499, 0.805], [0.447, 0.824]],
  [linear, 0.939, [0.571, 0.859], [0.667, 0.818], [0.675, 0.814], [0.6, 0.848]],
  [gwetOrdinal, 0.968, [0.685, 0.899], [0.788, 0.85], [0.796, 0.844], [0.72, 0.886]],
  [quadratic, 0.975, [0.714, 0.914], [0.818, 0.865], [0.827, 0.858], [0.75, 0.902]],
  [radical, 0.897, [0.43, 0.82], [0.511, 0.79], [0.515, 0.788], [0.452, 0.813]],
  [ratio, 0.954, [0.678, 0.857], [0.743, 0.821], [0.756, 0.812], [0.713, 0.84]],
  [given, 0.886, [0.476, 0.783], [0.524, 0.761], [0.521, 0.763], [0.5, 0.773]],
];

test.each(published)(
  "Gwet (2014): irrCAC's four raters by %o, with missing values",
  (distance, observed, ...values) => {
    const makers = [gwetAc2, fleissKappa, congerKappa, randolphKappa];
    for (const [at, make] of makers.entries()) {
      const [expected = 0, value = 0] = values[at] ?? [];
      // irrCAC rounds to three digits.
      expect(measured(make(distance), fourRaters)).toMatchObject({
        value: expect.closeTo(value, 2.7),
        observed: expect.closeTo(observed, 2.7),
        expected: expect.closeTo(expected, 2.7),
        n: 11,
      });
    }
  },
);

test("Gwet (2008): the paradox of kappa; AC1 stays near observed agreement", () => {
  const study = tableOf([
    [80, 7],
    [8, 5],
  ]);
  const parts = { observed: 0.85, expected: 0.21875, n: 100 };
  expect(measured(gwetAc1, study)).toEqual(near(0.808, 5, parts));
  expect(measured(gwetAc2(quadratic), study)).toEqual(near(0.808, 5, parts));
});

test("irrCAC on four and five steps: AC2 with quadratic weights, AC1", () => {
  const four = tableOf([
    [20, 5, 1, 0],
    [4, 15, 6, 1],
    [0, 5, 18, 4],
    [0, 1, 3, 12],
  ]);
  const five = tableOf([
    [15, 4, 1, 0, 0],
    [3, 12, 4, 1, 0],
    [1, 3, 14, 3, 1],
    [0, 1, 3, 10, 2],
    [0, 0, 1, 2, 8],
  ]);
  expect(measured(gwetAc2(quadratic), four)).toEqual(
    near(0.84028, 5, { observed: 0.95439, expected: 0.71441 }),
  );
  expect(measured(gwetAc1, five)).toEqual(
    near(0.57997, 5, { observed: 0.66292, expected: 0.1975 }),
  );
});

test("one category to choose from has no AC1, and one that all chose of two has 1", () => {
  const rows = [
    ["a", "a"],
    ["a", "a"],
  ];
  for (const measure of [gwetAc1, gwetAc2(nominal)]) {
    expect(measured(measure, studyOf(rows))).toMatchObject({ reason: "one-category", n: 2 });
    expect(measured(measure, studyOf(rows, ["a", "b"]))).toEqual(near(1, 9, { expected: 0 }));
  }
});

test("ratios below zero, and distances of words, have no value", () => {
  const negative = studyOf([
    [-1, 2],
    [2, 2],
  ]);
  expect(measured(gwetAc2(ratio), negative)).toMatchObject({ reason: "negative-numbers" });
  const words = studyOf([["x", "y"]]);
  expect(measured(gwetAc2(gwetOrdinal), words)).toMatchObject({ reason: "no-order" });
});
