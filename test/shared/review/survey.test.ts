import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLayers } from "../../../shared/review/compare.ts";
import { facetsOf } from "../../../shared/review/facets.ts";
import { type AskedFilter, ReviewFilter } from "../../../shared/review/filter.ts";
import { matches } from "../../../shared/review/matches.ts";
import { standingsOf } from "../../../shared/review/standing.ts";
import { startSurvey } from "../../../shared/review/survey-of.ts";
import { tallyOf } from "../../../shared/review/tally.ts";
import { layerOf, spanOf, text } from "./layers.ts";

const sections = [
  { kind: "case" as const, title: "Case", start: 0, end: 40 },
  { kind: "immunohistochemistry" as const, title: "Stains", start: 40, end: 70 },
];

const words = ["tumour", "The tumour", "tumour cells", "desmin", "desmin and SMA", "SMA", "CD34"];

const anyReport = fc
  .array(
    fc.array(
      fc.record({ words: fc.constantFrom(...words), label: fc.constantFrom("marker", "site") }),
      { maxLength: 4 },
    ),
    { minLength: 2, maxLength: 3 },
  )
  .map((all) => {
    const layers = all.map((own, annotator) =>
      layerOf(`P${annotator}`, {
        spans: own.map((one, at) => spanOf(`${annotator}-${at}`, one.words, one.label)),
        labels: own.length > 2 ? { long: true } : {},
      }),
    );
    return compareLayers(text, layers);
  });

type Compared = ReturnType<typeof compareLayers>;

function surveyOf(reports: readonly Compared[], filter: AskedFilter = {}) {
  const surveying = startSurvey(ReviewFilter.parse(filter));
  for (const [at, comparison] of reports.entries()) {
    const { of } = standingsOf(comparison, []);
    const tally = tallyOf(comparison.differences, of, sections);
    surveying.add({ report: `r${at}`, title: `Report ${at}`, tally });
  }
  return surveying.survey();
}

function countBehind(reports: readonly Compared[], asked: AskedFilter): number {
  const filter = ReviewFilter.parse(asked);
  const inReports = reports.filter((_, at) => filter.reports?.includes(`r${at}`) ?? true);
  return inReports
    .flatMap(({ differences }) => differences)
    .filter((difference) => matches(filter, facetsOf(difference, "open", sections))).length;
}

test("every count leads to as many differences; of pairs' labels and edges to those that the pairs are in", () => {
  fc.assert(
    fc.property(fc.array(anyReport, { minLength: 1, maxLength: 3 }), (reports) => {
      const survey = surveyOf(reports);
      const single = [survey.stages, survey.types, survey.states, survey.labels, survey.sections];
      for (const { count, behind } of [
        ...single,
        survey.annotators,
        survey.pairs,
        survey.reports,
      ].flat())
        expect({ behind, count }).toEqual({ behind, count: countBehind(reports, behind) });
      for (const { count, behind } of [...survey.matrix, ...survey.shifts]) {
        const found = countBehind(reports, behind);
        expect({ behind, isSome: found > 0 && found <= count }).toEqual({ behind, isSome: true });
      }
    }),
    { numRuns: 80 },
  );
});

test("chosen for one pair, the labels that they say are counted as often as there are differences", () => {
  fc.assert(
    fc.property(anyReport, (report) => {
      for (const pair of [
        { a: "P0", b: "P1" },
        { a: "P1", b: "P0" },
      ])
        for (const { count, behind } of surveyOf([report], { pair }).matrix)
          expect({ behind, count }).toEqual({ behind, count: countBehind([report], behind) });
    }),
    { numRuns: 80 },
  );
});

test("surveys of reports add up", () => {
  fc.assert(
    fc.property(anyReport, anyReport, (one, other) => {
      const counts = (reports: Compared[]) => {
        const { differences, agreed, compared } = surveyOf(reports);
        return [differences, agreed, compared];
      };
      const sums = counts([one]).map((count, at) => count + (counts([other])[at] ?? 0));
      expect(counts([one, other])).toEqual(sums);
    }),
    { numRuns: 40 },
  );
});
