import { expect, test } from "vitest";
import type { Figure } from "../../../shared/agreement/study/figure.ts";
import { projectMeasureIds } from "../../../shared/agreement/study/measure-ids.ts";
import type { ReviewRow } from "../../../shared/contract/review.ts";
import { ReviewFilter } from "../../../shared/review/filter.ts";
import { startSurvey } from "../../../shared/review/survey-of.ts";
import type { ReviewReport } from "../../../shared/review-report/contents.ts";
import { countDecisions } from "../../../shared/review-report/decision-tally.ts";
import { figureCells, figureColumns } from "../../../shared/review-report/figure-rows.ts";
import { measureFacts } from "../../../shared/review-report/measure-facts.ts";
import { methodsParagraph } from "../../../shared/review-report/methods.ts";
import { counted, listed, whole } from "../../../shared/review-report/numbers.ts";
import { reportPage } from "../../../shared/review-report/page.ts";

const figure = (parts: Partial<Figure>): Figure => ({
  ...{ id: "f1-exact", scope: "all", annotators: ["Ana", "Ben", "Cy"] },
  ...{ label: null, section: null, report: null, attribute: null },
  ...{ value: 0.85, undefined: null, ci: [0.8, 0.9], ciUndefined: null },
  ...{ observed: 0.85, expected: null, n: 40, parts: 3, deviation: 0.01 },
  ...{ overReports: null, assumes: "It assumes nothing.", leftOut: [], behind: {} },
  ...parts,
});

const none = {
  ...{ open: 0, stale: 0, later: 0, decided: 0, moot: 0, accepted: 0, agreed: 0, gone: 0 },
};

function reportOf(parts: Partial<ReviewReport> = {}): ReviewReport {
  return {
    project: { name: "A <b>", reports: 5, cases: 4 },
    scheme: { name: "Case reports", version: 3 },
    appVersion: "1.2.3",
    options: { bootstrap: 1000, seed: 7, overlap: 0, unfinished: false, isPart: false },
    annotators: [{ annotator: "Ana", finished: 5, open: 0, spans: 9, from: null, to: null }],
    agreement: {
      ...{ units: 5, cases: 4, annotators: ["Ana", "Ben", "Cy"], leftOut: [] },
      measures: [figure({})],
    },
    survey: startSurvey(ReviewFilter.parse({})).survey(),
    counts: { ...none, reports: 5, finished: 0 },
    decisions: countDecisions().tally(),
    reports: [],
    ...parts,
  };
}

test("the methods are whole sentences with what was measured, how often cases were drawn and by which seed", () => {
  expect(methodsParagraph(reportOf())).toBe(
    [
      "Three annotators (Ana, Ben and Cy) annotated case reports in Casemark 1.2.3 by version 3 of the annotation scheme “Case reports”.",
      "Agreement was measured over the 5 reports of 4 cases that at least two of them had finished, by F1, same label and boundaries (f1-exact).",
      "Coefficients of two annotators were computed for each pair and averaged; the others are of all annotators together.",
      "Counts were pooled over reports (micro average); the mean of the reports’ own values (macro average) is given beside it.",
      "95 % confidence intervals are percentile intervals of 1,000 bootstrap samples of the cases (seed 7).",
      "For adjudication the spans of all annotators of a report were aligned one to one, so that the overlap of what is aligned is greatest, and entities, relations and report labels by them; 0 of 0 aligned places differed.",
    ].join(" "),
  );
});

test("the page says why a figure is not defined, and takes nobody’s words for markup", () => {
  const agreement = {
    ...{ units: 5, cases: 4, annotators: ["Ana", "<script>"], leftOut: [] },
    measures: [
      figure({}),
      figure({ id: "gamma", value: null, undefined: "no-units", ci: null }),
      figure({ scope: "label", label: "mar&ker" }),
      figure({ scope: "label", label: "drug", value: null, undefined: "no-spans", ci: null }),
    ],
  };
  const page = reportPage(reportOf({ agreement }));
  expect(page).toContain("<h1>Agreement in A &lt;b&gt;</h1>");
  expect(page).not.toContain("<script>");
  expect(page).toContain("<td>Mathet’s γ</td><td>Nobody marked anything.</td>");
  expect(page).toContain('<th scope="col" class="number">mar&amp;ker</th>');
  expect(page).toContain('0.850\n<small>0.800 to 0.900</small></td><td class="number">–</td>');
});

test("a row of figures has a cell for every column, and the sentence why there is no value", () => {
  const cells = figureCells(
    figure({
      ...{ value: null, undefined: "one-annotator", ci: null },
      leftOut: [{ what: "Reports: not compared.", count: 2, examples: ["a"] }],
    }),
  );
  const named = Object.fromEntries(figureColumns.map((name, at) => [name, cells[at]]));
  expect(cells).toHaveLength(figureColumns.length);
  expect(named).toMatchObject({
    ...{ measure: "f1-exact", annotators: "Ana | Ben | Cy", value: null, n: 40, label: null },
    undefined: "There is only one annotator, and nobody to agree with.",
    left_out: "Reports: not compared. (2)",
  });
});

test("every measure of a project has a name of its own", () => {
  const names = projectMeasureIds.map((id) => measureFacts[id].name);
  expect(new Set(names).size).toBe(projectMeasureIds.length);
});

test("decisions are counted by who chose what and by reason", () => {
  const counting = countDecisions();
  const decided = (annotator: string, at: string, reason: string): ReviewRow => ({
    ...{ report: "r", title: "R", state: "decided" },
    difference: {
      ...{ key: "spans-1", stage: "spans", types: ["label"], start: 0, end: 1, words: "a" },
      ...{ versions: [], missing: [], shifts: [], on: [] },
    },
    decision: {
      ...{ id: at, report: "r", key: "spans-1", stage: "spans", choice: { do: "union" } },
      ...{ reason, note: "", annotator, at, members: [], gold: [] },
    },
  });
  counting.add(decided("Mira", "2026-02-02T10:00:00.000Z", "typo"));
  counting.add(decided("Mira", "2026-01-02T10:00:00.000Z", ""));
  counting.add({ ...decided("Mira", "", ""), decision: null });
  const { examples, ...tally } = counting.tally();
  expect(examples).toHaveLength(2);
  expect(tally).toEqual({
    by: [{ annotator: "Mira", choice: "union", count: 2 }],
    reasons: [
      { reason: "", count: 1 },
      { reason: "typo", count: 1 },
    ],
    ...{ from: "2026-01-02T10:00:00.000Z", to: "2026-02-02T10:00:00.000Z", count: 2 },
  });
});

test("numbers read as English has them", () => {
  expect([
    whole(1234567),
    counted(1, "report"),
    counted(2000, "report"),
    listed(["a", "b", "c"]),
  ]).toEqual(["1,234,567", "one report", "2,000 reports", "a, b and c"]);
});
