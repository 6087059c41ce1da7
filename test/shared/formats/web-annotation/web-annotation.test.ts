import fc from "fast-check";
import { expect, test } from "vitest";
import { webAnnotation } from "../../../../shared/formats/web-annotation/web-annotation.ts";
import { againAfterWriting, factsOf } from "../again.ts";
import { anyDocument } from "../arbitrary-document.ts";
import { plainOptions as plain, readFile, readText, roundTrip } from "../round-trip.ts";

test("what Web Annotations can hold comes back whole, from several annotators", () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.integer({ min: 0, max: 2 }),
      fc.constantFrom("native", "utf16"),
      (document, count, offsets) => {
        const [layer] = document.layers;
        const layers = ["Ana", "Bo"].slice(0, count).map((annotator) => ({ ...layer!, annotator }));
        const options = { scheme: plain.scheme, offsets };
        const fitted = roundTrip(webAnnotation, { ...document, layers }, options);
        expect([fitted.differences, factsOf(fitted.back)]).toEqual([[], factsOf(fitted.document)]);
      },
    ),
    { numRuns: 300 },
  );
});

const source = "report%201.txt";
const at = (start: number, end: number, exact: string) => ({
  source,
  selector: [
    { type: "TextPositionSelector", start, end },
    { type: "TextQuoteSelector", exact },
  ],
});
const tag = (value: string) => ({ type: "TextualBody", purpose: "tagging", value });
const comment = (value: string) => ({ type: "TextualBody", purpose: "commenting", value });
const text = "💊 CD34 and CD31 positive";

function readBeside(annotations: unknown) {
  const bytes = Buffer.from(JSON.stringify(annotations));
  const beside = { name: "report.txt", bytes: Buffer.from(text) };
  return readFile(webAnnotation, { name: "report.jsonld", bytes }, beside)[0]!;
}

test("Recogito's annotations count UTF-16, and its connections are relations", () => {
  const { document, warnings } = readBeside([
    {
      id: "#a",
      type: "Annotation",
      body: [tag("marker"), comment("strong")],
      target: at(3, 7, "CD34"),
    },
    { id: "#b", type: "Annotation", body: [tag("result")], target: at(17, 25, "positive") },
    { id: "#c", motivation: "linking", body: [tag("has")], target: [{ id: "#a" }, { id: "#b" }] },
    { id: "#d", motivation: "linking", body: "#a", target: "#b" },
    { id: "#e", motivation: "tagging", body: [{ value: "of" }], target: "#d" },
  ]);
  const [layer] = document.layers;
  expect(layer?.spans.map(({ label, quote, note }) => [label, quote, note])).toEqual([
    ["marker", "CD34", "strong"],
    ["result", "positive", ""],
  ]);
  expect(layer?.relations.map(({ label, from, to }) => [label, from, to])).toEqual([
    ["has", "span-1", "span-2"],
    ["of", "span-2", "span-1"],
  ]);
  expect([layer?.annotator, warnings]).toEqual([
    "Ana",
    ['"report.jsonld": offsets count UTF-16 code units; they were read so.'],
  ]);
  expect(againAfterWriting(webAnnotation, document)).toEqual({ losses: [], differences: [] });
});

test("codes, several places, values, creators and words on the whole text are read", () => {
  const code = { type: "SpecificResource", purpose: "classifying", source: "HGNC:1662" };
  const word = { type: "TextualBody", purpose: "identifying", value: "SNOMED CT:112" };
  const values = {
    ...{ type: "TextualBody", purpose: "describing", format: "application/json" },
    value: '{"negated":true,"percent":80,"sites":["lung"]}',
  };
  const { document } = readBeside({
    type: "AnnotationPage",
    items: [
      {
        ...{ id: "#a", creator: { name: "Bo" }, body: [tag("result"), code, word, values] },
        target: [at(2, 6, "CD34"), at(16, 24, "positive")],
      },
      { id: "#b", creator: "https://example.org/ana", body: comment("well done"), target: source },
      {
        id: "#c",
        motivation: "highlighting",
        target: { source, selector: { type: "XPathSelector" } },
      },
    ],
  });
  expect(document.layers.map(({ annotator, note }) => [annotator, note])).toEqual([
    ["Bo", undefined],
    ["https://example.org/ana", "well done"],
  ]);
  const [bo] = document.layers;
  expect(bo?.spans.map(({ quote, attributes }) => [quote, attributes])).toEqual([
    ["CD34 positive", { negated: true, percent: 80, sites: ["lung"] }],
  ]);
  expect(bo?.entities[0]?.codes).toEqual([
    { system: "HGNC", code: "1662", display: "" },
    { system: "SNOMED CT", code: "112", display: "" },
  ]);
  expect(roundTrip(webAnnotation, document).differences).toEqual([]);
});

test("a document is written as a collection that brings its text", () => {
  const { document } = readBeside([{ body: [tag("marker")], target: at(2, 6, "CD34") }]);
  const { texts, losses } = roundTrip(webAnnotation, {
    ...document,
    ...{ name: "a b", case: "a b" },
    title: "A report",
  });
  expect(losses).toEqual([]);
  const creator = { type: "Person", name: "Ana" };
  expect(JSON.parse(texts[0]!)).toEqual({
    "@context": "http://www.w3.org/ns/anno.jsonld",
    ...{ id: "a%20b.jsonld", type: "AnnotationCollection", label: "A report", total: 2 },
    creator: [creator],
    first: {
      ...{ id: "#page-1", type: "AnnotationPage", startIndex: 0 },
      items: [
        {
          ...{ id: "#text", type: "Annotation", motivation: "describing", target: "a%20b.txt" },
          body: { type: "TextualBody", purpose: "describing", format: "text/plain", value: text },
        },
        {
          ...{ id: "#span-1", type: "Annotation", creator, motivation: "tagging" },
          body: [{ ...tag("marker"), format: "text/plain" }],
          target: {
            ...{ type: "SpecificResource", source: "a%20b.txt" },
            selector: [
              { type: "TextPositionSelector", start: 2, end: 6 },
              {
                ...{ type: "TextQuoteSelector", exact: "CD34" },
                ...{ prefix: "💊 ", suffix: " and CD31 positive" },
              },
            ],
          },
        },
      ],
    },
  });
});

test("a collection whose maker has no name is that of whoever reads it", () => {
  const value = { type: "TextualBody", purpose: "describing", format: "text/plain", value: text };
  const items = [{ id: "#text", type: "Annotation", body: value, target: source }];
  const collection = { creator: [{ type: "Person" }], first: { items } };
  const [found] = readText(webAnnotation, JSON.stringify(collection));
  expect(found?.document.layers.map(({ annotator }) => annotator)).toEqual(["Ana"]);
});

test("annotations without any text are refused in one sentence", () => {
  expect(() => readText(webAnnotation, JSON.stringify([{ target: at(0, 1, "a") }]))).toThrow(
    '"file" has no text; put the .txt file of the same name beside it.',
  );
});
