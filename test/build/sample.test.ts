import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readAllSamples, readSample } from "../../build/sample/read.ts";
import type { DocumentLayer } from "../../shared/model/document.ts";
import { layerProblems } from "../../shared/scheme/conformity.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { quoteOf } from "../../shared/text/offsets.ts";

const folder = join(import.meta.dirname, "../../build/sample/reports");
const samples = readAllSamples(folder);

/** What two annotators may differ in, without the identifiers of their layers. */
function contentOf({ spans, entities }: DocumentLayer) {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  return spans.map((span) => ({
    place: JSON.stringify(span.ranges),
    label: span.label,
    attributes: Object.keys(span.attributes).join(),
    entity: names.get(span.entity ?? "") ?? null,
  }));
}

/** How many spans of one layer are in no span of the other, by the chosen properties. */
function missing(
  layer: DocumentLayer,
  other: DocumentLayer,
  ...properties: (keyof ReturnType<typeof contentOf>[number])[]
): number {
  const key = (span: ReturnType<typeof contentOf>[number]) =>
    JSON.stringify(properties.map((property) => span[property]));
  const known = new Set(contentOf(other).map(key));
  return contentOf(layer).filter((span) => !known.has(key(span))).length;
}

test("there are ten reports, each of a case of its own", () => {
  expect(samples).toHaveLength(10);
  expect(new Set(samples.map((sample) => sample.case)).size).toBe(10);
  expect(samples.map(({ name }) => `${name}.yaml`)).toEqual(readdirSync(folder).sort());
});

describe.each(samples)("$name", ({ text, title, sections, layers }) => {
  const [ada, ben] = layers;
  if (!ada || !ben) throw new Error("two layers");

  test("has a title, 250 to 700 words and sections", () => {
    const words = text.split(/\s+/u).filter(Boolean).length;
    expect(title).not.toBe("");
    expect(words).toBeGreaterThanOrEqual(250);
    expect(words).toBeLessThanOrEqual(700);
    expect(sections.length).toBeGreaterThanOrEqual(3);
    expect(text).not.toMatch(/[\t\r]|\n\n\n| \n/u);
  });

  test("has a layer of each annotator with 25 to 60 spans", () => {
    expect(layers.map(({ annotator }) => annotator)).toEqual(["Ada Lindqvist", "Ben Okafor"]);
    for (const { spans } of layers) {
      expect(spans.length).toBeGreaterThanOrEqual(25);
      expect(spans.length).toBeLessThanOrEqual(60);
    }
  });

  test("quotes what the text says, in reading order", () => {
    for (const { spans } of layers) {
      expect(spans.map(({ quote }) => quote)).toEqual(
        spans.map(({ ranges }) => quoteOf(text, ranges)),
      );
      const starts = spans.map(({ ranges }) => ranges[0]?.start ?? -1);
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    }
  });

  test("keeps to the default scheme", () => {
    for (const layer of layers)
      expect(layerProblems(defaultScheme, { ...layer, id: "layer" })).toEqual([]);
  });

  test("has no clone such as 1E2 that YAML took for a number", () => {
    const fields = layers.flatMap(({ entities }) =>
      entities.flatMap((e) => Object.entries(e.fields)),
    );
    const numbers = fields.filter(([, value]) => typeof value === "number");
    expect(numbers.filter(([name]) => name !== "percent")).toEqual([]);
  });

  test("names every entity of a layer apart from the others", () => {
    for (const { entities } of layers) {
      const names = entities.map(({ kind, name }) => `${kind} ${name}`);
      expect(names.toSorted()).toEqual([...new Set(names)].sort());
    }
  });

  test("has annotators who differ, but agree on most", () => {
    expect(missing(ada, ben, "place")).toBeGreaterThanOrEqual(3);
    expect(missing(ben, ada, "place")).toBeGreaterThanOrEqual(3);
    expect(missing(ada, ben, "place", "attributes")).toBeGreaterThan(missing(ada, ben, "place"));
    expect(missing(ada, ben, "place", "entity")).toBeGreaterThan(missing(ada, ben, "place"));
    expect(missing(ada, ben, "place")).toBeLessThan(ada.spans.length / 2);
  });
});

test("between them the reports show what a project can hold", () => {
  const layers = samples.flatMap((sample) => sample.layers);
  const spans = layers.flatMap((layer) => layer.spans);
  expect(samples.filter(({ text }) => /[\u{10000}-\u{10FFFF}]/u.test(text)).length).toBe(2);
  expect(layers.filter(({ status }) => status === "open").length).toBeGreaterThanOrEqual(2);
  expect(spans.filter(({ ranges }) => ranges.length > 1).length).toBeGreaterThanOrEqual(8);
  expect(spans.some(({ quote }) => quote.includes("\n"))).toBe(true);
  expect(spans.some(({ note }) => note !== "")).toBe(true);
  expect(new Set(spans.flatMap(({ attributes }) => Object.keys(attributes)))).toEqual(
    new Set(["negated", "uncertain", "historical", "other person"]),
  );
});

describe("reading a sample", () => {
  const small = (spans: string) => `
title: Two tumours
case: Sample 0
metadata: {}
text: |
  LMS of the
  uterus. Later another LMS. ER and PR positive, HER2 negative.
layers:
  Ada: { annotator: Ada Lindqvist, status: done }
  Ben: { annotator: Ben Okafor, status: open }
entities:
  lms: { diagnosis: leiomyosarcoma, site: uterus, morphology: "8890/3 Leiomyosarcoma, NOS" }
spans:
  - { diagnosis: LMS of the uterus, of: lms }
${spans}`;
  const quotes = (spans: string) =>
    readSample(small(spans), "small.yaml").layers.map((layer) =>
      layer.spans.slice(1).map(({ ranges, quote }) => [ranges[0]?.start, quote]),
    );

  test("gives the document that the file describes", () => {
    const { layers, ...document } = readSample(small(""), "small.yaml");
    expect(document).toMatchObject({ name: "small", title: "Two tumours", case: "Sample 0" });
    expect(layers[1]).toEqual({
      annotator: "Ben Okafor",
      status: "open",
      spans: [
        {
          id: "s1",
          label: "diagnosis",
          ranges: [{ start: 0, end: 17 }],
          quote: "LMS of the\nuterus",
          attributes: {},
          entity: "e1",
          note: "",
        },
      ],
      entities: [
        {
          id: "e1",
          kind: "diagnosis",
          name: "leiomyosarcoma",
          codes: [{ system: "ICD-O-3 morphology", code: "8890/3", display: "Leiomyosarcoma, NOS" }],
          fields: { site: "uterus" },
          note: "",
        },
      ],
      relations: [],
      events: [],
      groups: [],
      labels: {},
      source: null,
    });
  });

  test("finds a quote again only where its annotator has not marked it yet", () => {
    expect(quotes("  - { diagnosis: LMS, only: Ada }\n  - { diagnosis: LMS }")).toEqual([
      [
        [0, "LMS"],
        [33, "LMS"],
      ],
      [[33, "LMS"]],
    ]);
    expect(quotes("  - { diagnosis: LMS, nth: 2 }")).toEqual([[[33, "LMS"]], [[33, "LMS"]]]);
  });

  test("finds whole words only, and the parts of a discontinuous span one after the other", () => {
    expect(quotes("  - { marker: [ER, positive] }\n  - { marker: HER2 }")[0]).toEqual([
      [38, "ER positive"],
      [58, "HER2"],
    ]);
    expect(() => quotes("  - { marker: HER }")).toThrow("is not found");
  });

  test("names file, annotator and quote where a quote is not found", () => {
    expect(() => quotes("  - { marker: ER }\n  - { diagnosis: LMS, only: Ben }")).toThrow(
      "small.yaml: “LMS” of Ben is not found from “ER and PR positive, HER2 negative. ” on",
    );
  });

  test("names what the file refers to and does not have", () => {
    expect(() => quotes("  - { diagnosis: LMS, of: gist, only: Eve }")).toThrow(
      /^small\.yaml: (?=[\s\S]*no layer is called Eve)[\s\S]*no entity is called gist/u,
    );
    expect(() => quotes("  - { of: lms }")).toThrow(
      "needs one of diagnosis, marker, procedure, drug",
    );
    expect(() => readSample(small("").replace(", of: lms", ""), "small.yaml")).toThrow(
      "no span speaks of lms",
    );
  });
});

test("the example in the README can be read", () => {
  const readme = readFileSync(join(folder, "../README.md"), "utf8");
  const example = readme.match(/```yaml\n([\s\S]*?)```/u)?.[1] ?? "";
  expect(readSample(example, "example.yaml").layers.map(({ spans }) => spans.length)).toEqual([
    4, 4,
  ]);
});
