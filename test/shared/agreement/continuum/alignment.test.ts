import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { loadSolver } from "../../../../electron/agreement/solver.ts";
import { type Alignment, bestAlignment } from "../../../../shared/agreement/continuum/alignment.ts";
import type { Dissimilarity } from "../../../../shared/agreement/continuum/dissimilarity.ts";
import { fastAlignment } from "../../../../shared/agreement/continuum/fast-alignment.ts";
import {
  categoryDissimilarity,
  dissimilarityOf,
  type Lanes,
  lanesOf,
} from "../../../../shared/agreement/continuum/lanes.ts";
import {
  type Choice,
  packInOrder,
  type Solver,
} from "../../../../shared/agreement/continuum/packing.ts";
import { placePairs } from "../../../../shared/agreement/continuum/place-pairs.ts";
import type { Continuum, Unit } from "../../../../shared/agreement/continuum/unit.ts";
import { worthwhile } from "../../../../shared/agreement/continuum/worthwhile.ts";
import { seededRandom } from "../../../../shared/random.ts";
import { casesOf } from "./cases.ts";
import { continuumOf, csvContinuum, fixtures } from "./fixtures.ts";

const paper: Dissimilarity = { alpha: 1, beta: 1, deltaEmpty: 1 };

// Where a test needs it, it loads the real one.
let solve: Solver;
beforeAll(async () => {
  solve = await loadSolver();
});

/** The disorder of the paper: the sum by the mean number of units of an annotator. */
const whole = ({ disorder }: Alignment, { size, units }: Lanes) => disorder / (size / units.length);

test("Mathet 2015, figure 10: positional dissimilarities of six pairs", () => {
  const pairs = [
    [4, 14, 40, 44],
    [4, 14, 4, 14],
    [4, 14, 20, 25],
    [4, 14, 14, 24],
    [20, 30, 20, 25],
    [20, 25, 14, 24],
  ].map(([a, b, c, d]) => ({ a: [a, b], b: [c, d] }));
  expect(placePairs(pairs, { delta_empty: 1 }, "it").map((one) => Number(one?.toFixed(2)))).toEqual(
    [22.22, 0, 3.24, 1, 0.11, 0.22],
  );
});

test("pygamma-agreement's fixture of three annotators: the best alignment has a disorder of 0.40876", () => {
  const unit = (annotator: string, start: number, end: number, category: string) => ({
    ...{ annotator, start, end, category },
  });
  const lanes = lanesOf(
    continuumOf([
      unit("Ann1", 1, 5, "a"),
      unit("Ann1", 10, 14, "b"),
      unit("Ann2", 2, 6, "a"),
      unit("Ann2", 11, 15, "b"),
      unit("Ann3", 1, 4, "a"),
      unit("Ann3", 9, 14, "c"),
    ]),
    paper,
  );
  const alignment = bestAlignment(lanes, solve);
  expect(whole(alignment, lanes)).toBeCloseTo(0.4087564, 6);
  expect(alignment.unitary.map(({ units }) => units.map(({ place }) => place))).toEqual([
    [0, 0, 0],
    [1, 1, 1],
  ]);
});

const cases = casesOf("gamma-positional-dissimilarity");

test.skipIf(cases.length === 0)("every case of positional dissimilarities", () => {
  for (const { items = [], params, expected, tolerance } of cases)
    for (const [at, value] of placePairs(items, params, "it").entries()) {
      const wanted = (expected.dissimilarities as number[])[at]!;
      expect(Math.abs(value! - wanted)).toBeLessThanOrEqual((tolerance as number) * wanted);
    }
});

describe.skipIf(fixtures.length === 0)("pygamma-agreement's figures, kept by DKPro", () => {
  test.each(fixtures)("$name: every pair's dissimilarity", ({ fixture }) => {
    const { params, continuum, tier1 } = fixture;
    const { units } = lanesOf(continuumOf(continuum), params);
    const names = [...new Set(continuum.map(({ annotator }) => annotator))].sort();
    for (const pair of tier1.pairDissimilarities) {
      const one = units[names.indexOf(pair.annotatorA)]![pair.unitIndexA]!;
      const other = units[names.indexOf(pair.annotatorB)]![pair.unitIndexB]!;
      expect(categoryDissimilarity(one, other, params)).toBe(pair.categorical);
      // They compute in 32 bits.
      expect(dissimilarityOf(one, other, params)).toBeCloseTo(pair.combined, 5);
    }
  });

  test.each(fixtures)("$name: the best alignment of it and of each sample", ({ fixture }) => {
    const { params, continuum, tier1, tier2 } = fixture;
    const disorders = [{ units: continuum }, ...tier2.sampledContinua].map(({ units }) => {
      const lanes = lanesOf(continuumOf(units), params);
      return whole(bestAlignment(lanes, solve), lanes);
    });
    const wanted = [
      tier1.bestAlignmentDisorder,
      ...tier2.sampledContinua.map(({ bestAlignmentDisorder }) => bestAlignmentDisorder),
    ];
    for (const [at, disorder] of disorders.entries()) expect(disorder).toBeCloseTo(wanted[at]!, 6);
  });

  test("as many unitary alignments as it finds in its own files", () => {
    const counts = ["2by1000.csv", "3by100.csv", "AlexPaulSuzan.csv"].map((name) => {
      const lanes = lanesOf(csvContinuum(name), { ...paper, alpha: 3 });
      const alignment = bestAlignment(lanes, solve);
      return [alignment.unitary.length, Number(whole(alignment, lanes).toFixed(2))];
    });
    expect(counts).toEqual([
      [1085, 0.88],
      [127, 0.34],
      [6, 0.96],
    ]);
  });

  test("window by window, an alignment is the best one or all but", () => {
    for (const name of ["2by1000.csv", "3by100.csv", "3by500.csv"]) {
      const lanes = lanesOf(csvContinuum(name), { ...paper, alpha: 3 });
      const [best, fast] = [bestAlignment(lanes, solve), fastAlignment(lanes, solve, 30)];
      expect(fast.unitary.flatMap(({ units }) => units)).toHaveLength(lanes.size);
      expect(fast.disorder / best.disorder).toBeGreaterThanOrEqual(1 - 1e-9);
      expect(fast.disorder / best.disorder).toBeLessThan(1.002);
    }
  });
});

describe("exactly the best", () => {
  const anyChoice = fc
    .tuple(
      fc.uniqueArray(fc.nat(9), { minLength: 2, maxLength: 4 }),
      fc.integer({ min: 1, max: 99 }),
    )
    .map(([places, gain]): Choice => ({ places: places.sort((a, b) => a - b), gain }));
  const sum = (choices: readonly Choice[], chosen: readonly number[]) =>
    chosen.reduce((all, one) => all + choices[one]!.gain, 0);
  const anyUnit = (annotators: number) =>
    fc
      .tuple(
        fc.nat(annotators - 1),
        fc.constantFrom("A", "B"),
        fc.nat(12),
        fc.integer({ min: 1, max: 6 }),
      )
      .map(
        ([annotator, category, begin, length]): Unit => ({
          ...{ annotator, category, begin },
          end: begin + length,
        }),
      );
  const anyLanes = (annotators: number) =>
    fc
      .tuple(
        fc.array(anyUnit(annotators), { minLength: 1, maxLength: 7 }),
        fc.constantFrom(0.5, 1, 3),
        fc.constantFrom(0, 1, 2),
        fc.constantFrom(0.5, 1),
      )
      .map(([units, alpha, beta, deltaEmpty]) => {
        const continuum: Continuum = { begin: 0, end: 20, annotators, units };
        return lanesOf(continuum, { alpha, beta, deltaEmpty });
      });

  test.each([2, 3, 4])(
    "the alignment of %i annotators is as good as the best of all",
    (annotators) => {
      fc.assert(
        fc.property(anyLanes(annotators), (lanes) => {
          const alignment = bestAlignment(lanes, solve);
          expect(alignment.disorder).toBeCloseTo(leastDisorder(lanes), 6);
          expect(alignment.unitary.flatMap(({ units }) => units)).toHaveLength(lanes.size);
        }),
        { numRuns: annotators === 4 ? 100 : 200 },
      );
    },
  );

  test("place by place as well as by HiGHS", () => {
    fc.assert(
      fc.property(fc.array(anyChoice, { minLength: 1, maxLength: 12 }), (choices) => {
        const packing = { places: 10, choices };
        const inOrder = packInOrder(packing)!;
        const taken = inOrder.flatMap((one) => choices[one]!.places);
        expect(new Set(taken).size).toBe(taken.length);
        expect(sum(choices, inOrder)).toBeCloseTo(sum(choices, solve(packing)), 6);
      }),
      { numRuns: 40 },
    );
  });

  test("among the choices that are worth it is a best packing", () => {
    fc.assert(
      fc.property(fc.array(anyChoice, { minLength: 1, maxLength: 14 }), (choices) => {
        const kept = worthwhile({ places: 10, choices }).map((one) => choices[one]!);
        const best = sum(choices, packInOrder({ places: 10, choices })!);
        expect(sum(kept, packInOrder({ places: 10, choices: kept })!)).toBeCloseTo(best, 9);
      }),
    );
  });
});

test("what cannot be aligned in order goes to the solver, which finds nothing worse than windows do", () => {
  const { below } = seededRandom(15);
  const units = Array.from({ length: 45 }, (_, at): Unit => {
    const begin = below(40);
    const category = `c${below(4)}`;
    return { annotator: at % 3, category, begin, end: begin + 5 + below(20) };
  });
  const lanes = lanesOf({ begin: 0, end: 80, annotators: 3, units }, paper);
  let asked = 0;
  const counting: Solver = (packing) => {
    asked += 1;
    return solve(packing);
  };
  const alignment = bestAlignment(lanes, counting);
  expect(asked).toBe(1);
  expect(alignment.unitary.flatMap((one) => one.units)).toHaveLength(45);
  expect(alignment.disorder).toBeLessThanOrEqual(fastAlignment(lanes, solve, 9).disorder + 1e-6);
});

/** Over every way to put the units into unitary alignments, one unit after another. */
function leastDisorder(lanes: Lanes): number {
  const units = lanes.units.flatMap((lane, number) => lane.map((unit) => ({ unit, lane: number })));
  const pairs = (lanes.units.length * (lanes.units.length - 1)) / 2;
  type Group = typeof units;
  const costOf = (group: Group) => {
    let sum = (pairs - (group.length * (group.length - 1)) / 2) * lanes.dissimilarity.deltaEmpty;
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1))
        sum += dissimilarityOf(one.unit, other.unit, lanes.dissimilarity);
    return sum / pairs;
  };
  const least = (at: number, groups: Group[]): number => {
    const next = units[at];
    if (next === undefined) return groups.reduce((sum, group) => sum + costOf(group), 0);
    const joined = groups.flatMap((group, place) =>
      group.some(({ lane }) => lane === next.lane)
        ? []
        : [least(at + 1, groups.with(place, [...group, next]))],
    );
    return Math.min(least(at + 1, [...groups, [next]]), ...joined);
  };
  return least(0, []);
}
