import fc from "fast-check";
import { expect, test } from "vitest";
import { compareLayers } from "../../../shared/review/compare.ts";
import { differencesOf, entityOf, layerOf, relationOf, spanOf, text, typesOf } from "./layers.ts";

const spans = (annotator: string, ...own: ReturnType<typeof spanOf>[]) =>
  layerOf(annotator, { spans: own });

test.each([
  ["agreed", spanOf("b", "desmin"), "spans desmin: agreed"],
  ["boundary", spanOf("b", "desmin and SMA"), "spans desmin: boundary"],
  ["label", spanOf("b", "desmin", "drug"), "spans desmin: label"],
  [
    "attribute",
    spanOf("b", "desmin", "marker", { attributes: { negated: true } }),
    "spans desmin: attribute",
  ],
  [
    "all of them, gravest first",
    spanOf("b", "desmin and SMA", "drug", { attributes: { negated: true } }),
    "spans desmin: label, boundary, attribute",
  ],
])("two spans can be %s", (_, other, expected) => {
  expect(typesOf(spans("Ana", spanOf("a", "desmin")), spans("Ben", other))).toEqual([expected]);
});

test("what some miss is said by whom", () => {
  const desmin = [spanOf("a", "desmin")];
  expect(typesOf(layerOf("Ana", { spans: desmin }), layerOf("Ben"), layerOf("Cem"))).toEqual([
    "spans desmin: missing / Ben, Cem",
  ]);
});

test("one span of most against several of one is split, and one of one against several of most is joined", () => {
  const whole = (id: string) => spanOf(id, "desmin and SMA");
  const parts = (id: string) => [spanOf(`${id}1`, "desmin"), spanOf(`${id}2`, "SMA")];
  const one = spans("Ana", whole("a"));
  expect(typesOf(one, spans("Ben", ...parts("b")))).toEqual(["spans desmin and SMA: split"]);
  expect(typesOf(one, spans("Ben", ...parts("b")), spans("Cem", ...parts("c")))).toEqual([
    "spans desmin and SMA: joined",
  ]);
  const part = spans("Dan", spanOf("d", "desmin"));
  expect(typesOf(one, spans("Ben", ...parts("b")), spans("Cem", ...parts("c")), part)).toEqual([
    "spans desmin and SMA: joined, boundary",
  ]);
  const [split] = differencesOf(one, spans("Ben", ...parts("b")));
  expect(split?.versions.map(({ members }) => members)).toEqual([["a"], ["b1", "b2"]]);
});

test("a span inside another one of its own annotator is no part of a split", () => {
  const nested = (id: string) => [spanOf(`${id}1`, "desmin and SMA"), spanOf(`${id}2`, "SMA")];
  expect(
    typesOf(spans("Ana", spanOf("a", "desmin and SMA")), spans("Ben", ...nested("b"))),
  ).toEqual(["spans desmin and SMA: agreed", "spans SMA: missing / Ana"]);
});

test("discontinuous spans are alike when all their ranges are, in whatever order", () => {
  const one = spanOf("a", "desmin…CD34");
  const other = spanOf("b", "CD34…desmin");
  const [found] = differencesOf(spans("Ana", one), spans("Ben", other));
  expect(found?.types).toEqual(["agreed"]);
  expect(new Set(found?.versions.map(({ says }) => says)).size).toBe(1);
  expect(typesOf(spans("Ana", one), spans("Ben", spanOf("b", "desmin…SMA")))).toEqual([
    "spans desmin CD34: boundary",
  ]);
});

test("a difference has the stretches that anybody has, where there are gaps between them", () => {
  const apart = spans("Ana", spanOf("a", "desmin…CD34"));
  const placesOf = (...others: Parameters<typeof differencesOf>) =>
    differencesOf(...others).map(({ ranges }) =>
      ranges?.map(({ start, end }) => text.slice(start, end)),
    );
  expect(placesOf(apart, spans("Ben", spanOf("b", "desmin and…CD34")))).toEqual([
    ["desmin and", "CD34"],
  ]);
  const both = spans("Ben", spanOf("b", "desmin and SMA, and stained CD34"));
  expect(placesOf(apart, both)).toEqual([undefined]);
});

test("a span in two pieces that touch says the same as one in one", () => {
  const whole = spanOf("a", "desmin and SMA");
  const pieces = spanOf("b", "desmin… and SMA");
  expect(typesOf(spans("Ana", whole), spans("Ben", pieces))).toEqual([
    "spans desmin and SMA: agreed",
  ]);
});

test("what is agreed is said alike by all, and what all say alike is agreed", () => {
  const anySpan = fc.record({
    words: fc.constantFrom("desmin", "SMA", "desmin and SMA", "SMA…desmin", "desmin…SMA", "CD34"),
    label: fc.constantFrom("marker", "drug"),
    attributes: fc.constantFrom({}, { negated: true }),
  });
  const anyLayers = fc.array(fc.array(anySpan, { maxLength: 4 }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(anyLayers, (drawn) => {
      const layers = drawn.map((own, at) =>
        spans(
          `${at}`,
          ...own.map(({ words, label, attributes }, number) =>
            spanOf(`${at} ${number}`, words, label, { attributes }),
          ),
        ),
      );
      for (const { types, versions, missing } of differencesOf(...layers)) {
        const isAlike =
          missing.length === 0 && new Set(versions.map(({ says }) => says)).size === 1;
        expect(types.includes("agreed")).toBe(isAlike);
      }
    }),
  );
});

test("spans whose words were taken out of the text are alike where they stand", () => {
  const empty = (id: string) => ({
    ...spanOf(id, "desmin"),
    ranges: [{ start: 5, end: 5 }],
    quote: "",
  });
  expect(typesOf(spans("Ana", empty("a")), spans("Ben", empty("b")))).toEqual(["spans : agreed"]);
});

test("of spans with just the same edges those of the same label belong together", () => {
  const stacked = (id: string, labels: string[]) =>
    labels.map((label, at) => spanOf(`${id}${at}`, "desmin", label));
  const ana = spans("Ana", ...stacked("a", ["drug", "marker"]));
  const ben = spans("Ben", ...stacked("b", ["marker", "site"]));
  expect(typesOf(ana, ben).sort()).toEqual(["spans desmin: agreed", "spans desmin: label"]);
});

test("shifts are counted in characters and words, the later name against the former", () => {
  const [difference] = differencesOf(
    spans("Ana", spanOf("a", "left lung")),
    spans("Ben", spanOf("b", "cells in the left")),
  );
  expect(difference?.shifts).toEqual([
    { a: "Ana", b: "Ben", start: -13, end: -5, startWords: -3, endWords: -1 },
  ]);
});

const marked = (annotator: string, id: string, entity: Parameters<typeof entityOf>[2]) =>
  layerOf(annotator, {
    spans: [spanOf(`${id}s`, "desmin", "marker", { entity: id })],
    entities: [entityOf(id, "desmin", entity)],
  });

test.each([
  ["agreed", {}, "agreed"],
  ["entity", { kind: "drug" }, "entity"],
  ["code", { codes: [{ system: "LOINC", code: "1", display: "" }] }, "code"],
  ["attribute", { fields: { result: "negative" } }, "attribute"],
])("entities that the same spans speak of can be %s", (_, parts, type) => {
  expect(typesOf(marked("Ana", "a", {}), marked("Ben", "b", parts))).toEqual([
    "spans desmin: agreed",
    `entities desmin: ${type}`,
  ]);
});

test("entities of differently joined spans differ, and whoever has only marked misses one", () => {
  const two = (id: string, ...links: (string | null)[]) =>
    ["desmin", "SMA"].map((words, at) =>
      spanOf(`${id}${at}`, words, "marker", { entity: links[at] ?? null }),
    );
  const ana = layerOf("Ana", { spans: two("a", "ae", "ae"), entities: [entityOf("ae", "panel")] });
  const ben = layerOf("Ben", {
    spans: two("b", "be", "bf"),
    entities: [entityOf("be", "panel"), entityOf("bf", "SMA")],
  });
  const cem = layerOf("Cem", { spans: two("c") });
  expect(typesOf(ana, ben, cem).slice(2)).toEqual([
    "entities panel: missing, entity / Cem",
    "entities SMA: missing / Ana, Cem",
  ]);
});

test("what an entity has from its span alone is compared there", () => {
  const one = (annotator: string, id: string, words: string) =>
    layerOf(annotator, {
      spans: [spanOf(`${id}s`, words, "marker", { entity: id })],
      entities: [entityOf(id, words)],
    });
  expect(typesOf(one("Ana", "a", "desmin"), one("Ben", "b", "desmin and SMA"))).toEqual([
    "spans desmin: boundary",
    "entities desmin: agreed",
  ]);
});

const related = (annotator: string, id: string, ...relations: [string, string, string?][]) =>
  layerOf(annotator, {
    spans: [spanOf(`${id}1`, "desmin"), spanOf(`${id}2`, "left lung", "site")],
    relations: relations.map(([from, to, label], at) =>
      relationOf(`${id}r${at}`, `${id}${from}`, `${id}${to}`, label),
    ),
  });

test.each([
  ["agreed", [["1", "2"]], "agreed"],
  ["of another label", [["1", "2", "near"]], "relation"],
  ["the other way round", [["2", "1"]], "relation"],
  ["missing", [], "missing / Ben"],
] as const)("relations of the same ends can be %s", (_, other, type) => {
  const relations = other.map(([from, to, label = "in"]): [string, string, string] => [
    from,
    to,
    label,
  ]);
  expect(typesOf(related("Ana", "a", ["1", "2"]), related("Ben", "b", ...relations)).at(-1)).toBe(
    `relations desmin → left lung: ${type}`,
  );
});

test("nobody misses a relation whose end they do not have", () => {
  const ben = layerOf("Ben", { spans: [spanOf("b1", "desmin")] });
  expect(typesOf(related("Ana", "a", ["1", "2"]), ben)).toEqual([
    "spans left lung: missing / Ben",
    "spans desmin: agreed",
    "relations desmin → left lung: agreed",
  ]);
});

test("labels of the report are compared by name", () => {
  const one = layerOf("Ana", { labels: { relapse: true, sites: ["a", "b"], grade: 2 } });
  const other = layerOf("Ben", { labels: { sites: ["b", "a"], grade: 3 } });
  expect(typesOf(one, other)).toEqual([
    "labels grade: attribute",
    "labels relapse: missing / Ben",
    "labels sites: agreed",
  ]);
});

test("where nothing can be compared, it says why", () => {
  const nothingOf = (...layers: Parameters<typeof typesOf>) => {
    const { nothing, differences } = compareLayers(text, layers);
    return [nothing, differences.length];
  };
  const one = spans("Ana", spanOf("a", "desmin"));
  expect(nothingOf()).toEqual(["no-layers", 0]);
  expect(nothingOf(one)).toEqual(["one-annotator", 0]);
  expect(nothingOf(layerOf("Ana"), layerOf("Ben"))).toEqual(["nothing-marked", 0]);
  expect(nothingOf(one, spans("Ben", spanOf("b", "desmin")))).toEqual(["all-agreed", 1]);
});

test("events, groups and relations of them are counted, not compared", () => {
  const ana = layerOf("Ana", {
    events: [{ id: "e", label: "E", trigger: "x", arguments: [], attributes: {}, note: "" }],
    groups: [{ id: "g", label: "G", members: ["e"], note: "" }],
    relations: [relationOf("r", "g", "e")],
  });
  expect(compareLayers(text, [ana, layerOf("Ben")]).notCompared).toEqual({
    events: 1,
    groups: 1,
    relations: 1,
  });
});
