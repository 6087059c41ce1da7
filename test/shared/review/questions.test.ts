import { expect, test } from "vitest";
import type { Difference } from "../../../shared/review/difference.ts";
import { startGathering } from "../../../shared/review/questions.ts";

const difference = (
  words: string,
  labels: string[],
  more: Partial<Difference> = {},
): Difference => ({
  ...{ key: words, stage: "spans", types: ["label"], start: 0, end: 0, words },
  versions: labels.map((label, at) => ({ annotator: `${at}`, members: [], label, says: label })),
  ...{ missing: [], shifts: [], on: [] },
  ...more,
});

const gathered = (
  all: [report: string, caseName: string, difference: Difference, attributes?: string[]][],
  rules: { least: number; per: "reports" | "cases" } = { least: 2, per: "reports" },
) => {
  const gathering = startGathering();
  for (const [report, name, one, attributes = []] of all)
    gathering.add({ report, title: report, case: name, difference: one, attributes });
  return gathering
    .found(rules)
    .map(({ words, attribute, labels, count, reports, cases, examples }) => ({
      ...{ words, attribute, labels, count, reports, cases },
      examples: examples.map(({ report }) => report),
    }));
};

test("the same words with the same labels are one question, whoever says which and however they are written", () => {
  expect(
    gathered([
      ["r1", "c1", difference("Margin", ["site", "finding"])],
      ["r2", "c2", difference("the\nmargin", ["site", "finding"])],
      ["r3", "c3", difference("margin", ["finding", "site"])],
      ["r3", "c3", difference("margin", ["finding", "site"])],
      ["r4", "c4", difference("margin", ["finding", "drug"])],
    ]),
  ).toEqual([
    {
      ...{
        words: "margin",
        attribute: "",
        labels: ["finding", "site"],
        count: 3,
        reports: 2,
        cases: 2,
      },
      examples: ["r1", "r3"],
    },
  ]);
});

test("a case counts once where cases are counted", () => {
  const twice: [string, string, Difference][] = [
    ["r1", "c1", difference("margin", ["a"], { missing: ["1"], types: ["missing"] })],
    ["r2", "c1", difference("margin", ["a"], { missing: ["1"], types: ["missing"] })],
  ];
  expect(gathered(twice).map(({ labels }) => labels)).toEqual([["", "a"]]);
  expect(gathered(twice, { least: 2, per: "cases" })).toEqual([]);
});

test("where only attributes differ each is one question over any words, and what is agreed is none", () => {
  const attribute = { types: ["attribute"] } satisfies Partial<Difference>;
  expect(
    gathered([
      ["r1", "c1", difference("CD34", ["marker"], attribute), ["negated", "site"]],
      ["r2", "c2", difference("SMA", ["marker"], attribute), ["negated"]],
      ["r1", "c1", difference("desmin", ["marker"], { types: ["agreed"] })],
      ["r2", "c2", difference("desmin", ["marker"], { types: ["agreed"] })],
    ]),
  ).toEqual([
    {
      ...{ words: "", attribute: "negated", labels: ["marker"], count: 2, reports: 2, cases: 2 },
      examples: ["r1", "r2"],
    },
  ]);
});
