import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AlphaU, alphaU } from "../../../../shared/agreement/continuum/alpha-u.ts";
import { alphaUStudy } from "../../../../shared/agreement/continuum/alpha-u-study.ts";
import type { Continuum, Unit } from "../../../../shared/agreement/continuum/unit.ts";
import { casesOf, type UnitCase } from "./cases.ts";

const unit = (annotator: number, category: string, begin: number, length: number): Unit => ({
  annotator,
  category,
  begin,
  end: begin + length,
});

const continuum = (begin: number, length: number, units: Unit[], annotators = 2): Continuum => ({
  begin,
  end: begin + length,
  annotators,
  units,
});

const of = (one: Continuum) => alphaU(alphaUStudy([one]));

function rounded({ all, byCategory }: AlphaU, digits: number): Record<string, unknown[]> {
  const figure = (number: number | null) =>
    number === null ? null : Number(number.toFixed(digits));
  const figures = (value: AlphaU["all"]) =>
    value.defined ? [value.value, value.observed, value.expected].map(figure) : [value.reason];
  return {
    all: figures(all),
    ...Object.fromEntries(byCategory.map(({ category, value }) => [category, figures(value)])),
  };
}

test("Krippendorff 2004, p. 254: a continuum of 300 with two categories", () => {
  const units = [
    unit(0, "c", 225, 70),
    unit(0, "c", 370, 30),
    unit(1, "c", 220, 80),
    unit(1, "c", 355, 20),
    unit(1, "c", 400, 20),
    ...[0, 1].flatMap((annotator) => [
      unit(annotator, "k", 180, 60),
      unit(annotator, "k", 300, 50),
    ]),
  ];
  expect(rounded(of(continuum(150, 300, units)), 4)).toEqual({
    all: [0.8587, 0.0072, 0.0511],
    c: [0.7286, 0.0144, 0.0532],
    k: [1, 0, 0.049],
  });
});

test("Krippendorff 1995, p. 57-61: category C over a continuum of 24, with the expected disagreement of 2004", () => {
  const units = [
    ...[
      [2, 6],
      [10, 2],
      [14, 4],
      [20, 2],
    ].map(([begin, length]) => unit(0, "C", begin!, length!)),
    ...[
      [0, 2],
      [4, 4],
      [10, 4],
      [16, 2],
      [20, 2],
    ].map(([begin, length]) => unit(1, "C", begin!, length!)),
  ];
  expect(rounded(of(continuum(0, 24, units)), 5).C).toEqual([0.60335, 0.02778, 0.07003]);
});

test("DKPro's test data: one long unit against three short ones disagree more than by chance", () => {
  const units = [unit(0, "A", 1, 8), unit(1, "A", 2, 1), unit(1, "A", 4, 1), unit(1, "A", 6, 1)];
  expect(rounded(of(continuum(0, 10, units)), 4).A).toEqual([-0.7003, 0.91, 0.5352]);
});

test("one unit of one of three annotators is what chance would do", () => {
  expect(rounded(of(continuum(0, 20, [unit(0, "X", 0, 1)], 3)), 12).all?.[0]).toBe(0);
});

test("units of no length are left out and counted; those that overlap in a category become one", () => {
  const units = [unit(0, "A", 0, 0), unit(0, "A", 2, 4), unit(0, "A", 5, 2), unit(1, "A", 2, 5)];
  const study = alphaUStudy([continuum(0, 15, units)]);
  expect(alphaU(study).all).toMatchObject({ defined: true, value: 1, observed: 0, n: 2 });
  expect([study.empty, study.merged]).toEqual([1, 1]);
});

test("one annotator, and nothing marked, are reasons and no numbers", () => {
  const none = { observed: null, expected: null };
  expect(of(continuum(0, 10, [unit(0, "A", 1, 2)], 1)).all).toEqual({
    ...none,
    defined: false,
    reason: "one-annotator",
    n: 1,
  });
  expect(of(continuum(0, 10, [])).all).toEqual({
    ...none,
    defined: false,
    reason: "no-units",
    n: 0,
  });
});

// DKPro answers 0 here by convention; nobody marked anything, so there is nothing to agree on.
const conventions = new Set(["dkpro-unitizing-edge-zero-length-same"]);
const cases = casesOf("krippendorff-alpha-unitizing");

describe.skipIf(cases.length === 0)("reference cases", () => {
  test.each(cases.filter(({ id }) => !conventions.has(id)))("$id", (one) => {
    const result = of(continuumOf(one));
    const { agreement, per_category: parts = {} } = one.expected as Expected;
    const tolerance = one.tolerance as number;
    if (agreement !== undefined) near(result.all, "value", agreement, tolerance);
    for (const [category, figures] of Object.entries(parts)) {
      const value = result.byCategory.find((part) => part.category === category)!.value;
      if (figures.agreement !== undefined) near(value, "value", figures.agreement, tolerance);
      if (figures.observed_disagreement !== undefined)
        near(value, "observed", figures.observed_disagreement, tolerance);
      if (figures.expected_disagreement !== undefined)
        near(value, "expected", figures.expected_disagreement, tolerance);
    }
  });

  test("what has a convention elsewhere has a reason here", () => {
    const results = cases
      .filter(({ id }) => conventions.has(id))
      .map((one) => of(continuumOf(one)).all);
    expect(results).toMatchObject([{ defined: false, reason: "no-units" }]);
  });
});

interface Figures {
  agreement?: number;
  observed_disagreement?: number;
  expected_disagreement?: number;
}

interface Expected {
  agreement?: number;
  per_category?: Record<string, Figures>;
}

function near(value: AlphaU["all"], part: string, wanted: number, tolerance: number) {
  const figure = (value as unknown as Record<string, number>)[part] ?? Number.NaN;
  expect(Math.abs(figure - wanted), `${part} ${figure}`).toBeLessThanOrEqual(tolerance);
}

function continuumOf({ continuum: place, raters, units = [] }: UnitCase): Continuum {
  const of = units.map(({ rater, category, offset, length }) =>
    unit(rater as number, category, offset!, length!),
  );
  return continuum(place!.begin, place!.length, of, raters);
}

describe("whatever the units are", () => {
  const anyUnit = fc
    .tuple(fc.nat(2), fc.constantFrom("A", "B"), fc.nat(40), fc.integer({ min: 1, max: 9 }))
    .map(([annotator, category, begin, length]) => unit(annotator, category, begin, length));
  const anyUnits = fc.array(anyUnit, { minLength: 1, maxLength: 15 });

  test("the order of units and annotators does not matter, nor where the continuum begins", () => {
    fc.assert(
      fc.property(anyUnits, fc.nat(100), (units, by) => {
        const moved = units
          .map((one) => ({
            ...one,
            annotator: 2 - one.annotator,
            begin: one.begin + by,
            end: one.end + by,
          }))
          .reverse();
        expect(rounded(of(continuum(by, 60, moved, 3)), 9)).toEqual(
          rounded(of(continuum(0, 60, units, 3)), 9),
        );
      }),
    );
  });

  test("annotators who marked the same agree fully", () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const all = units.flatMap((one) => [0, 1, 2].map((annotator) => ({ ...one, annotator })));
        expect(of(continuum(0, 60, all, 3)).all).toMatchObject({ defined: true, value: 1 });
      }),
    );
  });

  test("a report that counts twice is the report twice, and one that counts not is not there", () => {
    const report = anyUnits.map((units) => continuum(0, 60, units, 3));
    fc.assert(
      fc.property(report, report, report, (a, b, c) => {
        const drawn = alphaU(alphaUStudy([a, b, c]), [2, 0, 1]);
        const written = alphaU(alphaUStudy([a, a, c]));
        expect(rounded(drawn, 9).all).toEqual(rounded(written, 9).all);
      }),
    );
  });
});
