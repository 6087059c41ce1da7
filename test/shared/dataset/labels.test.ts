import fc from "fast-check";
import { expect, test } from "vitest";
import { mapLabels, mapScheme } from "../../../shared/dataset/labels.ts";
import { differences } from "../../../shared/formats/differences.ts";
import type { DocumentLayer } from "../../../shared/model/document.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { anyDocument } from "../formats/arbitrary-document.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";

const text = "Leiomyosarcoma of the lung, CD34 positive.";
const relation = { attributes: {}, note: "" };

test("labels get other names, become one, or go with what refers to them", () => {
  const layer = layerOf(
    "Ana",
    [
      spanOf(text, "s1", "tumour", "Leiomyosarcoma", {
        attributes: { certain: true },
        note: "one",
      }),
      spanOf(text, "s2", "disease", "Leiomyosarcoma", {
        attributes: { certain: "no" },
        note: "two",
      }),
      spanOf(text, "s3", "site", "lung"),
      spanOf(text, "s4", "marker", "CD34", { entity: "e1" }),
    ],
    {
      entities: [{ id: "e1", kind: "marker", name: "CD34", codes: [], fields: {}, note: "" }],
      relations: [
        { id: "r1", label: "in", from: "s2", to: "s3", ...relation },
        { id: "r2", label: "shows", from: "s1", to: "s4", ...relation },
      ],
      events: [
        {
          ...{ id: "v1", label: "tumour", trigger: "s2", attributes: {}, note: "" },
          arguments: [
            { role: "marker", target: "s4" },
            { role: "site", target: "s3" },
          ],
        },
      ],
      groups: [{ id: "g1", label: "same", members: ["r2", "s4"], note: "" }],
    },
  );
  const { document, losses } = mapLabels(documentOf(text, [layer]), {
    labels: { tumour: "diagnosis", disease: "diagnosis", marker: null },
    relations: { in: "located in" },
  });
  expect(document.layers[0]).toEqual({
    ...layer,
    spans: [
      {
        ...layer.spans[0],
        ...{ label: "diagnosis", attributes: { certain: true }, note: "one\ntwo" },
      },
      layer.spans[2],
    ],
    entities: [],
    relations: [{ ...layer.relations[0], label: "located in", from: "s1" }],
    events: [
      {
        ...layer.events[0],
        ...{ label: "diagnosis", trigger: "s1", arguments: [{ role: "site", target: "s3" }] },
      },
    ],
    groups: [],
  });
  expect(losses.map(({ things, count }) => [things, count])).toEqual([
    ["Spans of the label “marker”", 1],
    ["Attribute values of joined spans", 1],
    ["Spans that merging labels makes the same", 1],
    ["Entities", 1],
    ["Relations", 1],
    ["Groups", 1],
    ["Event arguments", 1],
  ]);
});

test("nothing is left that refers to something gone, and no choice changes nothing", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const none = mapLabels(document, { labels: {}, relations: {} });
      expect(none).toEqual({ document, losses: [] });
      const { document: mapped } = mapLabels(document, {
        labels: { marker: null, "a b": "a_b", "a:b": "a_b", diagnosis: "marker" },
        relations: { 疾病: null },
      });
      for (const layer of mapped.layers) expect(danglingIn(layer)).toEqual([]);
      const labels = new Set(mapped.layers.flatMap(({ spans }) => spans.map((span) => span.label)));
      for (const gone of ["a b", "a:b", "diagnosis"]) expect(labels).not.toContain(gone);
    }),
    { numRuns: 300 },
  );
});

test("two labels can change their names for each other's, and back", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const swap = { labels: { marker: "diagnosis", diagnosis: "marker" }, relations: {} };
      const plain = {
        ...document,
        layers: document.layers.map((layer) => ({ ...layer, source: null })),
      };
      const twice = mapLabels(mapLabels(plain, swap).document, swap).document;
      expect(differences(plain, twice)).toEqual([]);
    }),
  );
});

function danglingIn(layer: DocumentLayer): string[] {
  const { spans, entities, relations, events, groups } = layer;
  const ids = new Set(
    [...spans, ...entities, ...relations, ...events, ...groups].map(({ id }) => id),
  );
  return [
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...events.flatMap((event) => [event.trigger, ...event.arguments.map(({ target }) => target)]),
    ...groups.flatMap(({ members }) => members),
    ...spans.flatMap(({ entity }) => entity ?? []),
  ].filter((id) => !ids.has(id));
}

test("the scheme follows", () => {
  const scheme = Scheme.parse({
    name: "Tumours",
    labels: [
      { name: "tumour", guideline: "Any tumour." },
      { name: "disease", parent: "tumour" },
      { name: "site" },
      { name: "marker" },
    ],
    attributes: [{ name: "certain", type: "flag", on: ["tumour", "disease"] }],
    relations: [{ name: "in", from: ["disease"], to: ["site"] }],
  });
  const mapped = mapScheme(scheme, {
    labels: {
      tumour: "diagnosis",
      disease: "diagnosis",
      site: "tumour",
      marker: null,
      other: null,
    },
    relations: { in: "located in" },
  });
  expect(mapped.labels.map(({ name, guideline }) => [name, guideline])).toEqual([
    ["diagnosis", "Any tumour."],
    ["tumour", ""],
  ]);
  expect(mapped.attributes[0]?.on).toEqual(["diagnosis"]);
  expect(mapped.relations[0]).toMatchObject({
    name: "located in",
    from: ["diagnosis"],
    to: ["tumour"],
  });
});
