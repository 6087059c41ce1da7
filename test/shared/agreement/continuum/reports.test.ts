import fc from "fast-check";
import { expect, test } from "vitest";
import type { Coefficient } from "../../../../shared/agreement/coefficient.ts";
import { alphaU } from "../../../../shared/agreement/continuum/alpha-u.ts";
import { alphaUStudy } from "../../../../shared/agreement/continuum/alpha-u-study.ts";
import {
  continuaOfStretches,
  continuumOf,
} from "../../../../shared/agreement/continuum/reports.ts";
import type { Continuum, Unit } from "../../../../shared/agreement/continuum/unit.ts";

const span = (label: string, ...ranges: [number, number][]) => ({
  label,
  ranges: ranges.map(([start, end]) => ({ start, end })),
});

test("a discontinuous span is one unit from its first fragment to its last", () => {
  const ofOne = [span("Diagnosis", [20, 25], [4, 9]), span("Marker", [30, 34])];
  expect(continuumOf({ length: 50, annotators: [ofOne, []] })).toEqual({
    ...{ begin: 0, end: 50, annotators: 2 },
    units: [
      { annotator: 0, category: "Diagnosis", begin: 4, end: 25 },
      { annotator: 0, category: "Marker", begin: 30, end: 34 },
    ],
  });
});

test("fragments as units of their own would count one decision three times, and give another figure", () => {
  const agreed = span("Diagnosis", [10, 14], [20, 24], [30, 34]);
  const missed = span("Diagnosis", [60, 70]);
  const of = (...annotators: (typeof agreed)[][]) =>
    alphaU(alphaUStudy([continuumOf({ length: 100, annotators })])).all;
  const fragments = agreed.ranges.map((range) => ({ label: agreed.label, ranges: [range] }));
  const [asOne, apart] = [of([agreed, missed], [agreed]), of([...fragments, missed], fragments)];
  expect([asOne, apart].map(figures)).toEqual([
    [0.8187, 3],
    [0.2786, 7],
  ]);
});

test("a unit is of the stretch in which it begins, and ends with it at the latest", () => {
  const whole = { begin: 0, end: 40, annotators: 2, units: [unit(0, 5, 12), unit(1, 10, 20)] };
  const stretches = [
    { start: 0, end: 10 },
    { start: 20, end: 40 },
  ];
  expect(continuaOfStretches(whole, stretches)).toEqual([
    { begin: 0, end: 10, annotators: 2, units: [unit(0, 5, 10)] },
    { begin: 20, end: 40, annotators: 2, units: [] },
  ]);
});

const figures = (one: Coefficient) => [one.defined ? Number(one.value.toFixed(4)) : null, one.n];

test("reports one after another are as one continuum where no gap reaches over their ends", () => {
  const report = fc
    .array(fc.tuple(fc.nat(2), fc.integer({ min: 3, max: 30 }), fc.integer({ min: 1, max: 6 })), {
      maxLength: 8,
    })
    .map((some): Continuum => {
      const edges = [0, 1, 2].flatMap((annotator) => [
        unit(annotator, 0, 2),
        unit(annotator, 38, 40),
      ]);
      const units = some.map(([annotator, begin, length]) =>
        unit(annotator, begin, begin + length),
      );
      return { begin: 0, end: 40, annotators: 3, units: [...edges, ...units] };
    });
  fc.assert(
    fc.property(report, report, (one, other) => {
      const moved = other.units.map((each) => ({
        ...each,
        begin: each.begin + 40,
        end: each.end + 40,
      }));
      const joined = { ...one, end: 80, units: [...one.units, ...moved] };
      const [apart, together] = [[one, other], [joined]].map((all) => alphaU(alphaUStudy(all)).all);
      expect(apart!.observed).toBeCloseTo(together!.observed!, 9);
      expect(apart!.expected).toBeCloseTo(together!.expected!, 9);
    }),
  );
});

function unit(annotator: number, begin: number, end: number): Unit {
  return { annotator, category: "A", begin, end };
}
