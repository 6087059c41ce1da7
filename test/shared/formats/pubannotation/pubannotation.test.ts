import fc from "fast-check";
import { expect, test } from "vitest";
import { pubannotation } from "../../../../shared/formats/pubannotation/pubannotation.ts";
import { realFiles } from "../../../real-data.ts";
import { againAfterWriting, factsOf } from "../again.ts";
import { anyDocument } from "../arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "../round-trip.ts";

test("what PubAnnotation can hold comes back whole, of one project and of several", () => {
  fc.assert(
    fc.property(anyDocument, fc.integer({ min: 0, max: 2 }), (document, count) => {
      const [layer] = document.layers;
      const layers = ["Ana", "Bo"].slice(0, count).map((annotator) => ({ ...layer!, annotator }));
      const fitted = roundTrip(pubannotation, { ...document, layers });
      expect([fitted.differences, factsOf(fitted.back)]).toEqual([[], factsOf(fitted.document)]);
    }),
    { numRuns: 300 },
  );
});

const read = (value: unknown) => readText(pubannotation, JSON.stringify(value));

test("tracks of one project are layers of their own", () => {
  const track = { project: "Colil", denotations: [] };
  const [found] = read({ text: "CD34", tracks: [track, track, { ...track, project: "Colil 2" }] });
  const names = found?.document.layers.map(({ annotator }) => annotator);
  expect(names).toEqual(["Colil", "Colil 2", "Colil 2 2"]);
});

const article = {
  ...{ sourcedb: "PubMed", sourceid: "25314077", divid: 0, section: "TIAB" },
  text: "💊 CD34 and CD31 positive",
  project: "Colil",
  denotations: [
    { id: "T1", span: { begin: 2, end: 6 }, obj: "marker" },
    {
      id: "T2",
      span: [
        { begin: 2, end: 6 },
        { begin: 16, end: 24 },
      ],
      obj: "HP_0002664",
    },
  ],
  relations: [{ id: "R1", pred: "partOf", subj: "T1", obj: "T2" }],
  attributes: [
    { id: "A1", subj: "T1", pred: "denote", obj: "HGNC:1662" },
    { id: "A2", subj: "T1", pred: "denote", obj: "strong" },
    { id: "A3", subj: "T1", pred: "score", obj: 0.5 },
    { id: "A4", subj: "T2", pred: "uncertain", obj: true },
    { id: "A5", subj: "T2", pred: "site", obj: "lung" },
    { id: "A6", subj: "T2", pred: "site", obj: "liver" },
    { id: "A7", subj: "R1", pred: "score", obj: 1 },
    { id: "A8", subj: "B1", pred: "title", obj: "Diagnosis" },
    { id: "A9", subj: "X", pred: "score", obj: 1 },
  ],
  modifications: [{ id: "M1", pred: "Negation", obj: "T1" }],
  blocks: [
    { id: "B1", span: { begin: 0, end: 6 }, obj: "diagnosis" },
    { id: "B2", span: { begin: 7, end: 24 }, obj: "block2" },
  ],
};

test("denotations, bags, attributes, codes, blocks and facts are read", () => {
  const [one] = read(article);
  const { name, metadata, sections, layers } = one!.document;
  expect({ name, metadata, sections }).toEqual({
    name: "PubMed-25314077-0",
    metadata: { sourcedb: "PubMed", sourceid: "25314077", divid: "0", section: "TIAB" },
    sections: [
      { kind: "diagnosis", title: "Diagnosis", start: 0, end: 7 },
      { kind: "other", title: "block2", start: 8, end: 25 },
    ],
  });
  expect(layers).toEqual([
    {
      ...{ annotator: "Colil", status: "open", events: [], groups: [], labels: {}, source: null },
      spans: [
        {
          ...{
            id: "span-1",
            label: "marker",
            ranges: [{ start: 3, end: 7 }],
            quote: "CD34",
            note: "",
          },
          ...{ attributes: { denote: "strong", score: 0.5, Negation: true }, entity: "entity-1" },
        },
        {
          ...{ id: "span-2", label: "HP_0002664", quote: "CD34 positive", note: "", entity: null },
          ranges: [
            { start: 3, end: 7 },
            { start: 17, end: 25 },
          ],
          attributes: { uncertain: true, site: ["lung", "liver"] },
        },
      ],
      relations: [
        {
          ...{ id: "relation-1", label: "partOf", from: "span-1", to: "span-2", note: "" },
          attributes: { score: 1 },
        },
      ],
      entities: [
        {
          ...{ id: "entity-1", kind: "marker", name: "CD34", fields: {}, note: "" },
          codes: [{ system: "HGNC", code: "1662", display: "" }],
        },
      ],
    },
  ]);
  expect(one!.warnings).toEqual([
    '"file": document 1, attribute A9 is about something else than a span or a relation, and was left out.',
  ]);
  expect(againAfterWriting(pubannotation, one!.document)).toEqual({ losses: [], differences: [] });
});

test("chained denotations of older files are one span", () => {
  const [one] = read({
    text: "CD34 and CD31 positive",
    denotations: [
      { id: "T1", span: { begin: 14, end: 22 }, obj: "_FRAGMENT" },
      { id: "T2", span: { begin: 0, end: 4 }, obj: "result" },
    ],
    relations: [{ id: "R1", pred: "_lexicallyChainedTo", subj: "T2", obj: "T1" }],
  });
  const [layer] = one!.document.layers;
  expect(layer?.spans.map(({ label, quote }) => [label, quote])).toEqual([
    ["result", "CD34 positive"],
  ]);
  expect([layer?.relations, one!.warnings]).toEqual([[], []]);
});

test("pieces of a text, a missing text and odd offsets are refused in one sentence", () => {
  expect(() => read([{ sourcedb: "PubMed", text: ["a", "b"] }])).toThrow(
    '"file" has pieces of a text at document 1, as a search finds them; get the whole document from PubAnnotation.',
  );
  expect(() => read({ denotations: [] })).toThrow('"file" has no text at document 1;');
  const half = { text: "CD34", denotations: [{ span: { begin: 0.5, end: 4 }, obj: "marker" }] };
  expect(() => read(half)).toThrow(
    '"file" has no offset at document 1, denotation 1 but 0.5; correct it and import it again.',
  );
});

test("several projects are written as tracks, in the unit that was asked for", () => {
  const [{ document }] = read(article) as [ReturnType<typeof read>[number]];
  const [layer] = document.layers;
  const layers = ["Ana", "Bo"].map((annotator) => ({
    ...{ ...layer!, annotator, relations: [], entities: [] },
    spans: [{ ...layer!.spans[0]!, attributes: {}, entity: null }],
  }));
  const options = { ...plainOptions, offsets: "utf16" as const };
  const { texts, differences } = roundTrip(
    pubannotation,
    { ...document, layers, sections: [] },
    options,
  );
  expect(differences).toEqual([]);
  const denotations = [{ id: "T1", span: { begin: 3, end: 7 }, obj: "marker" }];
  expect(JSON.parse(texts[0]!)).toEqual({
    ...{ sourcedb: "PubMed", sourceid: "25314077", divid: "0", section: "TIAB" },
    text: article.text,
    tracks: ["Ana", "Bo"].map((project) => ({
      project,
      denotations,
      relations: [],
      attributes: [],
    })),
  });
});

const samples = realFiles("formats/pubannotation/**/*.json");

test.skipIf(samples.length === 0)("real samples are refused politely or the same once more", () => {
  const found = samples.map((file) => {
    try {
      const documents = readFile(pubannotation, file);
      for (const { document } of documents)
        expect([file.name, againAfterWriting(pubannotation, document)]).toEqual([
          ...[file.name, { losses: [], differences: [] }],
        ]);
      const layers = documents.flatMap(({ document }) => document.layers);
      const warnings = documents.flatMap((one) => one.warnings);
      return [
        file.name,
        documents.length,
        layers.map(({ spans }) => spans.length),
        warnings.length,
      ];
    } catch (error) {
      if (!String(error).startsWith("AppError")) throw error;
      return [file.name, "refused"];
    }
  });
  expect(found).toEqual([
    ["3181839.json", 8, [], 0],
    ["samplePubAnnotation.json", 1, [2, 2], 0],
    ["samplePubAnnotationProjectScoped.json", 1, [2], 0],
    ["singleQueryResult.json", "refused"],
    ["1_annotations.json", 1, [49], 5],
    ["2_annotations.json", 1, [], 0],
    ["3_annotations.json", 1, [3], 0],
    ["attributes_with_no_required_properties_config.json", "refused"],
    ["demo-annotations.json", 1, [38], 1],
    ["invalid_attributes_annotation.json", 1, [], 1],
    ["invalid_color_annotation.json", 1, [], 1],
    ["invalid_multi.json", "refused"],
    ["prefix.json", 1, [3], 1],
    ["warning_not_integer_span.json", "refused"],
  ]);
});
