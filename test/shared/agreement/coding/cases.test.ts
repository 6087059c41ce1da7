import { expect, test } from "vitest";
import { fleissKappa } from "../../../../shared/agreement/coding/fleiss-kappa.ts";
import {
  measureCoding,
  oneAgainstRest,
} from "../../../../shared/agreement/coding/measure-coding.ts";
import type { StudyFigure } from "../../../../shared/agreement/raw-study/figure.ts";
import {
  type RawStudy,
  readStudy,
  studiesIn,
} from "../../../../shared/agreement/raw-study/file.ts";
import { measureStudy } from "../../../../shared/agreement/raw-study/measure.ts";
import { realFiles } from "../../../real-data.ts";

interface Case {
  id: string;
  measure: string;
  items?: unknown[];
  tolerance: number;
  expected: Record<string, unknown>;
}

/** Measures of spans and on a continuum are tested beside their own code. */
const elsewhere = ["gamma-positional-dissimilarity"];

const [file] = realFiles("agreement/cases.json");
const all: { cases: Case[] } = file
  ? JSON.parse(Buffer.from(file.bytes).toString())
  : { cases: [] };
const cases = all.cases.filter(({ items, measure }) => items && !elsewhere.includes(measure));

/** DKPro's convention for no variation; here that is a reason, as degenerate studies have one. */
const conventions = ["full-agreement-one-used-category/krippendorff-alpha"];

const options = { by: null, rounds: null, seed: null, solve: () => [] };

test.skipIf(cases.length === 0)(
  "there are 72 published cases of items, one of them a convention",
  () => {
    expect(cases).toHaveLength(72);
    expect(cases.filter(({ id }) => conventions.includes(id))).toHaveLength(conventions.length);
  },
);

test.each(cases.map((one) => [one.id, one] as const))("%s", (id, one) => {
  const [study] = studiesIn([one], "cases.json").studies.map(readStudy);
  if (!study) throw new Error(`${id} is no study`);
  const measures = [one.measure, "cohen-kappa-max"];
  const [figure, highest] = measureStudy(study, { ...options, measures }).measures;
  if (!figure || !highest) throw new Error(`${id} has no figures`);
  const isConvention = conventions.includes(id);
  const expected = isConvention ? { ...one.expected, agreement: null, error: "" } : one.expected;
  for (const [name, value] of Object.entries(expected)) {
    const check = checks[name];
    if (!check) throw new Error(`${id} expects ${name}, which nothing compares`);
    check({ figure, highest, study }, value, one.tolerance);
  }
});

interface Measured {
  figure: StudyFigure;
  highest: StudyFigure;
  study: RawStudy;
}

type Check = (measured: Measured, expected: unknown, tolerance: number) => void;

const value: Check = ({ figure }, expected, by) => near(figure.value, expected, by);
const observed: Check = ({ figure }, expected, by) => near(figure.observed, expected, by);
const chance: Check = ({ figure }, expected, by) => near(figure.expected, expected, by);

const checks: Record<string, Check> = {
  ...{ agreement: value, distance: value },
  ...{ observed_agreement: observed, observed_disagreement: observed },
  ...{ expected_agreement: chance, expected_disagreement: chance },
  error: ({ figure }) => expect(figure.undefined).toBe("one-category"),
  max_agreement: ({ highest }, expected, by) => near(highest.value, expected, by),
  max_observed_agreement: ({ highest }, expected, by) => near(highest.observed, expected, by),
  item_agreement: ({ figure }, expected, by) => nearAll(figure.items, expected, by),
  category_agreement: ({ study }, expected, by) => byCategory(study, expected, by),
};

function near(found: number | null, expected: unknown, tolerance: number): void {
  if (expected === null) expect(found).toBe(null);
  else expect(Math.abs((found ?? Number.NaN) - Number(expected))).toBeLessThan(tolerance + 1e-9);
}

function nearAll(
  values: readonly (number | null)[] | undefined,
  expected: unknown,
  tolerance: number,
): void {
  if (!Array.isArray(expected)) throw new Error("no list is expected");
  expect(values).toHaveLength(expected.length);
  for (const [at, one] of expected.entries()) near(values?.[at] ?? null, one, tolerance);
}

/** DKPro has Fleiss' kappa of a category, also beside Cohen's over all. */
function byCategory({ coding: raw }: RawStudy, expected: unknown, tolerance: number): void {
  if (!raw) throw new Error("the study has no items");
  const { coding, items } = raw;
  for (const [category, published] of Object.entries(expected ?? {})) {
    const at = coding.categories.findIndex((one) => `${one}` === category);
    const study = oneAgainstRest(coding, items, at);
    const kappa = measureCoding(fleissKappa(), study.coding, study.items)();
    near(kappa.defined ? kappa.value : null, published, tolerance);
  }
}
