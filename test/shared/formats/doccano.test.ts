import fc from "fast-check";
import { expect, test } from "vitest";
import { doccano } from "../../../shared/formats/doccano/doccano.ts";
import type { WriteOptions } from "../../../shared/formats/format.ts";
import { units } from "../../../shared/formats/offset-units.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { realFiles } from "../../real-data.ts";
import { againAfterWriting, factsOf } from "./again.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readText, roundTrip } from "./round-trip.ts";

test("what doccano's lines can hold comes back whole", () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const fitted = roundTrip(doccano, document);
      expect([fitted.differences, factsOf(fitted.back)]).toEqual([[], factsOf(fitted.document)]);
    }),
    { numRuns: 200 },
  );
});

const emptyScheme = Scheme.parse({ name: "none" });
const line = (record: object) => JSON.stringify(record);

test("every spelling of spans is read", () => {
  const spellings = [
    { text: "💊 CD34", label: [[3, 7, "marker"]] },
    { text: "💊 CD34", labels: [[3, 7, "marker"]] },
    { text: "💊 CD34", entities: [{ id: 5, start_offset: 3, end_offset: 7, label: "marker" }] },
    { text: "💊 CD34", entities: [[3, 7, "marker"]], cats: [] },
  ];
  const quotes = spellings.map((record) => {
    const [read] = readText(doccano, line(record));
    return read?.document.layers[0]?.spans.map(({ label, quote }) => [label, quote]);
  });
  expect(quotes).toEqual(spellings.map(() => [["marker", "CD34"]]));
});

test("graphemes are counted where that is asked for, in reading and writing", () => {
  const text = "👩‍👩‍👧 e\u0301 CD34";
  const labels = [
    [0, 1, "family"],
    [2, 3, "accent"],
    [4, 8, "marker"],
  ];
  const [read] = readText(doccano, line({ text, label: labels }), "file", "grapheme");
  const document = read!.document;
  const spans = document.layers[0]?.spans.map(({ label, quote }) => [label, quote]);
  expect(spans).toEqual([
    ["family", "👩‍👩‍👧"],
    ["accent", "e\u0301"],
    ["marker", "CD34"],
  ]);
  // Nothing is left to look for, as nothing is open any more.
  expect(read?.warnings).toEqual([]);
  const written = (offsets: WriteOptions["offsets"]) =>
    roundTrip(doccano, document, { ...plainOptions, offsets, scheme: emptyScheme });
  const triplesIn = ([first = ""]: string[]) => JSON.parse(first).label;
  expect(triplesIn(written("grapheme").texts)).toEqual(labels);
  expect(triplesIn(written("codepoint").texts).map(([start]: number[]) => start)).toEqual([
    0, 6, 9,
  ]);
  expect(triplesIn(written("native").texts).map(([start]: number[]) => start)).toEqual([0, 9, 12]);
});

test("a span within a grapheme is written with the whole of it, which is counted", () => {
  const text = "👩‍👩‍👧 e\u0301";
  const [read] = readText(
    doccano,
    line({
      text,
      label: [
        [0, 2, "a"],
        [9, 10, "b"],
      ],
    }),
  );
  const options = { ...plainOptions, offsets: "grapheme" } as const;
  const { losses, back, differences } = roundTrip(doccano, read!.document, options);
  expect(differences).toEqual([]);
  expect(back.layers[0]?.spans.map(({ quote }) => quote)).toEqual(["👩‍👩‍👧", "e\u0301"]);
  expect(losses).toEqual([
    {
      ...{ things: "Spans that begin or end within a grapheme", count: 2 },
      ...{
        consequence: "written with the whole of it.",
        examples: ["file-1: “👩”", "file-1: “e”"],
      },
    },
  ]);
});

test("what doccano's lines can hold comes back whole, in whatever unit", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom(...units), (document, offsets) => {
      const { differences } = roundTrip(doccano, document, { ...plainOptions, offsets });
      expect(differences).toEqual([]);
    }),
  );
});

test("offsets within a character, as of a text that was changed later, mark the whole of it", () => {
  const [read] = readText(doccano, line({ text: "CD34 💊", label: [[0, 6, "marker"]] }));
  const [span] = read?.document.layers[0]?.spans ?? [];
  expect([span?.ranges, span?.quote]).toEqual([[{ start: 0, end: 7 }], "CD34 💊"]);
  expect(read?.warnings[0]).toBe(
    '"file": line 1, span 1 begins or ends within a character, and was read with the whole of it.',
  );
});

test("half a character and a zero are refused wherever they stand, whole escaped ones are not", () => {
  const records = [String.raw`{"text":"a\\ud800 \ud83d\udc8a"}`, String.raw`{"text":"a\\u0000"}`];
  expect(records.map((one) => readText(doccano, one)[0]?.document.text)).toEqual([
    String.raw`a\ud800 💊`,
    String.raw`a\u0000`,
  ]);
  const unfit = [
    String.raw`{"text":"a","from":"\ud83d"}`,
    String.raw`{"text":"a","\uDC8a":1}`,
    String.raw`{"text":"a","from":"\u0000"}`,
    String.raw`{"text":"a","from":"\\\ud83d\ud83d\udc8a"}`,
  ];
  for (const one of unfit)
    expect(() => readText(doccano, `{"text":"b"}\n${one}`)).toThrow(
      '"file" has half a character or a zero in a text (line 2); export it again.',
    );
});

test("relations, labels of the text, comments and metadata are read", () => {
  const record = {
    id: 7,
    text: "CD34 positive",
    entities: [
      { id: 20, start_offset: 0, end_offset: 4, label: "marker" },
      { id: 21, start_offset: 5, end_offset: 13, label: "result" },
    ],
    relations: [
      { id: 1, from_id: 20, to_id: 21, type: "has" },
      { id: 2, from_id: 20, to_id: 22, type: "has" },
    ],
    cats: ["biopsy"],
    Comments: ["clear"],
    meta: { doi: "10.1/x" },
  };
  const [read] = readText(doccano, line(record));
  const layer = read?.document.layers[0];
  expect(layer?.relations).toEqual([
    {
      ...{ id: "relation-1", label: "has", from: "span-1", to: "span-2" },
      ...{ attributes: {}, note: "" },
    },
  ]);
  expect([layer?.labels, layer?.note]).toEqual([{ biopsy: true }, "clear"]);
  expect(read?.document.metadata).toEqual({ id: "7", doi: "10.1/x" });
  expect(read?.warnings).toEqual([
    '"file": line 1, relation 2 links something that is not there, and was left out.',
  ]);
});

test("offsets are written as UTF-16, or as was asked", () => {
  const [read] = readText(doccano, line({ text: "💊 CD34", label: [[3, 7, "marker"]], name: "a" }));
  const scheme = { ...plainOptions.scheme, relations: [] };
  const write = (offsets: "native" | "codepoint") =>
    doccano.writer?.write(read!.document, { scheme, offsets });
  expect(write("native")).toEqual([
    '{"text":"💊 CD34","label":[[3,7,"marker"]],"Comments":[],"name":"a"}\n',
  ]);
  expect(write("codepoint")).toEqual([
    '{"text":"💊 CD34","label":[[2,6,"marker"]],"Comments":[],"name":"a"}\n',
  ]);
});

test("emoji and combining characters are pointed at, since projects may count them as one", () => {
  const [read] = readText(doccano, line({ text: "e\u0301 CD34", label: [[3, 7, "marker"]] }));
  expect(read?.warnings).toEqual([
    '"file": line 1 has characters that doccano counts as one or as several, depending on its project; they were read as several, so look whether the spans are right.',
  ]);
});

test.each([
  [
    line({ label: [] }),
    '"file" has no text at line 1; import the text together with its annotations.',
  ],
  ["[1]", '"file" has no JSON object at line 1; export the file again.'],
  [
    line({ text: "a", label: [[0, 2, "x"]] }),
    '"file" has offsets outside its text: line 1, span 1 ends at 2; check that text and annotations belong together.',
  ],
  [
    line({ text: "a", label: [[-1, 1, "x"]] }),
    '"file" has no offset at line 1, span 1 but -1; correct it and import it again.',
  ],
  [
    '{"text":"a","label":[[1e400,1,"x"]]}',
    '"file" has no offset at line 1, span 1 but a number that is too large; correct it and import it again.',
  ],
])("a bad line is refused in one sentence: %s", (text, sentence) => {
  expect(() => readText(doccano, text)).toThrow(sentence);
});

const samples = realFiles("formats/doccano/*/*.jsonl");

test.skipIf(samples.length === 0)("real samples are the same once more", () => {
  const documents = samples.flatMap(({ name, bytes }) => {
    const lines = Buffer.from(bytes).toString().split("\n");
    return lines.filter((one) => /"text"/.test(one)).flatMap((one) => readText(doccano, one, name));
  });
  expect(documents.map(({ document }) => document.layers[0]?.spans.length)).toEqual([4, 1, 0, 2]);
  for (const { document } of documents)
    expect(againAfterWriting(doccano, document)).toEqual({ losses: [], differences: [] });
});
