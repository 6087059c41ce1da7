import { expect, test } from "vitest";
import {
  custom,
  interval,
  krippendorffOrdinal,
  ratio,
} from "../../../../shared/agreement/coding/distances.ts";
import { krippendorffAlpha } from "../../../../shared/agreement/coding/krippendorff-alpha.ts";
import { measured, near, type Study, studyOf, tableOf } from "./study.ts";

/** Each text is one item, each digit one annotator's value; a point is missing. */
function digits(rows: readonly string[], order?: number[]): Study {
  return studyOf(
    rows.map((row) => [...row].map((one) => (one === "." ? null : Number(one)))),
    order,
  );
}

/** Hayes and Krippendorff (2007), table 1: five observers, 40 units, 0 to 3. */
const newspapers = digits([
  "112.2",
  "1101.",
  "2333.",
  ".00.0",
  "000.0",
  "000.0",
  "102.1",
  "1.20.",
  "222.2",
  "2111.",
  ".100.",
  "0000.",
  "1222.",
  "33223",
  "111.1",
  "111.1",
  "212.2",
  "1233.",
  "1101.",
  "000.0",
  "0011.",
  "00.00",
  "2333.",
  "0000.",
  "12.22",
  "0111.",
  "00010",
  "1212.",
  "1122.",
  "112.2",
  "110.0",
  "2121.",
  "22.22",
  "3222.",
  "222.2",
  "223.2",
  "222.2",
  "22.12",
  "2222.",
  "111.1",
]);

/** Krippendorff (2004), p. 230, and (2011): four observers, twelve units, missing values. */
const fourObservers = digits([
  ...["11.1", "2232", "3333", "3333", "2222", "1234"],
  ...["4444", "1121", "2222", ".555", "..11", "..3."],
]);

test("Krippendorff (1980), p. 133 and 139: alpha is .095 of binary data, .642 and .547 of three observers", () => {
  const binary = tableOf([
    [5, 3],
    [1, 1],
  ]);
  expect(measured(krippendorffAlpha(), binary)).toEqual(
    near(0.095, 3, { observed: 0.4, expected: 0.442, n: 10 }),
  );
  const three = digits(["111", "122", "222", "444", "144", "222", "123", "333", "222"]);
  expect(measured(krippendorffAlpha(), three)).toEqual(
    near(0.642, 3, { observed: 0.259, expected: 0.724 }),
  );
  expect(measured(krippendorffAlpha(interval), three)).toEqual(near(0.547, 3));
});

test("Krippendorff (2011): .743 nominal, .815 ordinal, .849 interval, .797 ratio, with missing values", () => {
  const by = (distance: Parameters<typeof krippendorffAlpha>[0]) =>
    measured(krippendorffAlpha(distance), fourObservers);
  expect(measured(krippendorffAlpha(), fourObservers)).toEqual(near(0.743, 3, { n: 11 }));
  expect(by(krippendorffOrdinal)).toEqual(near(0.815, 3));
  expect(by(interval)).toEqual(near(0.849, 3, { observed: 0.433, expected: 2.872 }));
  expect(by(ratio)).toEqual(near(0.797, 3));
});

test("Hayes and Krippendorff (2007), p. 84: ordinal alpha is .7598", () => {
  expect(measured(krippendorffAlpha(krippendorffOrdinal), newspapers)).toEqual(
    near(0.7598, 4, { n: 40 }),
  );
});

test("Artstein and Poesio (2008), p. 568: with distances of one's own .8156", () => {
  const acts = tableOf([
    [46, 0, 0],
    [6, 32, 6],
    [0, 0, 10],
  ]);
  // STAT, IReq, Chck.
  const distance = custom([
    [0, 1, 0.5],
    [1, 0, 0.5],
    [0.5, 0.5, 0],
  ]);
  expect(measured(krippendorffAlpha(distance), acts)).toEqual(
    near(0.8156, 4, { observed: 0.09, expected: 0.4879 }),
  );
  expect(() => custom([[0]]).between(acts.coding, [])).toThrow("1 rows for 3 categories");
});

test("DKPro's missing variance is below 0, and a removed single value changes nothing (NLTK)", () => {
  const rows = [...Array.from({ length: 11 }, () => "11"), "12", "13"];
  expect(measured(krippendorffAlpha(), digits(rows))).toEqual(
    near(-0.02, 3, { observed: 0.153, expected: 0.15 }),
  );
  const easy = studyOf([
    ["YES", "NO", "NO"],
    ["YES", "NO", null],
  ]);
  const single = { ...easy, items: [...easy.items, [null, null, 1]] };
  for (const one of [easy, single])
    expect(measured(krippendorffAlpha(), one)).toEqual(near(-1 / 3, 9, { n: 2 }));
});

test("the order of ranks is that of the numbers, unless another one is given", () => {
  const rows = ["12", "23", "31", "33", "22"];
  const inOrder = measured(krippendorffAlpha(krippendorffOrdinal), digits(rows, [1, 2, 3]));
  expect(measured(krippendorffAlpha(krippendorffOrdinal), digits(rows.reverse()))).toEqual(inOrder);
  const other = measured(krippendorffAlpha(krippendorffOrdinal), digits(rows, [2, 1, 3]));
  expect(other).not.toEqual(inOrder);
});

test("without variation there is no alpha, where DKPro has 1 and NLTK divides by 0", () => {
  const study = studyOf(
    [
      ["A", "A"],
      ["A", "A"],
      ["A", "A"],
    ],
    ["A", "B"],
  );
  expect(measured(krippendorffAlpha(), study)).toEqual({
    ...{ defined: false, reason: "one-category", observed: 0, expected: 0, n: 3 },
  });
});

test("annotators whose categories nobody tells apart cannot disagree", () => {
  const study = studyOf([["A", "B"]], ["A", "B", "C"]);
  const distance = custom([
    [0, 0, 1],
    [0, 0, 1],
    [1, 1, 0],
  ]);
  expect(measured(krippendorffAlpha(distance), study)).toMatchObject({
    reason: "no-chance-disagreement",
  });
});
