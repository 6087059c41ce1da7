import fc from "fast-check";
import { expect, test } from "vitest";
import { codingMeasures } from "../../../../shared/agreement/coding/coding-measures.ts";
import { nominal } from "../../../../shared/agreement/coding/distance.ts";
import { linear } from "../../../../shared/agreement/coding/distances.ts";
import type {
  CodedItem,
  CodingMeasure,
  Coefficient,
} from "../../../../shared/agreement/coefficient.ts";
import { measured, type Study } from "./study.ts";

const measures = codingMeasures.map((kind) => [kind.id, kind.make(nominal), kind] as const);

/** Two to four annotators, one to four categories, some values missing. */
const studies = fc
  .record({ raters: fc.integer({ min: 2, max: 4 }), size: fc.integer({ min: 1, max: 4 }) })
  .chain(({ raters, size }) =>
    fc
      .array(
        fc.array(fc.option(fc.integer({ min: 0, max: size - 1 }), { freq: 6 }), {
          ...{ minLength: raters, maxLength: raters },
        }),
        { maxLength: 12 },
      )
      .map((items): Study => {
        const categories = Array.from({ length: size }, (_, at) => at + 1);
        return { coding: { raters, categories }, items };
      }),
  );

/** The same but for the last bits. */
function same(one: Coefficient, other: Coefficient): void {
  const close = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));
  expect(one).toEqual({
    ...other,
    ...{ observed: close(other.observed), expected: close(other.expected) },
    ...(other.defined ? { value: close(other.value) } : {}),
  });
}

function sumsOf(measure: CodingMeasure, { coding }: Study, items: readonly CodedItem[]) {
  const sums = new Float64Array(measure.size(coding));
  for (const item of items) measure.add(sums, item, coding);
  return sums;
}

test.each(measures)("%s is a number of at most 1, or has a reason", (_id, measure) => {
  fc.assert(
    fc.property(studies, (study) => {
      const value = measured(measure, study);
      if (!value.defined) return;
      expect(Number.isFinite(value.value)).toBe(true);
      expect(value.value).toBeLessThanOrEqual(1 + 1e-12);
    }),
  );
});

test.each(measures)("%s does not look at the order of items, or of annotators", (_id, measure) => {
  fc.assert(
    fc.property(studies, ({ coding, items }) => {
      const turned = items.map((item) => [...item].reverse()).reverse();
      same(measured(measure, { coding, items: turned }), measured(measure, { coding, items }));
    }),
  );
});

test.each(measures)("%s does not look at what categories are called", (_id, measure) => {
  fc.assert(
    fc.property(studies, ({ coding, items }) => {
      const last = coding.categories.length - 1;
      const renamed = items.map((item) => item.map((at) => (at === null ? null : last - at)));
      const categories = coding.categories.map((one) => `category ${one}`).reverse();
      same(
        measured(measure, { coding: { ...coding, categories }, items: renamed }),
        measured(measure, { coding, items }),
      );
    }),
  );
});

test.each(measures)(
  "%s of two halves is that of their sums, and of items counted twice",
  (_id, measure) => {
    fc.assert(
      fc.property(studies, fc.nat(12), (study, half) => {
        const { coding, items } = study;
        const whole = measured(measure, study);
        const sums = sumsOf(measure, study, items.slice(0, half));
        for (const [at, sum] of sumsOf(measure, study, items.slice(half)).entries())
          sums[at] = (sums[at] ?? 0) + sum;
        same(measure.value(sums, coding), whole);
        const twice = new Float64Array(measure.size(coding));
        for (const item of items) measure.add(twice, item, coding, 2);
        same(
          measure.value(twice, coding),
          measured(measure, { coding, items: [...items, ...items] }),
        );
      }),
    );
  },
);

test.each(measures)("%s is 1, or not defined, where all say the same", (id, measure) => {
  fc.assert(
    fc.property(studies, ({ coding, items }) => {
      const agreed = items.map(([first = null]) =>
        Array.from({ length: coding.raters }, () => first),
      );
      const value = measured(measure, { coding, items: agreed });
      if (value.defined && id !== "cohen-kappa-max") expect(value.value).toBeCloseTo(1, 12);
    }),
  );
});

test.each(measures.filter(([, , kind]) => kind.distance !== "none"))(
  "%s with a linear distance of two numbers is that without",
  (_id, measure, kind) => {
    fc.assert(
      fc.property(studies, ({ coding, items }) => {
        const two = { ...coding, categories: [1, 2] };
        const binary = items.map((item) => item.map((at) => (at === null ? null : at % 2)));
        const study = { coding: two, items: binary };
        same(measured(kind.make(linear), study), measured(measure, study));
      }),
    );
  },
);
