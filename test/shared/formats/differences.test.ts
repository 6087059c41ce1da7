import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differences } from "../../../shared/formats/differences.ts";
import type { Entity, Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { anyDocument } from "./arbitrary-document.ts";

const span = (id: string, more: Partial<Span> = {}): Span => ({
  id,
  label: "marker",
  ranges: [{ start: 0, end: 4 }],
  quote: "CD34",
  attributes: {},
  entity: null,
  note: "",
  ...more,
});
const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: "marker",
  name: "CD34",
  codes: [],
  fields: {},
  note: "",
  ...more,
});

function document(
  layer: Partial<DocumentLayer>,
  more: Partial<AnnotatedDocument> = {},
): AnnotatedDocument {
  return {
    name: "report",
    title: "A report",
    case: "case",
    text: "CD34 CD34",
    sections: [],
    metadata: {},
    ...more,
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
        ...layer,
      },
    ],
  };
}

test("a document is the same as itself with other ids and in another order", () => {
  fc.assert(
    fc.property(anyDocument, (any) => {
      const again = JSON.parse(
        JSON.stringify(any).replace(/"([servg]\d+)"/g, '"other-$1"'),
      ) as AnnotatedDocument;
      for (const layer of again.layers)
        for (const list of [
          layer.spans,
          layer.entities,
          layer.relations,
          layer.events,
          layer.groups,
        ])
          list.reverse();
      expect(differences(any, again)).toEqual([]);
    }),
  );
});

test("names, titles and sources are not compared", () => {
  const source = { format: "brat" as const, lines: [] };
  expect(differences(document({ source }, { name: "a" }), document({}, { name: "b" }))).toEqual([]);
});

test("differences say whose, what and in which document", () => {
  const other = document({ spans: [span("b", { note: "weak" })] });
  expect(differences(document({ spans: [span("a")] }), other)).toEqual([
    'Ann: span only in the first: ["marker",[[0,4]],"CD34",[],"",null]',
    'Ann: span only in the second: ["marker",[[0,4]],"CD34",[],"weak",null]',
  ]);
});

describe("two documents differ", () => {
  const one = document({ spans: [span("a"), span("b")] });
  test.each<[string, AnnotatedDocument, AnnotatedDocument]>([
    ["in the text", one, { ...one, text: "CD34 CD31" }],
    [
      "in a section",
      one,
      { ...one, sections: [{ kind: "case", title: "Case", start: 0, end: 4 }] },
    ],
    ["when a span is there once instead of twice", one, document({ spans: [span("a")] })],
    ["in the annotator", one, document({ annotator: "Bob", spans: [span("a"), span("b")] })],
    ["in the status", document({}), document({ status: "done" })],
    [
      "in what a span is to be looked at for",
      document({ spans: [span("a", { flag: "The text was corrected here." })] }),
      document({ spans: [span("a")] }),
    ],
    ["in a report label", document({}), document({ labels: { type: "biopsy" } })],
    [
      "in the kind of an attribute's value",
      document({ spans: [span("a", { attributes: { percent: 5 } })] }),
      document({ spans: [span("a", { attributes: { percent: "5" } })] }),
    ],
    [
      "in an entity's field",
      document({ entities: [entity("e", { fields: { clone: "QBEnd10" } })] }),
      document({ entities: [entity("e")] }),
    ],
    [
      "when two spans share an entity here and have two that look alike there",
      document({
        spans: [span("a", { entity: "e" }), span("b", { entity: "e" })],
        entities: [entity("e"), entity("f")],
      }),
      document({
        spans: [span("a", { entity: "e" }), span("b", { entity: "f" })],
        entities: [entity("e"), entity("f")],
      }),
    ],
    [
      "in a relation's direction",
      document({
        spans: [span("a"), span("b", { label: "result" })],
        relations: [{ id: "r", label: "of", from: "a", to: "b", attributes: {}, note: "" }],
      }),
      document({
        spans: [span("a"), span("b", { label: "result" })],
        relations: [{ id: "r", label: "of", from: "b", to: "a", attributes: {}, note: "" }],
      }),
    ],
  ])("%s", (_, a, b) => {
    expect(differences(a, b)).not.toEqual([]);
    expect(differences(b, a)).not.toEqual([]);
  });
});

test("20,000 spans with 5,000 entities are compared whole", () => {
  const spans = Array.from({ length: 20_000 }, (_, n) =>
    span(`s${n}`, { ranges: [{ start: n, end: n + 4 }], entity: `e${n % 5_000}` }),
  );
  const entities = Array.from({ length: 5_000 }, (_, n) => entity(`e${n}`));
  expect(differences(document({ spans, entities }), document({ spans, entities }))).toEqual([]);
  const fewer = document({ spans: spans.slice(1), entities });
  expect(differences(document({ spans, entities }), fewer)).not.toEqual([]);
});
