import { expect, test } from "vitest";
import { readStudy, studiesIn } from "../../../shared/agreement/raw-study/file.ts";
import { measureStudy, type StudyOptions } from "../../../shared/agreement/raw-study/measure.ts";

const plain: StudyOptions = { measures: [], by: null, rounds: null, seed: null, solve: () => [] };

/** The agreement in one study, as JSON gives it. */
function agreement(value: unknown, options: Partial<StudyOptions> = {}) {
  const [study] = studiesIn(value, "study.json").studies.map(readStudy);
  if (!study) throw new Error("there is no study");
  return measureStudy(study, { ...plain, ...options });
}

/** Figures by what they are of, each as its value or its reason. */
function told(value: unknown, options: Partial<StudyOptions> = {}) {
  return agreement(value, options).measures.map((figure) => {
    const of =
      figure.scope === "pair"
        ? figure.annotators.join("-")
        : figure.scope === "label"
          ? figure.label
          : "all";
    return [figure.id, of, figure.undefined ?? Math.round((figure.value ?? 0) * 1000) / 1000];
  });
}

const two = {
  items: [
    ["high", "high"],
    ["high", "low"],
    ["low", "low"],
    ["low", null],
  ],
};

test("a figure has its parts, its interval's reason, what it assumes and what was left out", () => {
  expect(agreement({ ...two, measure: "cohen-kappa" })).toEqual({
    units: 4,
    annotators: ["1", "2"],
    measures: [
      {
        ...{ id: "cohen-kappa", scope: "all", value: expect.closeTo(0.4, 9), undefined: null },
        ...{ observed: expect.closeTo(2 / 3, 9), expected: expect.closeTo(4 / 9, 9), n: 3 },
        ...{ ci: null, ciUndefined: null },
        assumes:
          "It takes each annotator to have habits of their own, and every disagreement to be as grave.",
        leftOut: [{ what: "items with fewer than two values", count: 1 }],
      },
    ],
  });
});

test("without a name, a study is measured by all that apply", () => {
  expect(told(two).map(([id]) => id)).toEqual([
    ...["percent-agreement", "cohen-kappa", "cohen-kappa-max", "scott-pi", "bennett-s"],
    ...["fleiss-kappa", "light-kappa", "hubert-kappa", "conger-kappa", "randolph-kappa"],
    ...["gwet-ac1", "krippendorff-alpha", "percent-agreement-per-item"],
  ]);
  const three = { items: [["a", "a", "b"]], params: { metric: "jaccard" } };
  expect(told(three).map(([id]) => id)).toEqual([
    ...["percent-agreement", "fleiss-kappa", "light-kappa", "hubert-kappa", "conger-kappa"],
    ...["randolph-kappa", "gwet-ac1", "gwet-ac2", "krippendorff-alpha"],
    ...["percent-agreement-per-item", "set-distance"],
  ]);
});

test("a measure of two is of each pair where there are three, and any is where that is asked for", () => {
  const three = {
    raters: ["Ana", "Bo", "Cy"],
    items: [
      ["a", "a", "b"],
      ["b", "b", "b"],
    ],
  };
  expect(told(three, { measures: ["cohen-kappa"] })).toEqual([
    ["cohen-kappa", "all", "two-annotators-only"],
    ["cohen-kappa", "Ana-Bo", 1],
    ["cohen-kappa", "Ana-Cy", 0],
    ["cohen-kappa", "Bo-Cy", 0],
  ]);
  expect(told(three, { measures: ["percent-agreement"], by: "pair" })).toEqual([
    ["percent-agreement", "all", 0.667],
    ["percent-agreement", "Ana-Bo", 1],
    ["percent-agreement", "Ana-Cy", 0.5],
    ["percent-agreement", "Bo-Cy", 0.5],
  ]);
});

test("by label, each category stands against all others", () => {
  const items = [
    ["a", "a"],
    ["b", "c"],
    ["c", "b"],
    ["a", "a"],
  ];
  expect(told({ items }, { measures: ["fleiss-kappa"], by: "label" })).toEqual([
    ["fleiss-kappa", "all", 0.2],
    ["fleiss-kappa", "a", 1],
    ["fleiss-kappa", "b", -0.333],
    ["fleiss-kappa", "c", -0.333],
  ]);
});

/** Rows are the first annotator's categories from 1, columns the second's; cells count items. */
function itemsOf(table: readonly (readonly number[])[]): number[][] {
  return table.flatMap((counts, one) =>
    counts.flatMap((count, other) => Array.from({ length: count }, () => [one + 1, other + 1])),
  );
}

test("cohen-kappa takes weights, as scikit-learn's cohen_kappa_score does in its own test", () => {
  const items = itemsOf([
    [46, 0, 0],
    [4, 40, 0],
    [0, 0, 10],
  ]);
  const kappa = (weights: string) =>
    told({ items, params: { weights } }, { measures: ["cohen-kappa", "weighted-kappa"] });
  const both = (value: number) => [
    ["cohen-kappa", "all", value],
    ["weighted-kappa", "all", value],
  ];
  expect(kappa("unweighted")).toEqual(both(0.932));
  expect(kappa("linear")).toEqual(both(0.941));
  expect(kappa("quadratic")).toEqual(both(0.954));
});

test("irrCAC's cont3x3abstractors: two annotators' coefficients by each kind of weights", () => {
  const items = itemsOf([
    [13, 0, 0],
    [0, 20, 7],
    [0, 4, 56],
  ]);
  const measures = ["cohen-kappa", "scott-pi", "bennett-s"];
  const values = (weights: string) =>
    told({ items, params: { weights } }, { measures }).map(([, , value]) => value);
  // Unweighted as irrCAC prints them; the others by its formulas, reckoned on their own.
  expect(values("unweighted")).toEqual([0.796, 0.796, 0.835]);
  expect(values("quadratic")).toEqual([0.892, 0.892, 0.918]);
  expect(values("ordinal")).toEqual([0.872, 0.872, 0.901]);
});

test("irrCAC's weights may be a table, which Cohen's kappa takes as it takes quadratic ones", () => {
  const items = [
    ...[
      [1, 1],
      [1, 2],
      [2, 2],
    ],
    ...[
      [2, 3],
      [3, 3],
      [3, 1],
      [1, 1],
    ],
  ];
  const quadratic = [
    [1, 0.75, 0],
    [0.75, 1, 0.75],
    [0, 0.75, 1],
  ];
  const measures = ["cohen-kappa", "fleiss-kappa", "gwet-ac2"];
  const by = (params: object) =>
    told({ items, params: { categories_order: [1, 2, 3], ...params } }, { measures });
  expect(by({ weights: quadratic })).toEqual(by({ weights: "quadratic" }));
  expect(by({ weight_matrix: quadratic })).toEqual(by({ weights: "quadratic" }));
});

test("items that are no lists are named as what is wrong", () => {
  expect(() => agreement({ items: ["ab", "cd"] })).toThrow(/item 1 has to be a list/);
});

test("R's irr weighs by ranks under equal and squared, whatever the numbers", () => {
  const items = [
    ...[
      [1, 1],
      [1, 2],
      [2, 2],
    ],
    ...[
      [2, 5],
      [5, 5],
      [5, 1],
      [1, 1],
    ],
  ];
  const kappa = (weights: string) =>
    told({ items, params: { weights } }, { measures: ["weighted-kappa"] })[0]?.[2];
  expect(["equal", "squared", "quadratic"].map(kappa)).toEqual([0.364, 0.382, 0.341]);
});

test("Likert steps are in order by their numbers, and words by the order that the study gives", () => {
  const numbers = {
    items: [
      [1, 2],
      [2, 2],
      [3, 1],
      [3, 3],
    ],
    params: { metric: "ordinal" },
  };
  const names = ["", "low", "mid", "high"];
  const items = numbers.items.map((item) => item.map((step) => names[step]));
  const measures = ["krippendorff-alpha", "gwet-ac2", "weighted-kappa"];
  const words = { items, params: { metric: "ordinal", categories_order: ["low", "mid", "high"] } };
  expect(told(words, { measures })).toEqual(told(numbers, { measures }));
  const listed = { items, categories: ["low", "mid", "high"], params: { metric: "ordinal" } };
  expect(told(listed, { measures })).toEqual(told(numbers, { measures }));
  expect(told({ ...words, params: { metric: "ordinal" } }, { measures })).toEqual(
    measures.map((id) => [id, "all", "no-order"]),
  );
});

test("sets are the same in any order, and compared by how much they share", () => {
  const items = [
    [
      ["a", "b"],
      ["b", "a"],
    ],
    [["a"], ["a", "b"]],
  ];
  const [figure] = agreement({
    items,
    measure: "set-distance",
    params: { metric: "masi-nltk" },
  }).measures;
  expect(figure).toMatchObject({ value: 0.3325, items: [0, 0.665], n: 2 });
});

test("an interval is the same for the same seed, and draws whole cases", () => {
  const items = Array.from({ length: 40 }, (_, at) => [at % 3, at % 7 === 0 ? 0 : at % 3]);
  const measures = ["krippendorff-alpha"];
  const ciOf = (seed: number, cases?: string[]) =>
    agreement({ items, cases }, { measures, rounds: 200, seed }).measures[0]?.ci;
  expect(ciOf(1)).toEqual(ciOf(1));
  expect(ciOf(1)).not.toEqual(ciOf(2));
  const [low = 1, high = 0] = ciOf(1) ?? [];
  expect(high - low).toBeGreaterThan(0.05);
  expect(
    ciOf(
      1,
      items.map((_, at) => `patient ${at % 4}`),
    ),
  ).not.toEqual(ciOf(1));
  const single = agreement({ items, cases: items.map(() => "p") }, { measures, rounds: 9 });
  expect(single.measures[0]).toMatchObject({ ci: null, ciUndefined: "one-case" });
});

test("degenerate studies have reasons", () => {
  const measures = ["cohen-kappa", "krippendorff-alpha", "gwet-ac1"];
  const reasons = (value: object) => told(value, { measures }).map(([, , reason]) => reason);
  expect(reasons({ raters: 2, items: [] })).toEqual(["no-items", "no-items", "no-items"]);
  expect(reasons({ items: [["a"], ["b"]] })).toEqual(Array(3).fill("one-annotator"));
  expect(
    reasons({
      items: [
        ["a", null],
        [null, null],
      ],
    }),
  ).toEqual(Array(3).fill("no-pairs"));
  expect(reasons({ items: [["a", "a"]] })).toEqual(Array(3).fill("one-category"));
  expect(reasons({ items: [["a", "a"]], categories: ["a", "b"] })).toEqual([
    ...["one-category", "one-category", 1],
  ]);
});

test("DKPro's units have an alpha of each category, over a continuum that the study gives or that is said to be cut", () => {
  const unit = (rater: number, offset: number, length: number) => ({
    ...{ rater, category: "A", offset, length },
  });
  const units = [unit(0, 1, 8), unit(1, 2, 1), unit(1, 4, 1), unit(1, 6, 1)];
  const study = { units, continuum: { begin: 0, length: 10 } };
  const measures = ["krippendorff-alpha-u"];
  expect(told(study, { measures })).toEqual([
    ["krippendorff-alpha-u", "all", -0.7],
    ["krippendorff-alpha-u", "A", -0.7],
  ]);
  expect(agreement(study, { measures })).toMatchObject({ units: 4, annotators: ["0", "1"] });
  const [cut] = agreement({ units }, { measures, rounds: 9 }).measures;
  expect(cut?.assumes).toContain("from the first unit to the last");
  expect(cut).toMatchObject({ ci: null, ciUndefined: "one-case" });
});

test("annotators who marked nothing are counted in, and pairs are compared apart", () => {
  const units = ["A", "B"].map((rater) => ({ rater, category: "x", begin: 2, end: 4 }));
  const study = { raters: 3, units, continuum: { begin: 0, length: 9 } };
  expect(agreement(study, { measures: ["gamma"], solve: () => [0] }).annotators).toEqual([
    ...["A", "B", "rater 3"],
  ]);
  const pairs = told(study, { measures: ["krippendorff-alpha-u"], by: "pair" });
  expect(pairs.filter(([, of]) => of === "A-B")).toEqual([["krippendorff-alpha-u", "A-B", 1]]);
  expect(pairs).toHaveLength(5);
});

test("Mathet and others (2015), figure 10: places are told apart by their lengths", () => {
  const items = [
    { a: [4, 14], b: [40, 44] },
    { a: [4, 14], b: [4, 14] },
    { a: [4, 14], b: [20, 25] },
    { a: [4, 14], b: [14, 24] },
  ];
  const study = { raters: 2, items, measure: "gamma-positional-dissimilarity" };
  const close = [22.2, 0, 3.24, 1].map((value) => expect.closeTo(value, 1));
  expect(agreement(study).measures[0]).toMatchObject({ items: close, n: 4 });
});

test("a list of studies, under a key or not, is read one by one", () => {
  expect(studiesIn([two, two], "f.json")).toMatchObject({
    shape: "list",
    studies: [{ name: '"f.json", case 1' }, { name: '"f.json", case 2' }],
  });
  expect(studiesIn({ cases: [{ ...two, id: "x" }] }, "f.json")).toMatchObject({
    shape: "cases",
    studies: [{ id: "x", name: '"f.json", case "x"' }],
  });
  const cases = ["p", "p", "q", "q"];
  expect(studiesIn({ ...two, cases }, "f.json").shape).toBe("one");
});

const matrix = (...rows: number[][]) => ({ metric: "custom", distance_matrix: rows });

const bad: [value: unknown, sentence: string][] = [
  [
    "a",
    '"study.json" is no study; it has to be an object with "items" or "units", or a list of these.',
  ],
  [
    {},
    '"study.json" has neither "items" nor "units"; put what the annotators said into one of them.',
  ],
  [[], '"study.json" is an empty list; put studies into it.'],
  [[7], '"study.json", case 1: it has to be an object with items or units.'],
  [{ items: [] }, '"study.json" has no raters; say how many there are under "raters".'],
  [
    { raters: 0, items: [] },
    '"study.json": "raters" has to be how many there are, from 1, or a list of their names.',
  ],
  [{ raters: ["A", "A"], items: [] }, '"study.json" has two raters named "A"; name them apart.'],
  [
    { raters: 2, coders: ["a"], items: [] },
    '"study.json" has 2 raters and 1 names of coders; correct one of them.',
  ],
  [
    { items: [["a", "b"], ["a"]] },
    '"study.json": item 2 has 1 value and there are 2 raters; give one value a rater, null where there is none.',
  ],
  [
    { items: [["a", "b"], "ab"] },
    '"study.json": item 2 has to be a list with one value a rater, null where there is none.',
  ],
  [
    { items: [["a", { b: 1 }]] },
    '"study.json": the value of rater 2 in item 1 has to be a text, a number, a list of these, or null.',
  ],
  [
    { items: [[1, Number.POSITIVE_INFINITY]] },
    '"study.json": the value of rater 2 in item 1 has to be a text, a number, a list of these, or null.',
  ],
  [
    { items: [[1, "1"]] },
    '"study.json" has 1 both as a number and as a text; write it in one way.',
  ],
  [
    { items: [["a", "b"]], categories: ["a"] },
    '"study.json": item 1 has the value "b", which is not among the study\'s categories; add it there or correct the item.',
  ],
  [
    { items: [["a", "b"]], cases: ["p", "q"] },
    '"study.json" has 2 cases and 1 items; "cases" has to name one case an item.',
  ],
  [{ items: [["a", "b"]], measure: 3 }, '"study.json": "measure" has to be a text.'],
  [
    { items: [["a", "b"]], measure: "weighted-kappa" },
    '"study.json": weighted-kappa needs to know how far categories are apart; name it as "metric" among the params.',
  ],
  [
    { items: [["a", "b"]], measure: "gamma" },
    '"study.json": gamma needs "units" on a continuum, and the study has none.',
  ],
  [
    { items: [["a", "b"]], params: matrix([0, 1], [1, 0]) },
    '"study.json": its matrix needs "categories_order" among its params, which says what the rows are.',
  ],
  [
    { items: [["a", "b"]], categories: ["a", "b"], params: matrix([0, 1]) },
    '"study.json": its matrix has to have 2 rows of 2 numbers, as there are categories.',
  ],
  [
    { items: [["a", "b"]], categories: ["a", "b"], params: matrix([1, 1], [1, 0]) },
    '"study.json": its matrix has to have a distance of 0, or a weight of 1, from each category to itself.',
  ],
  [
    { items: [["a", "b"]], categories: ["a", "b"], params: matrix([0, 0], [0, 0]) },
    '"study.json": its matrix says that no two categories differ.',
  ],
  [
    { units: [{ rater: "A", category: "x", begin: 4 }] },
    '"study.json": unit 1 has no place; give it "begin" and "end", or "offset" and "length".',
  ],
  [
    { units: [{ rater: "A", category: "x", begin: 4, end: 2 }] },
    '"study.json": unit 1 ends at 2, before it begins at 4.',
  ],
  [
    { units: [{ rater: "A", begin: 4, end: 5 }] },
    '"study.json": "category" of unit 1 has to be a text or a number.',
  ],
  [
    {
      units: [{ rater: "A", category: "x", begin: 4, end: 9 }],
      continuum: { begin: 0, length: 8 },
    },
    '"study.json": unit 1 lies outside the continuum from 0 to 8; correct one of them.',
  ],
  [
    { raters: ["B"], units: [{ rater: "A", category: "x", begin: 4, end: 9 }] },
    '"study.json": unit 1 is of "A", who is not among the raters.',
  ],
  [
    { raters: 2, measure: "gamma-positional-dissimilarity", items: [{ a: [1, 2] }] },
    '"study.json": item 1 has to have "a" and "b", each with a begin and an end after it.',
  ],
];

test.each(bad)("%j is refused in a sentence", (value, sentence) => {
  expect(() => agreement(value)).toThrow(
    expect.objectContaining({ code: "bad-file", message: sentence }),
  );
});

test("a measure or distance that there is not is refused with those there are", () => {
  expect(() => agreement({ ...two, measure: "kappa" })).toThrow(
    /^"study.json": there is no measure "kappa"; choose from percent-agreement, cohen-kappa, .*gamma/,
  );
  expect(() => agreement({ ...two, measure: "gwet-ac2", params: { metric: "far" } })).toThrow(
    /^"study.json": there is no distance "far"; choose one of nominal, .*masi/,
  );
});
