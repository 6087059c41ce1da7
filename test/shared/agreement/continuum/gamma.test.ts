import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSolver } from "../../../../electron/agreement/solver.ts";
import type { Coefficient } from "../../../../shared/agreement/coefficient.ts";
import { gamma, gammaCat } from "../../../../shared/agreement/continuum/gamma.ts";
import { gammaOptions } from "../../../../shared/agreement/continuum/gamma-parameters.ts";
import {
  atOnce,
  type GammaOptions,
  gammaDefaults,
  gammaStudy,
} from "../../../../shared/agreement/continuum/gamma-study.ts";
import type { Solver } from "../../../../shared/agreement/continuum/packing.ts";
import type { Continuum, Unit } from "../../../../shared/agreement/continuum/unit.ts";
import { casesOf, type UnitCase } from "./cases.ts";
import { continuumOf, csvContinuum } from "./fixtures.ts";

let solve: Solver;
beforeAll(async () => {
  solve = await loadSolver();
});

const studyOf = (continua: readonly Continuum[], options: Partial<GammaOptions> = {}) =>
  atOnce(gammaStudy(continua, { ...gammaDefaults, ...options }, solve));

const unit = (annotator: number, begin: number, end: number, category: string): Unit => ({
  ...{ annotator, category, begin, end },
});

const continuum = (annotators: number, units: Unit[], end = 40): Continuum => ({
  ...{ begin: 0, end, annotators, units },
});

const figureOf = (one: Coefficient) => (one.defined ? one.value : one.reason);

describe("pygamma-agreement's fixture of two annotators, a step apart", () => {
  const [shifted, same] = [1, 0].map((by) =>
    continuum(
      2,
      [0, 1].flatMap((annotator) =>
        ["a", "b", "a"].map((category, at) => {
          const begin = 1 + at * 5 + annotator * by;
          return unit(annotator, begin, begin + 4, category);
        }),
      ),
      16,
    ),
  );

  test("its disorder is 0.0625, and gamma is about 0.88 by either kind of chance", () => {
    for (const sampler of ["statistical", "shuffle"] as const) {
      const value = gamma(studyOf([shifted!], { sampler }));
      expect(value).toMatchObject({ defined: true, observed: 0.0625, n: 6 });
      expect(Math.abs((figureOf(value) as number) - 0.88)).toBeLessThan(0.05);
    }
  });

  test("the same marks are full agreement, without asking what chance would do", () => {
    const study = studyOf([same!]);
    const full = { defined: true, value: 1, observed: 0, expected: null, n: 6 };
    expect([gamma(study), gammaCat(study)]).toEqual([full, full]);
    expect(study.samples).toEqual([]);
    expect(gammaCat(study, undefined, "a")).toEqual({ ...full, n: 4 });
  });

  test("the same seed gives the same figure, another one almost the same", () => {
    const [one, again, other] = [1, 1, 2].map((seed) =>
      figureOf(gamma(studyOf([shifted!], { seed }))),
    );
    expect(again).toBe(one);
    expect(other).not.toBe(one);
    expect(other).toBeCloseTo(one as number, 1);
  });
});

const cases = casesOf("gamma");

describe.skipIf(cases.length === 0)("reference cases", () => {
  test.each(cases)("$id", (one) => {
    const study = studyOf([continuumOfCase(one)], gammaOptions(one.params, [], one.id));
    const { expected } = one;
    const near = (value: Coefficient, wanted: number, tolerance: number) =>
      expect(Math.abs((figureOf(value) as number) - wanted)).toBeLessThanOrEqual(tolerance);
    if (expected.gamma) within(gamma(study), expected.gamma);
    if (expected.gamma_cat) within(gammaCat(study), expected.gamma_cat);
    for (const [category, wanted] of Object.entries(expected.gamma_k ?? {}))
      within(gammaCat(study, undefined, category), wanted);
    if (expected.best_alignment_unitary_alignments)
      expect(study.observed[0]!.alignments).toBe(expected.best_alignment_unitary_alignments);
    if (typeof expected.best_alignment_disorder === "number")
      expect(gamma(study).observed).toBeCloseTo(expected.best_alignment_disorder, 6);
    if (typeof expected.gamma_montecarlo_30 === "number") {
      const { gamma: tolerance } = one.tolerance as Record<string, number>;
      near(gamma(study), expected.gamma_montecarlo_30, tolerance!);
    }
  });

  test("pygamma-agreement's test of Alex, Paul and Suzan, whose alignments tie", () => {
    const study = studyOf([csvContinuum("AlexPaulSuzan.csv")], { alpha: 3, precision: 0.01 });
    expect(study.observed[0]).toMatchObject({ alignments: 6 });
    within(gamma(study), [0.44, 0.47]);
    within(gammaCat(study), [0.38, 0.42]);
    const figures = ["1", "5", "6"].map((category) => gammaCat(study, undefined, category));
    for (const [at, range] of [
      [0.99, 1],
      [0.99, 1],
      [0.36, 0.38],
    ].entries())
      within(figures[at]!, range);
    for (const category of ["2", "3", "4", "7"])
      within(gammaCat(study, undefined, category), [-0.1, 0.001]);
  });
});

/** A range, or the least of one: ">=0.96". */
function within(value: Coefficient, range: unknown) {
  const [low, high] = Array.isArray(range) ? range : [Number(String(range).slice(2)), 1];
  expect(figureOf(value)).toBeGreaterThanOrEqual(low);
  expect(figureOf(value)).toBeLessThanOrEqual(high);
}

function continuumOfCase({ units, units_file: file }: UnitCase): Continuum {
  if (units === undefined) return csvContinuum(file!.split("/").at(-1)!);
  return continuumOf(
    units.map(({ rater, category, begin, end }) => ({
      ...{ annotator: String(rater), category, start: begin!, end: end! },
    })),
  );
}

describe("what is not defined has a reason", () => {
  test("one annotator, nothing marked, one category", () => {
    const one = studyOf([continuum(1, [unit(0, 1, 5, "a")])]);
    const empty = studyOf([continuum(2, [])]);
    const same = studyOf([continuum(2, [unit(0, 1, 5, "a"), unit(1, 2, 6, "a")])]);
    expect([one, empty, same].map((study) => figureOf(gammaCat(study)))).toEqual([
      "one-annotator",
      "no-units",
      "one-category",
    ]);
    expect([one, empty].map((study) => figureOf(gamma(study)))).toEqual([
      "one-annotator",
      "no-units",
    ]);
    expect(gamma(same).defined).toBe(true);
  });

  test("an annotator who marked nothing is one who left every unit alone", () => {
    const study = studyOf([continuum(2, [unit(0, 1, 5, "a"), unit(0, 9, 12, "b")])]);
    expect(gamma(study)).toMatchObject({ defined: true, observed: 2, n: 2 });
    expect(figureOf(gamma(study)) as number).toBeLessThan(0.6);
  });

  test("units of no length and units marked twice are left out and counted", () => {
    const study = studyOf([
      continuum(2, [
        unit(0, 1, 5, "a"),
        unit(0, 1, 5, "a"),
        unit(0, 7, 7, "b"),
        unit(1, 1, 5, "a"),
      ]),
    ]);
    expect(study).toMatchObject({ empty: 1, doubled: 1 });
    expect(gamma(study)).toMatchObject({ value: 1, n: 2 });
  });
});

describe("several reports", () => {
  const report = (shift: number) =>
    continuum(2, [
      unit(0, 1, 5, "a"),
      unit(0, 20, 26, "b"),
      unit(1, 1 + shift, 5 + shift, "a"),
      unit(1, 20, 26, shift > 1 ? "a" : "b"),
    ]);
  const precision = null;

  test("their disorders add up, and one that counts twice is the report twice", () => {
    const study = studyOf([report(0), report(1), report(2)], { precision });
    const [zero, one, two] = [0, 1, 2].map((shift) => studyOf([report(shift)], { precision }));
    const observed = gamma(study).observed!;
    expect(observed).toBeCloseTo(
      [zero, one, two].reduce((sum, alone) => sum + gamma(alone!).observed!, 0) / 3,
      9,
    );
    expect(gamma(study, [0, 1, 0])).toMatchObject({ observed: gamma(one!).observed, n: 4 });
    expect(gamma(study, [0, 2, 0])).toMatchObject({ ...gamma(study, [0, 1, 0]), n: 8 });
    expect(figureOf(gamma(study, [1, 0, 0]))).toBe(1);
    expect(figureOf(gamma(study, [0, 0, 0]))).toBe("no-units");
  });

  test("it says after each alignment how far it is, and stops where it is told to", () => {
    const steps = [...gammaStudy([report(1), report(2)], { ...gammaDefaults, precision }, solve)];
    expect(steps.length).toBe(2 * 31);
    expect(steps.at(-1)).toEqual({ done: 62, of: 62 });
    const stopped = () =>
      atOnce(gammaStudy([report(1)], gammaDefaults, solve), ({ done }) => {
        if (done === 3) throw new Error("enough");
      });
    expect(stopped).toThrow("enough");
  });
});

describe("whatever the units are", () => {
  const anyUnits = fc.array(
    fc
      .tuple(fc.nat(2), fc.nat(30), fc.integer({ min: 1, max: 8 }), fc.constantFrom("a", "b"))
      .map(([annotator, begin, length, category]) =>
        unit(annotator, begin, begin + length, category),
      ),
    { minLength: 1, maxLength: 12 },
  );
  const few = { samples: 5, precision: null };
  const figures = (one: Continuum) => {
    const study = studyOf([one], few);
    return [gamma(study), gammaCat(study)];
  };

  test("the order of annotators and units does not matter", () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const turned = units
          .map((one) => ({ ...one, annotator: (one.annotator + 1) % 3 }))
          .reverse();
        expect(rounded(figures(continuum(3, turned)))).toEqual(
          rounded(figures(continuum(3, units))),
        );
      }),
      { numRuns: 50 },
    );
  });

  test("where the continuum begins does not matter", () => {
    fc.assert(
      fc.property(anyUnits, fc.nat(1000), (units, by) => {
        const moved = units.map((one) => ({ ...one, begin: one.begin + by, end: one.end + by }));
        const there = { begin: by, end: by + 40, annotators: 3, units: moved };
        expect(rounded(figures(there))).toEqual(rounded(figures(continuum(3, units))));
      }),
      { numRuns: 50 },
    );
  });

  test("annotators who marked the same agree fully", () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        const all = units.flatMap((one) => [0, 1, 2].map((annotator) => ({ ...one, annotator })));
        expect(gamma(studyOf([continuum(3, all)], few))).toMatchObject({ defined: true, value: 1 });
      }),
      { numRuns: 50 },
    );
  });

  function rounded(values: Coefficient[]) {
    return values.map((value) =>
      value.defined ? [value.value.toFixed(6), value.observed!.toFixed(6), value.n] : value.reason,
    );
  }
});

test("parameters that do not fit are said in one sentence", () => {
  const refused = (parameters: unknown) => () => gammaOptions(parameters, ["a", "b"], "Study 1");
  expect(refused({ alpha: -1 })).toThrow('Study 1: "alpha" among the params has to be 0 or more.');
  expect(refused({ sampler: "dice" })).toThrow('has to be "shuffle" or "statistical"');
  expect(refused({ alpha: 0, beta: 0 })).toThrow("are both 0");
  expect(refused({ distance_matrix: [[0, 1]] })).toThrow("has to have 2 rows of 2 numbers");
  expect(gammaOptions({ precision_level: "medium", n_samples: 50 }, [], "it")).toMatchObject({
    precision: 0.02,
    samples: 50,
  });
  const half = [
    [0, 0.5],
    [0.5, 0],
  ];
  expect(gammaOptions({ distance_matrix: half }, ["a", "b"], "it").distance!("b", "a")).toBe(0.5);
});

test("units that lie on each other without end are refused with a sentence", () => {
  const units = [0, 1, 2].flatMap((annotator) =>
    Array.from({ length: 60 }, (_, at) => unit(annotator, at + annotator, 200 + at, `c${at % 7}`)),
  );
  expect(() => studyOf([continuum(3, units, 300)])).toThrow(
    "compare fewer annotators or fewer labels.",
  );
});

test("categories are not compared where no units are aligned", () => {
  const study = studyOf([
    continuum(2, [unit(0, 1, 3, "a"), unit(0, 30, 32, "b"), unit(1, 20, 22, "a")]),
  ]);
  expect(figureOf(gammaCat(study))).toBe("no-matches");
});
