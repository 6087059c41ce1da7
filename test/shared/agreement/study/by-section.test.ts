import { expect, test } from "vitest";
import type { Coefficient } from "../../../../shared/agreement/coefficient.ts";
import { alphaU } from "../../../../shared/agreement/continuum/alpha-u.ts";
import { alphaUStudy } from "../../../../shared/agreement/continuum/alpha-u-study.ts";
import { gamma, gammaCat } from "../../../../shared/agreement/continuum/gamma.ts";
import {
  atOnce,
  gammaDefaults,
  gammaStudy,
} from "../../../../shared/agreement/continuum/gamma-study.ts";
import type { Continuum } from "../../../../shared/agreement/continuum/unit.ts";
import type { StudyLayer, StudyReport } from "../../../../shared/agreement/study/report.ts";
import { sectionStretches } from "../../../../shared/agreement/study/sections.ts";
import { startProjectStudy } from "../../../../shared/agreement/study/study.ts";
import type { Section, SectionKind } from "../../../../shared/model/report.ts";

const section = (kind: SectionKind, start: number, end: number): Section => ({
  ...{ kind, start, end, title: "" },
});

test("a text is cut where the kind of section changes: inner sections apart, touching ones together", () => {
  const sections = [
    section("case", 0, 10),
    section("case", 10, 20),
    section("microscopy", 20, 60),
    section("molecular", 30, 40),
  ];
  expect(sectionStretches({ text: "x".repeat(70), sections })).toEqual([
    { kind: "case", start: 0, end: 20 },
    { kind: "microscopy", start: 20, end: 30 },
    { kind: "molecular", start: 30, end: 40 },
    { kind: "microscopy", start: 40, end: 60 },
    { kind: "none", start: 60, end: 70 },
  ]);
  expect(sectionStretches({ text: "", sections: [] })).toEqual([]);
});

type Marked = [label: string, start: number, end: number];

function layer(annotator: string, marked: readonly Marked[]): StudyLayer {
  const spans = marked.map(([label, start, end], at) => ({
    ...{ id: `${at}`, label, ranges: [{ start, end }], attributes: {}, entity: null },
  }));
  const empty = { entities: [], relations: [], events: [], groups: [], labels: {} };
  return { annotator, status: "done", spans, ...empty };
}

function report(id: string, sections: Section[], ana: Marked[], ben: Marked[]): StudyReport {
  const layers = [layer("Ana", ana), layer("Ben", ben)];
  return { id, title: `Report ${id}`, case: id, text: "x".repeat(100), sections, layers };
}

/** The microscopy is in two stretches of the first report, in one of the second, and in none of the third. */
const reports = [
  report(
    "1",
    [section("microscopy", 0, 30), section("treatment", 30, 60), section("microscopy", 60, 100)],
    [
      ["marker", 4, 10],
      ["tissue", 25, 34],
      ["drug", 40, 44],
      ["marker", 70, 76],
    ],
    [
      ["marker", 5, 10],
      ["tissue", 26, 30],
      ["drug", 40, 44],
      ["tissue", 70, 76],
    ],
  ),
  report("2", [section("microscopy", 0, 50)], [["marker", 10, 20]], [["marker", 12, 20]]),
  report("3", [section("treatment", 0, 50)], [["drug", 10, 20]], [["drug", 10, 20]]),
];

const unit = (annotator: number, category: string, begin: number, end: number) => ({
  ...{ annotator, category, begin, end },
});
const ofFirst: Continuum[] = [
  {
    ...{ begin: 0, end: 30, annotators: 2 },
    units: [
      unit(0, "marker", 4, 10),
      // Cut off where the section ends.
      unit(0, "tissue", 25, 30),
      unit(1, "marker", 5, 10),
      unit(1, "tissue", 26, 30),
    ],
  },
  {
    ...{ begin: 60, end: 100, annotators: 2 },
    units: [unit(0, "marker", 70, 76), unit(1, "tissue", 70, 76)],
  },
];
const ofSecond: Continuum = {
  ...{ begin: 0, end: 50, annotators: 2 },
  units: [unit(0, "marker", 10, 20), unit(1, "marker", 12, 20)],
};
const microscopy = [...ofFirst, ofSecond];

const measures = ["krippendorff-alpha-u", "gamma", "gamma-cat"];
const options = { ...gammaDefaults, samples: 5, precision: null };
const noSolver = () => {
  throw new Error("the solver is not asked");
};

function measured(all: readonly StudyReport[], annotators = ["Ana", "Ben"]) {
  const by = ["section"] as const;
  const study = startProjectStudy({ annotators, measures, by, bootstrap: null, overlap: 0 });
  for (const one of all) study.add(one);
  for (const _ of study.align(options, noSolver));
  const steps = study.figures();
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value.measures;
}

const definedOf = (one: Coefficient) => (one.defined ? one.value : Number.NaN);
const alphaOf = (continua: Continuum[]) => definedOf(alphaU(alphaUStudy(continua)).all);

test("by section, alpha-U and gamma are of the section's stretches, one after another", () => {
  const found = measured(reports).filter((one) => one.section === "microscopy");
  const study = atOnce(gammaStudy(microscopy, options, noSolver));
  expect(found.map(({ id, value, n }) => [id, value, n])).toEqual([
    ["krippendorff-alpha-u", expect.closeTo(alphaOf(microscopy), 12), 8],
    ["gamma", expect.closeTo(definedOf(gamma(study)), 12), 8],
    ["gamma-cat", expect.closeTo(definedOf(gammaCat(study)), 12), 8],
  ]);
  // Each report has one value, whatever the number of its stretches.
  const meanOf = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / 2;
  const alphas = [alphaOf(ofFirst), alphaOf([ofSecond])];
  const gammas = [gamma(study, [1, 1, 0]), gamma(study, [0, 0, 1])].map(definedOf);
  expect(found.slice(0, 2).map(({ overReports }) => [overReports?.value, overReports?.n])).toEqual([
    [expect.closeTo(meanOf(alphas), 12), 2],
    [expect.closeTo(meanOf(gammas), 12), 2],
  ]);
});

test("what goes on beyond its section is counted, for each measure once", () => {
  const what =
    "Spans that go on beyond the section in which they begin: by section, cut off at its end.";
  for (const { leftOut, assumes } of measured(reports)) {
    expect(leftOut).toEqual([{ what, count: 1, examples: ["Report 1"] }]);
    expect(assumes).toMatch(/ By section, a span is of the section in which it begins /);
  }
});

test("where agreement by section has nothing to be computed of, there are reasons", () => {
  const whole = [section("case", 0, 100)];
  const cy = layer("Cy", [["marker", 1, 5]]);
  const open = { ...cy, status: "open" as const };
  const [first] = reports;
  const some = [
    ...(first ? [{ ...first, layers: [...first.layers, open] }] : []),
    {
      ...report("4", whole, [["marker", 1, 5]], []),
      layers: [layer("Ana", []), layer("Ben", []), cy],
    },
  ];
  // Three have finished only the second report, in which there is no treatment.
  const found = measured(some, ["Ana", "Ben", "Cy"]);
  expect(
    found
      .filter((one) => one.section === "treatment")
      .map(({ value, undefined: reason }) => [value, reason]),
  ).toEqual(measures.map(() => [null, "no-items"]));
});
