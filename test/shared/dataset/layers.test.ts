import fc from "fast-check";
import { expect, test } from "vitest";
import { chooseLayers } from "../../../shared/dataset/layers.ts";
import { deidentifier } from "../../../shared/deidentify/layer.ts";
import type { Entity } from "../../../shared/model/annotation.ts";
import { anyDocument } from "../formats/arbitrary-document.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";

const text = "Leiomyosarcoma of the lung, CD34 positive.";
const code = (system: string, number: string, display = "") => ({
  ...{ system, code: number, display },
});
const entity = (id: string, name: string, others: Partial<Entity> = {}): Entity => ({
  ...{ id, kind: "marker", name, codes: [], fields: {}, note: "", ...others },
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
    entities: [
      entity("e1", "CD34", {
        codes: [code("HGNC", "1662", "CD34"), code("LOINC", "1")],
        fields: { clone: "QBEnd", percent: 90, sites: ["a", "b"] },
        note: "strong",
      }),
      entity("e2", "desmin", { fields: { result: "negative" } }),
      entity("e3", "actin"),
    ],
    relations: [
      { ...link, id: "r1", from: "a1", to: "a2", attributes: { sure: true, since: "2020" } },
      { ...link, id: "r2", from: "a3", to: "a4" },
      { ...link, id: "r3", from: "e1", to: "e2", note: "panel" },
    ],
    labels: { kind: "case report", year: 2020 },
    note: "difficult",
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
    entities: [
      entity("e7", "CD34", {
        codes: [code("HGNC", "1662"), code("LOINC", "2")],
        fields: { clone: "QBEnd", percent: 80, sites: ["b", "a"] },
      }),
      entity("e8", "desmin", { fields: { result: "negative" }, unsure: true }),
      entity("e9", "CD34"),
    ],
    relations: [
      { ...link, id: "r9", from: "b1", to: "b2", attributes: { sure: true } },
      { ...link, id: "r8", from: "e7", to: "e8" },
      { ...link, id: "r7", from: "b2", to: "b1" },
    ],
    labels: { kind: "case report" },
  },
);
const decided = layerOf("gold", [spanOf(text, "g1", "site", "lung")]);
const open = layerOf("Cleo", [], { status: "open" });
const document = documentOf(text, [ana, ben, decided, open]);
const chosen = (choice: Parameters<typeof chooseLayers>[1], from = document) =>
  chooseLayers(from, choice);

test("all, one, or what was decided on, with the layers of others counted", () => {
  expect(chosen({ of: "all" }).document).toEqual(document);
  expect(chosen({ of: "gold" }).document.layers).toEqual([decided]);
  expect(chosen({ of: "one", annotator: "Ben" })).toEqual({
    document: { ...document, layers: [ben] },
    losses: [
      {
        ...{ things: "Layers of others", count: 3, consequence: "left out." },
        examples: ["report, Ana", "report, gold", "report, Cleo"],
      },
    ],
  });
  expect(chosen({ of: "one", annotator: "Dora" })).toMatchObject({
    document: { layers: [] },
    losses: [
      { things: "Layers of others", count: 4 },
      { things: "Reports without the chosen layers", count: 1, examples: ["report"] },
    ],
  });
});

test("what all who have finished say alike is kept, and all else is counted", () => {
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
        entities: [
          entity("e1", "CD34", {
            codes: [code("HGNC", "1662", "CD34")],
            fields: { clone: "QBEnd", sites: ["a", "b"] },
          }),
          entity("e2", "desmin", { fields: { result: "negative" } }),
        ],
        relations: [
          { ...ana.relations[0]!, attributes: { sure: true } },
          { ...ana.relations[2]!, note: "" },
        ],
        labels: { kind: "case report" },
      },
    ),
  ]);
  expect(losses.map(({ things, count, examples }) => [things, count, examples])).toEqual([
    ["Layers of decisions", 1, ["report, gold"]],
    ["Layers that are not finished", 1, ["report, Cleo"]],
    ["Spans of single annotators", 2, ["report, Ana: “positive”", "report, Ben: “CD34 positive”"]],
    ["Entities of single annotators", 2, ["report, Ana: “actin”", "report, Ben: “CD34”"]],
    ["Relations of single annotators", 2, ["report, Ana: in", "report, Ben: in"]],
    ["Notes on reports", 1, ["report, Ana"]],
    ["Notes on spans", 1, ["report: “Leiomyosarcoma”"]],
    ["Attributes of agreed spans", 1, ["report: “Leiomyosarcoma”, grade"]],
    ["Notes on entities", 1, ["report: “CD34”"]],
    ["Fields of agreed entities", 1, ["report: “CD34”, percent"]],
    ["Codes of agreed entities", 2, ["report: “CD34”, LOINC:1", "report: “CD34”, LOINC:2"]],
    ["Entities marked unsure", 1, ["report: “desmin”"]],
    ["Attributes of agreed relations", 1, ["report: in, since"]],
    ["Notes on relations", 1, ["report: in"]],
    ["Report labels", 1, ["report: year"]],
  ]);
});

test("two that one annotator parts and another does not are not one entity", () => {
  const both = (name: string, second: string) =>
    layerOf(
      name,
      [
        spanOf(text, "s1", "marker", "CD34", { entity: "e1" }),
        spanOf(text, "s2", "result", "positive", { entity: second }),
      ],
      { entities: [entity("e1", "CD34"), ...(second === "e1" ? [] : [entity(second, "CD34")])] },
    );
  const parted = documentOf(text, [both("Ana", "e1"), both("Ben", "e2")]);
  const { document: agreed, losses } = chosen({ of: "agreed" }, parted);
  const [layer] = agreed.layers;
  expect(layer?.spans.map(({ entity: linked }) => linked)).toEqual(["e1", null]);
  expect(layer?.entities).toEqual([entity("e1", "CD34")]);
  expect(losses.map(({ things, count, examples }) => [things, count, examples])).toEqual([
    ["Entities of single annotators", 1, ["report, Ben: “CD34”"]],
    ["Links to entities", 1, ["report: “positive”"]],
  ]);
});

test("a layer agrees with itself in all but notes, doubts, events and groups", () => {
  fc.assert(
    fc.property(anyDocument, (drawn) => {
      const layers = ["Ana", "Ben"].map((annotator) => ({
        ...drawn.layers[0]!,
        ...{ annotator, status: "done" as const, note: "", unsure: false },
      }));
      const [mine] = layers;
      const { document: agreed, losses } = chosen({ of: "agreed" }, { ...drawn, layers });
      const [layer] = agreed.layers;
      const bare = <One extends object>(one: One) => ({ ...one, note: "", unsure: undefined });
      expect(layer?.spans.map(bare)).toEqual(mine?.spans.map(bare));
      const spoken = new Set(mine?.spans.map(({ entity: linked }) => linked));
      const known = ({ id, name }: Entity) => spoken.has(id) || name !== "";
      const sameCodes = (one: Entity) => ({ ...bare(one), codes: one.codes.map(textOf) });
      expect(layer?.entities.map(sameCodes)).toEqual(mine?.entities.filter(known).map(sameCodes));
      expect(layer?.labels).toEqual(mine?.labels);
      // Entities without names or spans, and relations of those and of events, cannot be told apart.
      const single = losses.filter(({ consequence }) => consequence === notAgreed);
      expect(["Relations of single annotators", "Entities of single annotators"]).toEqual(
        expect.arrayContaining(single.map(({ things }) => things)),
      );
    }),
  );
});

const notAgreed = "left out, since not all annotators have them.";
const textOf = ({ system, code: number }: Entity["codes"][number]) => `${system}:${number}`;

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
