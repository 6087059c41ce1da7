import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AllotmentRules,
  type Assignable,
  assignReports,
} from "../../../shared/packages/assign.ts";

const reports = (count: number): Assignable[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `r${at}`,
    case: `case ${Math.floor(at / 2)}`,
    characters: 1000 + ((at * 37) % 400),
  }));

const rules = (parts: Partial<AllotmentRules> = {}): AllotmentRules => ({
  annotators: ["Ana", "Ben", "Cem"],
  each: 2,
  overlap: 0.2,
  seed: 1,
  ...parts,
});

test("a fifth of forty reports goes to two people each, the rest to one", () => {
  const { people, ...sums } = assignReports(reports(40), rules());
  expect(sums).toEqual({ reports: 40, cases: 20, shared: 8 });
  expect(people.map(({ reports: own }) => own.length).reduce((a, b) => a + b)).toBe(48);
  expect(people.map(({ annotator }) => annotator)).toEqual(["Ana", "Ben", "Cem"]);
});

test("with an overlap of everything each report has as many people as asked for", () => {
  const { people } = assignReports(reports(12), rules({ overlap: 1 }));
  const counts = Map.groupBy(
    people.flatMap(({ reports: own }) => own),
    (id) => id,
  );
  expect([...counts.values()].every((times) => times.length === 2)).toBe(true);
});

test("more people for each than there are is all of them", () => {
  const { people } = assignReports(reports(4), rules({ each: 9, overlap: 1 }));
  for (const { reports: own } of people) expect(own).toHaveLength(4);
});

test("nobody has more than one case above anybody else", () => {
  const { people } = assignReports(reports(200), rules());
  const characters = people.map((one) => one.characters);
  expect(Math.max(...characters) - Math.min(...characters)).toBeLessThanOrEqual(2 * 1400);
});

test("any plan gives every report to somebody, keeps cases together, and is the same again", () => {
  const someReports = fc
    .array(fc.record({ case: fc.constantFrom("a", "b", "c", "d", "e"), characters: fc.nat(9000) }))
    .map((all) => all.map((one, at) => ({ ...one, id: `r${at}` })));
  const someRules = fc.record({
    annotators: fc.uniqueArray(fc.constantFrom("Ana", "Ben", "Cem", "Dan"), { minLength: 1 }),
    each: fc.integer({ min: 1, max: 5 }),
    overlap: fc.double({ min: 0, max: 1, noNaN: true }),
    seed: fc.integer(),
  });
  fc.assert(
    fc.property(someReports, someRules, (all, plan) => {
      const allotment = assignReports(all, plan);
      expect(
        assignReports(all.toReversed(), plan).people.map((one) => new Set(one.reports)),
      ).toEqual(allotment.people.map((one) => new Set(one.reports)));
      const given = new Set(allotment.people.flatMap((one) => one.reports));
      expect(given.size).toBe(all.length);
      for (const { reports: own } of allotment.people) {
        const cases = new Set(all.filter(({ id }) => own.includes(id)).map((one) => one.case));
        expect(own).toEqual(all.filter((one) => cases.has(one.case)).map(({ id }) => id));
      }
    }),
  );
});
