import { expect, test } from "vitest";
import { chooseLayers } from "../../../shared/dataset/layers.ts";
import { deidentifier } from "../../../shared/deidentify/layer.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";

const text = "Leiomyosarcoma of the lung, CD34 positive.";
const entity = (id: string, code: string) => ({
  ...{ id, kind: "marker", name: "CD34", fields: { clone: "QBEnd" }, note: "" },
  codes: [{ system: "HGNC", code, display: "" }],
});
const link = { label: "in", attributes: {}, note: "" };
const ana = layerOf(
  "Ana",
  [
    spanOf(text, "a1", "diagnosis", "Leiomyosarcoma", {
      attributes: { status: "primary", sites: ["lung", "left"], grade: 2 },
      note: "sure",
    }),
    spanOf(text, "a2", "site", "lung"),
    spanOf(text, "a3", "marker", "CD34", { entity: "e1" }),
    spanOf(text, "a4", "result", "positive"),
  ],
  {
    entities: [entity("e1", "1662")],
    relations: [
      { ...link, id: "r1", from: "a1", to: "a2" },
      { ...link, id: "r2", from: "a3", to: "a4" },
    ],
    labels: { kind: "case report", year: 2020 },
  },
);
const ben = layerOf(
  "Ben",
  [
    spanOf(text, "b1", "diagnosis", "Leiomyosarcoma", {
      attributes: { status: "primary", sites: ["left", "lung"], grade: 3 },
    }),
    spanOf(text, "b2", "site", "lung"),
    spanOf(text, "b3", "marker", "CD34", { entity: "e7" }),
    spanOf(text, "b4", "result", "CD34 positive"),
  ],
  {
    entities: [entity("e7", "1662")],
    relations: [{ ...link, id: "r9", from: "b1", to: "b2" }],
    labels: { kind: "case report" },
  },
);
const decided = layerOf("gold", [spanOf(text, "g1", "site", "lung")]);
const open = layerOf("Cleo", [], { status: "open" });
const document = documentOf(text, [ana, ben, decided, open]);
const chosen = (choice: Parameters<typeof chooseLayers>[1], from = document) =>
  chooseLayers(from, choice);

test("all, one, or what was decided on", () => {
  expect(chosen({ of: "all" }).document).toEqual(document);
  expect(chosen({ of: "gold" }).document.layers).toEqual([decided]);
  expect(chosen({ of: "one", annotator: "Ben" })).toEqual({
    document: { ...document, layers: [ben] },
    losses: [],
  });
  expect(chosen({ of: "one", annotator: "Dora" })).toMatchObject({
    document: { layers: [] },
    losses: [{ things: "Reports without the chosen layers", count: 1, examples: ["report"] }],
  });
});

test("what all who have finished say alike", () => {
  const { document: agreed, losses } = chosen({ of: "agreed" });
  expect(agreed.layers).toEqual([
    layerOf(
      "agreed",
      [
        { ...ana.spans[0]!, attributes: { status: "primary", sites: ["lung", "left"] }, note: "" },
        ana.spans[1]!,
        ana.spans[2]!,
      ],
      {
        entities: [{ ...entity("e1", "1662"), fields: {} }],
        relations: [ana.relations[0]!],
        labels: { kind: "case report" },
      },
    ),
  ]);
  expect(losses.map(({ things, count, examples }) => [things, count, examples])).toEqual([
    ["Spans of single annotators", 2, ["report, Ana: “positive”", "report, Ben: “CD34 positive”"]],
    ["Attributes of agreed spans", 1, ["report: “Leiomyosarcoma”, grade"]],
    ["Relations of single annotators", 1, ["report: in"]],
  ]);
});

test("one annotator alone agrees with nobody", () => {
  const alone = documentOf(text, [ana, decided, open]);
  expect(chosen({ of: "agreed" }, alone).document.layers).toEqual([]);
});

test("candidates for de-identification are in no dataset and agree with nobody", () => {
  const candidates = layerOf(deidentifier, [spanOf(text, "d1", "name", "lung")]);
  const scanned = documentOf(text, [ana, candidates]);
  expect(chosen({ of: "all" }, scanned)).toEqual({
    document: { ...scanned, layers: [ana] },
    losses: [],
  });
  expect(chosen({ of: "agreed" }, scanned).document.layers).toEqual([]);
});
