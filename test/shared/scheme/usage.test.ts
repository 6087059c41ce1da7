import { expect, test } from "vitest";
import type { Attributes } from "../../../shared/model/attributes.ts";
import type { DocumentLayer } from "../../../shared/model/document.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { usageCollector } from "../../../shared/scheme/usage.ts";

const empty = Scheme.parse({ name: "empty" });

function layer(more: Partial<DocumentLayer>): { layers: DocumentLayer[] } {
  return {
    layers: [
      {
        annotator: "Ann",
        status: "open",
        spans: [],
        entities: [],
        relations: [],
        events: [],
        groups: [],
        labels: {},
        source: null,
        ...more,
      },
    ],
  };
}

const span = (label: string, attributes: Attributes = {}, entity: string | null = null) => ({
  id: `${label} span`,
  label,
  ranges: [{ start: 0, end: 1 }],
  quote: "x",
  attributes,
  entity,
  note: "",
});

function schemeAdditions(scheme: Scheme, documents: { layers: DocumentLayer[] }[]) {
  const collector = usageCollector();
  for (const document of documents) collector.add(document);
  return collector.additions(scheme);
}

test("a scheme that defines everything needs no additions", () => {
  const scheme = Scheme.parse({
    name: "s",
    labels: [{ name: "marker" }],
    attributes: [{ name: "negated", type: "flag" }],
  });
  expect(schemeAdditions(scheme, [layer({ spans: [span("marker", { negated: true })] })])).toBe(
    null,
  );
});

test("everything that documents use and the scheme lacks is defined as it was used", () => {
  const documents = [
    layer({
      spans: [
        span("marker", { negated: true, percent: 5, result: "positive" }, "e"),
        span("drug", { result: "negative", sites: ["skin"], remark: "x".repeat(80) }),
      ],
      entities: [
        {
          id: "e",
          kind: "marker",
          name: "CD34",
          codes: [{ system: "HGNC", code: "1662", display: "" }],
          fields: { percent: 80 },
          note: "",
        },
      ],
      relations: [
        { id: "r", label: "of", from: "a", to: "b", attributes: { sure: true }, note: "" },
      ],
      labels: { type: "biopsy" },
    }),
    layer({
      events: [
        {
          id: "v",
          label: "staining",
          trigger: "a",
          arguments: [
            { role: "by", target: "a" },
            { role: "by", target: "b" },
          ],
          attributes: {},
          note: "",
        },
      ],
      groups: [{ id: "g", label: "Equiv", members: ["a"], note: "" }],
      spans: [span("drug", { sites: "lung" })],
    }),
  ];
  const attribute = { choices: [], unit: "", on: [] };
  const label = { parent: null, colour: "slate", key: null, guideline: "" };
  expect(schemeAdditions(empty, documents)).toEqual({
    labels: [
      { ...label, name: "drug", kind: null },
      { ...label, name: "marker", kind: "marker" },
    ],
    kinds: [
      {
        name: "marker",
        fields: [{ ...attribute, name: "percent", type: "number" }],
        codes: ["HGNC"],
      },
    ],
    attributes: [
      { ...attribute, name: "negated", type: "flag", on: ["marker"] },
      { ...attribute, name: "percent", type: "number", on: ["marker"] },
      { ...attribute, name: "remark", type: "text", on: ["drug"] },
      {
        ...attribute,
        name: "result",
        type: "choice",
        choices: ["negative", "positive"],
        on: ["drug", "marker"],
      },
      { ...attribute, name: "sites", type: "choices", choices: ["lung", "skin"], on: ["drug"] },
      { ...attribute, name: "sure", type: "flag", on: ["of"] },
    ],
    relations: [{ name: "of", from: [], to: [] }],
    events: [{ name: "staining", roles: [{ name: "by", targets: [] }] }],
    groups: [{ name: "Equiv" }],
    reportLabels: [{ ...attribute, name: "type", type: "choice", choices: ["biopsy"] }],
  });
});

test("a known kind is given the fields and coding systems that it lacks", () => {
  const scheme = Scheme.parse({
    name: "s",
    kinds: [{ name: "marker", fields: [{ name: "clone", type: "text" }], codes: ["HGNC"] }],
  });
  const entity = {
    id: "e",
    kind: "marker",
    name: "CD34",
    codes: [{ system: "UniProt", code: "P28906", display: "" }],
    fields: { clone: "QBEnd10", percent: 80 },
    note: "",
  };
  expect(schemeAdditions(scheme, [layer({ entities: [entity] })])?.kinds).toEqual([
    {
      name: "marker",
      fields: [{ name: "percent", type: "number", choices: [], unit: "", on: [] }],
      codes: ["UniProt"],
    },
  ]);
});

test("an attribute of many different values is text", () => {
  const collector = usageCollector();
  for (let n = 0; n < 40; n += 1)
    collector.add(layer({ spans: [span("marker", { size: `${n} cm` })] }));
  expect(collector.additions(empty)?.attributes).toEqual([
    { name: "size", type: "text", choices: [], unit: "", on: ["marker"] },
  ]);
});
