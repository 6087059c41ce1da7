import { expect, test } from "vitest";
import { gammaDefaults } from "../../../../shared/agreement/continuum/gamma-study.ts";
import { projectUndefinedSentences } from "../../../../shared/agreement/study/figure.ts";
import type { StudyLayer, StudyReport } from "../../../../shared/agreement/study/report.ts";
import { startProjectStudy } from "../../../../shared/agreement/study/study.ts";

const annotators = ["Ana", "Ben", "Cy"];
const empty = { entities: [], relations: [], events: [], groups: [], labels: {} };

/** Sixty spans of each annotator that all overlap, and one apart from them. */
const layers = annotators.map((annotator, by): StudyLayer => {
  const ends = Array.from({ length: 60 }, (_, at) => [at + by, 200 + at, "tissue"] as const);
  const spans = [...ends, [280 + by, 290 + by, "marker"] as const].map(([start, end, label]) => ({
    ...{ id: `${start}`, label, ranges: [{ start, end }], attributes: {}, entity: null },
  }));
  return { annotator, status: "done", spans, ...empty };
});
const report: StudyReport = {
  ...{ id: "1", title: "one", case: "one", text: "x".repeat(300), sections: [], layers },
};

test("a label whose spans cannot be aligned has no gamma, and the others have theirs", () => {
  const measures = ["f1-strict", "gamma", "gamma-cat"];
  const study = startProjectStudy({
    ...{ annotators, measures, by: ["label"], bootstrap: { seed: 1, rounds: 5 }, overlap: 0 },
  });
  study.add(report);
  const notAsked = () => {
    throw new Error("the solver is not asked");
  };
  for (const _ of study.align({ ...gammaDefaults, samples: 3, precision: null }, notAsked));
  const steps = study.figures();
  let step = steps.next();
  while (!step.done) step = steps.next();
  const figures = step.value.measures.map(({ id, label, value, undefined: why, n }) => ({
    ...{ id, label, why, n, isThere: value !== null },
  }));
  const why = "too-many-ways";
  expect(figures.filter(({ id }) => id !== "f1-strict")).toEqual([
    { id: "gamma", label: null, why, n: 183, isThere: false },
    { id: "gamma", label: "marker", why: null, n: 3, isThere: true },
    { id: "gamma", label: "tissue", why, n: 180, isThere: false },
    { id: "gamma-cat", label: null, why, n: 183, isThere: false },
    { id: "gamma-cat", label: "marker", why, n: 183, isThere: false },
    { id: "gamma-cat", label: "tissue", why, n: 183, isThere: false },
  ]);
  expect(figures.filter(({ id }) => id === "f1-strict").every(({ isThere }) => isThere)).toBe(true);
  expect(projectUndefinedSentences[why]).toContain("compare fewer annotators or fewer labels");
});
