import fc from "fast-check";
import { expect, test } from "vitest";
import type { ReadDocument } from "../../../shared/formats/format.ts";
import { prodigy } from "../../../shared/formats/prodigy/prodigy.ts";
import { realFiles } from "../../real-data.ts";
import { againAfterWriting, factsOf } from "./again.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions as plain, readText, roundTrip } from "./round-trip.ts";

test("what Prodigy's lines can hold comes back whole", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom("native", "utf16"), (document, offsets) => {
      const { scheme } = plain;
      const fitted = roundTrip(prodigy, document, { scheme, offsets });
      expect([fitted.differences, factsOf(fitted.back)]).toEqual([[], factsOf(fitted.document)]);
    }),
    { numRuns: 500 },
  );
});

const line = (record: object) => JSON.stringify(record);
const layerOf = (record: object) => readText(prodigy, line(record))[0]!.document.layers[0]!;

test("every spelling of spans is read, in code points", () => {
  const spellings = [
    {
      text: "💊 CD34",
      spans: [{ start: 2, end: 6, label: "marker", token_start: 1, token_end: 1 }],
    },
    ["💊 CD34", { entities: [[2, 6, "marker"]] }],
    { text: "💊 CD34", ents: [{ start: 2, end: 6, label: "marker" }] },
    { text: "💊 CD34", spans: { sc: [{ start: 2, end: 6, label: "marker" }] } },
    { data: { text: "💊 CD34", entities: [[2, 6, "marker"]] } },
    { data: ["💊 CD34", { entities: [[2, 6, "marker"]] }] },
  ];
  expect(
    spellings.map((one) => layerOf(one).spans.map(({ label, quote }) => [label, quote])),
  ).toEqual(spellings.map(() => [["marker", "CD34"]]));
});

test("the words of tokens tell in which unit a file counts", () => {
  const tokens = [
    { text: "💊", start: 0, end: 2, id: 0 },
    { text: "CD34", start: 3, end: 7, id: 1 },
  ];
  const spans = [{ start: 3, end: 7, token_start: 1, token_end: 1, label: "marker" }];
  const [read] = readText(prodigy, line({ text: "💊 CD34", tokens, spans }));
  expect(read?.document.layers[0]?.spans[0]?.quote).toBe("CD34");
  expect(read?.warnings).toEqual(['"file": offsets count UTF-16 code units; they were read so.']);
});

test("answers, annotators, flags, choices and codes are read", () => {
  const { annotator, status, unsure, labels, entities } = layerOf({
    text: "CD34",
    spans: [{ start: 0, end: 4, label: "marker", kb_id: "HGNC:1662" }],
    accept: ["biopsy"],
    cats: { lung: 0.9, liver: 0.1 },
    ...{ answer: "accept", flagged: true, _session_id: "cases-ana" },
  });
  expect({ annotator, status, unsure, labels }).toEqual({
    ...{ annotator: "cases-ana", status: "done", unsure: true },
    labels: { biopsy: true, lung: true },
  });
  expect(entities.map(({ codes }) => codes)).toEqual([
    [{ system: "HGNC", code: "1662", display: "" }],
  ]);
  const [rejected] = readText(prodigy, line({ text: "CD34", spans: [], answer: "reject" }));
  expect(rejected?.warnings).toEqual([
    '"file": line 1 was rejected; what it holds was read as work that is not done.',
  ]);
});

test("tokens and inclusive token ends are written; a span inside a word has none, which is said", () => {
  const spans = [
    { start: 0, end: 8, label: "result" },
    { start: 1, end: 4, label: "marker" },
  ];
  const relations = [{ head_span: spans[0], child_span: spans[1], label: "has" }];
  const [read] = readText(
    prodigy,
    line({ text: "CD34 pos", spans, relations, meta: { name: "a" } }),
  );
  const { texts, losses, differences } = roundTrip(prodigy, read!.document);
  const whole = { start: 0, end: 8, token_start: 0, token_end: 1, label: "result" };
  expect(JSON.parse(texts[0]!)).toEqual({
    text: "CD34 pos",
    meta: { name: "a" },
    tokens: [
      { text: "CD34", start: 0, end: 4, id: 0, ws: true },
      { text: "pos", start: 5, end: 8, id: 1, ws: false },
    ],
    spans: [whole, spans[1]],
    relations: [{ head: 1, child: 0, head_span: whole, child_span: spans[1], label: "has" }],
    _annotator_id: "Ana",
  });
  expect(differences).toEqual([]);
  expect(losses).toEqual([
    {
      things: "Spans inside words",
      ...{ count: 1, examples: ["a: “D34”"] },
      consequence: "written with their offsets and without tokens; spaCy leaves them out.",
    },
  ]);
});

test("a file of patterns is refused", () => {
  expect(() => readText(prodigy, line({ label: "DRUG", pattern: [] }))).toThrow(
    '"file" has no text at line 1; import the text together with its annotations.',
  );
});

const samples = realFiles("formats/prodigy-spacy/**/*.jsonl").filter(
  ({ name }) => !name.endsWith("patterns.jsonl"),
);

test.skipIf(samples.length === 0)("real samples are the same once more", () => {
  const found: unknown[] = [];
  for (const { name, bytes } of samples) {
    const read = readText(prodigy, Buffer.from(bytes).toString(), name);
    found.push([name, read.length, countOf(read, "spans"), countOf(read, "relations")]);
    for (const { document } of read) {
      const { losses, differences } = againAfterWriting(prodigy, document);
      expect(differences).toEqual([]);
      expect(losses.filter((things) => things !== "Spans inside words")).toEqual([]);
    }
  }
  expect(found).toEqual([
    ["annotated_news_headlines-ner.jsonl", 373, 303, 0],
    ["bio_events.jsonl", 129, 422, 0],
    ["mock_notes.jsonl", 1, 0, 0],
    ["annotations.jsonl", 149, 466, 267],
  ]);
});

function countOf(read: ReadDocument[], what: "spans" | "relations"): number {
  const layers = read.flatMap(({ document }) => document.layers);
  return layers.reduce((sum, layer) => sum + layer[what].length, 0);
}
