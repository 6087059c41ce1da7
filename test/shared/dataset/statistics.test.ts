import { expect, test } from "vitest";
import { startAgreement } from "../../../shared/dataset/agreement.ts";
import { spreadOf, startStatistics } from "../../../shared/dataset/statistics.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";

const text = "Leiomyosarcoma of the lung 🫁, CD34 positive.";
const ana = layerOf("Ana", [
  spanOf(text, "s1", "diagnosis", "Leiomyosarcoma of the lung", { attributes: { negated: true } }),
  spanOf(text, "s2", "site", "lung"),
  {
    ...spanOf(text, "s3", "marker", "CD34"),
    ranges: [
      { start: text.indexOf("CD34"), end: text.indexOf("CD34") + 4 },
      { start: text.indexOf("positive"), end: text.indexOf("positive") + 8 },
    ],
  },
]);
const ben = layerOf("Ben", [spanOf(text, "s1", "site", "lung")]);

test("what is counted of parts, labels and annotators", () => {
  const counting = startStatistics(["train", "test"]);
  counting.add(documentOf(text, [ana, ben], { name: "one", case: "A" }), "train");
  counting.add(documentOf(text, [], { name: "two", case: "A" }), "train");
  counting.add(documentOf("lung", [layerOf("Ana", [])], { name: "three", case: "B" }), "test");
  const statistics = counting.statistics();
  expect(statistics.parts[0]).toEqual({
    ...{ part: "train", cases: 1, reports: 2, characters: 2 * 44, tokens: 2 * 9, spans: 4 },
    ...{ entities: 0, codedEntities: 0, relations: 0, events: 0, groups: 0 },
    ...{ discontinuous: 1, overlapping: 2 },
  });
  expect(statistics.whole).toMatchObject({
    part: "",
    cases: 2,
    reports: 3,
    characters: 92,
    spans: 4,
  });
  expect(statistics.labels).toEqual([
    {
      ...{ label: "site", spans: 2, meanTokens: 1 },
      ...{ byPart: { train: 2, test: 0 }, byAnnotator: { Ana: 1, Ben: 1 } },
    },
    {
      ...{ label: "diagnosis", spans: 1, meanTokens: 4 },
      ...{ byPart: { train: 1, test: 0 }, byAnnotator: { Ana: 1 } },
    },
    {
      ...{ label: "marker", spans: 1, meanTokens: 2 },
      ...{ byPart: { train: 1, test: 0 }, byAnnotator: { Ana: 1 } },
    },
  ]);
  expect(statistics.annotators).toEqual([
    { annotator: "Ana", reports: 2, spans: 3 },
    { annotator: "Ben", reports: 1, spans: 1 },
  ]);
  expect(statistics.attributes).toEqual([{ name: "negated", spans: 1 }]);
  expect(statistics.spansPerReport).toEqual([0, 0, 4]);
});

test("the spread of numbers", () => {
  expect(spreadOf([4, 1, 10, 2])).toEqual({ least: 1, median: 3, mean: 4.3, most: 10 });
  expect(spreadOf([])).toEqual({ least: 0, median: 0, mean: 0, most: 0 });
});

test("agreement is of what two have finished, with an interval over cases", () => {
  const comparing = startAgreement();
  for (const name of ["one", "two", "three", "four"])
    comparing.add(documentOf(text, [ben, ana, layerOf("gold", [])], { name, case: name }));
  comparing.add(documentOf(text, [ana, { ...ben, status: "open" }], { name: "five" }));
  const pair = { a: "Ana", b: "Ben", reports: 4, cases: 4 };
  expect(comparing.agreements({ seed: 1 })).toEqual([
    {
      ...{ ...pair, label: null },
      f1: expect.objectContaining({ defined: true, value: 0.5 }),
      matches: { both: 4, a: 12, b: 4 },
      interval: { defined: true, low: 0.5, high: 0.5 },
    },
    ...["diagnosis", "marker"].map((label) => ({
      ...{ ...pair, label },
      f1: expect.objectContaining({ defined: true, value: 0 }),
      matches: { both: 0, a: 4, b: 0 },
      interval: { defined: true, low: 0, high: 0 },
    })),
    {
      ...{ ...pair, label: "site" },
      f1: expect.objectContaining({ defined: true, value: 1 }),
      matches: { both: 4, a: 4, b: 4 },
      interval: { defined: true, low: 1, high: 1 },
    },
  ]);
});

test("an interval of one case is not defined", () => {
  const comparing = startAgreement();
  comparing.add(documentOf(text, [ana, ben]));
  expect(comparing.agreements({ seed: 1 })[0]?.interval).toEqual({
    defined: false,
    reason: "one-case",
  });
});
