import fc from "fast-check";
import { expect, test } from "vitest";
import { splitCases, wholeShares } from "../../../shared/dataset/split.ts";
import { type SplitUnit, splitUnits } from "../../../shared/dataset/units.ts";

const parts = [
  { name: "train", share: 80 },
  { name: "validation", share: 10 },
  { name: "test", share: 10 },
];
const strata = fc.dictionary(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 1, max: 9 }));
const anyUnits = fc
  .array(fc.record({ size: fc.integer({ min: 1, max: 4 }), strata }), { maxLength: 40 })
  .map((drawn) =>
    drawn.map(({ size, strata: counts }, at): SplitUnit => {
      const cases = Array.from({ length: size }, (_, one) => `case ${at}.${one}`);
      return { cases, strata: { ...counts } };
    }),
  );
const anyParts = fc
  .uniqueArray(fc.constantFrom("train", "validation", "test", "extra"), { minLength: 1 })
  .chain((names) =>
    fc
      .array(fc.integer({ min: 1, max: 90 }), { minLength: names.length, maxLength: names.length })
      .map((shares) => names.map((name, at) => ({ name, share: shares[at]! }))),
  );

test("every case is in one part, no unit is torn, and each part has nearly its share", () => {
  fc.assert(
    fc.property(anyUnits, anyParts, fc.nat(), (units, some, seed) => {
      const { assignment, torn } = splitCases(units, { parts: some, seed });
      const cases = units.flatMap((unit) => unit.cases);
      expect(Object.keys(assignment).sort()).toEqual(cases.toSorted());
      expect(torn).toEqual([]);
      for (const unit of units)
        expect(new Set(unit.cases.map((one) => assignment[one])).size).toBe(1);
      const largest = Math.max(1, ...units.map((unit) => unit.cases.length));
      const whole = some.reduce((sum, { share }) => sum + share, 0);
      const shares = wholeShares(
        cases.length,
        some.map(({ share }) => share / whole),
      );
      for (const [at, { name }] of some.entries()) {
        const count = Object.values(assignment).filter((part) => part === name).length;
        expect(Math.abs(count - shares[at]!)).toBeLessThan(largest);
      }
    }),
    { numRuns: 300 },
  );
});

test("neither the order of units nor that of their cases matters", () => {
  fc.assert(
    fc.property(anyUnits, fc.nat(), (units, seed) => {
      const turned = units
        .toReversed()
        .map((unit) => ({ ...unit, cases: unit.cases.toReversed() }));
      expect(splitCases(turned, { parts, seed })).toEqual(splitCases(units, { parts, seed }));
    }),
  );
});

test("what is frozen stays, and what is almost the same joins it", () => {
  fc.assert(
    fc.property(anyUnits, fc.array(fc.nat({ max: 2 })), fc.nat(), (units, drawn, seed) => {
      const cases = units.flatMap((unit) => unit.cases);
      const some = drawn.slice(0, cases.length);
      const frozen = Object.fromEntries(some.map((n, at) => [cases[at]!, parts[n]!.name]));
      const { assignment, torn } = splitCases(units, { parts, seed, frozen });
      expect(assignment).toMatchObject(frozen);
      expect(Object.keys(assignment)).toHaveLength(cases.length);
      for (const unit of units) {
        const there = new Set(unit.cases.flatMap((one) => frozen[one] ?? []));
        const now = new Set(unit.cases.map((one) => assignment[one]));
        expect(now.size).toBe(Math.max(1, there.size));
        expect(torn.some(([first]) => first === unit.cases[0])).toBe(there.size > 1);
      }
    }),
  );
});

test("new cases fill up towards the shares of the whole", () => {
  const units = Array.from({ length: 100 }, (_, at) => ({ cases: [`case ${at}`], strata: {} }));
  const first = splitCases(units.slice(0, 40), { parts: [{ name: "train", share: 1 }], seed: 1 });
  const { assignment } = splitCases(units, { parts, seed: 1, frozen: first.assignment });
  const counts = Map.groupBy(Object.values(assignment), (part) => part);
  expect(parts.map(({ name }) => counts.get(name)?.length)).toEqual([80, 10, 10]);
});

test("rare labels and values of the metadata are shared out as well", () => {
  const reports = Array.from({ length: 200 }, (_, at) => ({
    name: `report ${at}`,
    case: `case ${at >> 1}`,
    labels: { common: 10, ...(at % 20 < 2 && { rare: 3 }) },
    metadata: { year: at % 4 < 2 ? "2019" : "2020" },
  }));
  const by = { labels: true, metadata: ["year"] };
  const units = splitUnits(reports, [{ a: "report 2", b: "report 9" }], by);
  expect(units).toHaveLength(99);
  expect(units[1]).toEqual({
    cases: ["case 1", "case 4"],
    strata: { "label: common": 40, "year: 2019": 2, "year: 2020": 2 },
  });
  const { assignment } = splitCases(units, { parts, seed: 5 });
  const rare = reports.filter(({ labels }) => "rare" in labels);
  const partsOfRare = Map.groupBy(rare, (report) => assignment[report.case]);
  expect(parts.map(({ name }) => partsOfRare.get(name)?.length)).toEqual([16, 2, 2]);
  const early = reports.filter(({ metadata }) => metadata.year === "2019");
  const partsOfEarly = Map.groupBy(early, (report) => assignment[report.case]);
  expect(parts.map(({ name }) => partsOfEarly.get(name)?.length)).toEqual([80, 10, 10]);
});

test("parts that are no parts are refused in a sentence", () => {
  const split = (some: typeof parts, frozen = {}) =>
    splitCases([{ cases: ["a"], strata: {} }], { parts: some, seed: 1, frozen });
  const wrong = "The parts of a split need different names and shares above 0; correct them.";
  expect(() => split([])).toThrow(wrong);
  expect(() => split([...parts, { name: "test", share: 1 }])).toThrow(wrong);
  expect(() => split([{ name: "train", share: 0 }])).toThrow(wrong);
  expect(() => split(parts, { b: "dev" })).toThrow(
    "The split was frozen with a part “dev”; keep a part of that name, or make a new split.",
  );
});
