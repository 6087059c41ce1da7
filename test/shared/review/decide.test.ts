import { expect, test } from "vitest";
import type { Layer } from "../../../shared/model/annotation.ts";
import { compareLayers } from "../../../shared/review/compare.ts";
import { decidedEntity } from "../../../shared/review/decide-entities.ts";
import { decidedLabel, decidedRelation } from "../../../shared/review/decide-relations.ts";
import { decidedSpans } from "../../../shared/review/decide-spans.ts";
import type { Choice } from "../../../shared/review/decision.ts";
import type { Stage } from "../../../shared/review/difference.ts";
import { entityOf, layerOf, relationOf, spanOf, text } from "./layers.ts";

function first(stage: Stage, layers: readonly Layer[]) {
  const comparison = compareLayers(text, layers);
  const difference = comparison.differences.find((one) => one.stage === stage);
  if (!difference) throw new Error(`nothing differs in ${stage}`);
  return { comparison, difference };
}

function spansBy(choice: Choice, ...layers: Layer[]) {
  const { difference } = first("spans", layers);
  const spans = decidedSpans(difference, layers, text, choice);
  return spans.map(({ label, quote, attributes }) => ({ label, quote, attributes }));
}

const one = (annotator: string, words: string, label = "marker", attributes = {}) =>
  layerOf(annotator, { spans: [spanOf(annotator, words, label, { attributes })] });

const negated = { negated: true as const };

test("the union of spans has all that anybody marked, the intersection what all did", () => {
  const layers = [one("A", "tumour cells", "site", negated), one("B", "The tumour", "site")];
  expect(spansBy({ do: "union" }, ...layers)).toEqual([
    { label: "site", quote: "The tumour cells", attributes: negated },
  ]);
  expect(spansBy({ do: "intersection" }, ...layers)).toEqual([
    { label: "site", quote: "tumour", attributes: {} },
  ]);
});

test("the union takes the label of most, and asks where as many say another", () => {
  const three = [one("A", "desmin"), one("B", "desmin and SMA", "drug"), one("C", "desmin")];
  expect(spansBy({ do: "union" }, ...three)).toMatchObject([{ label: "marker" }]);
  expect(() => spansBy({ do: "union" }, ...three.slice(0, 2))).toThrow(
    "As many say marker as drug for the label of “desmin”; take one version or edit it.",
  );
});

test("a split is joined by the union, and has nothing in common where parts lie apart", () => {
  const parts = layerOf("B", { spans: [spanOf("b1", "desmin"), spanOf("b2", "SMA")] });
  const whole = one("A", "desmin and SMA");
  expect(spansBy({ do: "union" }, whole, parts)).toMatchObject([{ quote: "desmin and SMA" }]);
  expect(spansBy({ do: "intersection" }, whole, parts)).toMatchObject([{ quote: "desmin SMA" }]);
  expect(spansBy({ do: "take", annotator: "B" }, whole, parts)).toMatchObject([
    { quote: "desmin" },
    { quote: "SMA" },
  ]);
});

test("what all have of spans that are in a chain may be nothing, which is said", () => {
  const chain = [one("A", "The tumour"), one("B", "tumour cells in"), one("C", "in the left")];
  expect(() => spansBy({ do: "intersection" }, ...chain)).toThrow(
    "No words of “The tumour” are marked by all; take one version.",
  );
});

const code = (system: string) => ({ system, code: "1", display: "" });

const withEntity = (annotator: string, parts: Parameters<typeof entityOf>[2], both = true) =>
  layerOf(annotator, {
    spans: [
      spanOf(`${annotator}1`, "desmin", "marker", { entity: annotator }),
      spanOf(`${annotator}2`, "SMA", "marker", { entity: both ? annotator : null }),
    ],
    entities: [entityOf(annotator, "panel", parts)],
  });

test("entities are merged by all codes, fields and spans, or by those that all have", () => {
  const layers = [
    withEntity("A", {
      codes: [code("X"), code("Y")],
      fields: { result: "positive", clone: "D33" },
    }),
    withEntity("B", { codes: [code("Y"), code("Z")], fields: { result: "positive" } }, false),
  ];
  const { difference, comparison } = first("entities", layers);
  const decided = (choice: Choice) => {
    const entity = decidedEntity(difference, layers, comparison, choice);
    return (
      entity && { ...entity, codes: entity.codes.map(({ system }) => system), on: entity.on.length }
    );
  };
  const facts = { kind: "marker", name: "panel" };
  expect(decided({ do: "union" })).toEqual({
    ...{ ...facts, codes: ["X", "Y", "Z"], on: 2 },
    fields: { result: "positive", clone: "D33" },
  });
  expect(decided({ do: "intersection" })).toEqual({
    ...{ ...facts, codes: ["Y"], on: 1 },
    fields: { result: "positive" },
  });
  expect(decided({ do: "take", annotator: "B" })).toMatchObject({ codes: ["Y", "Z"], on: 1 });
  expect(decided({ do: "none" })).toBe(null);
  const edited = { kind: "drug", name: "x", codes: [], fields: {} };
  expect(decided({ do: "editEntity", entity: edited })).toEqual({ ...edited, on: 2 });
});

test("relations are taken with their direction, and edited", () => {
  const related = (annotator: string, from: string, to: string, label: string) =>
    layerOf(annotator, {
      spans: [spanOf(`${annotator}1`, "desmin"), spanOf(`${annotator}2`, "SMA")],
      relations: [relationOf(`${annotator}r`, annotator + from, annotator + to, label)],
    });
  const layers = [related("A", "1", "2", "with"), related("B", "2", "1", "with")];
  const { difference } = first("relations", layers);
  const decided = (choice: Choice) => decidedRelation(difference, layers, choice);
  expect(decided({ do: "take", annotator: "A" })).toMatchObject({ isReversed: false });
  expect(decided({ do: "take", annotator: "B" })).toMatchObject({ isReversed: true });
  expect(() => decided({ do: "union" })).toThrow("for the direction of “desmin → SMA”");
  const relation = { label: "near", isReversed: true, attributes: {} };
  expect(decided({ do: "editRelation", relation })).toEqual(relation);
  expect(() => decided({ do: "edit", spans: [] })).toThrow("Relations are edited as relations.");
});

test("a label of the report is taken, edited, or what most say", () => {
  const layers = [2, 2, 3].map((grade, at) => layerOf(`P${at}`, { labels: { grade } }));
  const { difference } = first("labels", layers);
  const decided = (choice: Choice) => decidedLabel(difference, layers, choice);
  expect(decided({ do: "union" })).toBe(2);
  expect(decided({ do: "intersection" })).toBe(null);
  expect(decided({ do: "take", annotator: "P2" })).toBe(3);
  expect(decided({ do: "accept", rule: { of: "majority" } })).toBe(2);
  expect(decided({ do: "editLabel", value: "high" })).toBe("high");
});
