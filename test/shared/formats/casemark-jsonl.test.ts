import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import {
  readJsonlLine,
  writeJsonlLine,
} from "../../../shared/formats/casemark-jsonl/casemark-jsonl.ts";
import { toPublicDocument } from "../../../shared/formats/casemark-jsonl/public-document.ts";
import { differences } from "../../../shared/formats/differences.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { anyDocument } from "./arbitrary-document.ts";

const place = { file: "out.jsonl", lineNumber: 3 };

const document: AnnotatedDocument = {
  name: "folder/report",
  title: "A report",
  case: "case 1",
  text: "💊 CD34 positive",
  sections: [{ kind: "case", title: "💊", start: 0, end: 16 }],
  metadata: { doi: "10.1/x" },
  layers: [
    {
      annotator: "Ann",
      status: "done",
      spans: [
        {
          id: "s",
          label: "marker",
          ranges: [
            { start: 3, end: 7 },
            { start: 8, end: 16 },
          ],
          quote: "CD34 positive",
          attributes: { negated: true },
          entity: "e",
          note: "",
        },
      ],
      entities: [
        {
          id: "e",
          kind: "marker",
          name: "CD34",
          codes: [{ system: "HGNC", code: "1662", display: "CD34" }],
          fields: { percent: 80 },
          note: "",
        },
      ],
      relations: [],
      events: [],
      groups: [],
      labels: { type: "biopsy" },
      source: { format: "brat", lines: [{ key: "s", name: "T4" }] },
    },
  ],
};

test("the public document has the fields of show --json, and counts code points", () => {
  const facts = { id: "r1", textSha256: "00ff" };
  const [layer] = document.layers;
  expect(toPublicDocument(document, "codepoint", facts)).toEqual({
    id: "r1",
    name: "folder/report",
    title: "A report",
    case: "case 1",
    offsets: "codepoint",
    metadata: { doi: "10.1/x" },
    text: document.text,
    textSha256: "00ff",
    sections: [{ kind: "case", title: "💊", start: 0, end: 15 }],
    layers: [
      {
        ...layer,
        spans: [
          {
            ...layer!.spans[0],
            ranges: [
              [2, 6],
              [7, 15],
            ],
          },
        ],
      },
    ],
  });
});

test("a line counts UTF-16 code units on request, and says so", () => {
  const line = writeJsonlLine(document, "utf16");
  expect(JSON.parse(line)).toMatchObject({
    offsets: "utf16",
    layers: [
      {
        spans: [
          {
            ranges: [
              [3, 7],
              [8, 16],
            ],
          },
        ],
      },
    ],
  });
});

test("a line is read back as it was", () => {
  expect(readJsonlLine(writeJsonlLine(document, "codepoint"), place)).toEqual(document);
  expect(readJsonlLine(writeJsonlLine(document, "utf16"), place)).toEqual(document);
});

test("whatever a document holds is one line, and is read back the same", () => {
  fc.assert(
    fc.property(
      anyDocument,
      fc.constantFrom("codepoint" as const, "utf16" as const),
      (any, unit) => {
        const line = writeJsonlLine(any, unit);
        expect(line).not.toContain("\n");
        const read = readJsonlLine(line, place);
        expect(differences(any, read)).toEqual([]);
        expect(writeJsonlLine(read, unit)).toBe(line);
      },
    ),
    { numRuns: 300 },
  );
});

test("newlines of other kinds become ours, and offsets follow", () => {
  const given = toPublicDocument(document, "codepoint");
  const [layer] = given.layers;
  const [span] = layer!.spans;
  const ranges = [
    [3, 7],
    [1, 4],
  ];
  const spans = [{ ...span, ranges, quote: "CD34 \r\nC" }];
  const raw = { ...given, text: "💊\r\nCD34 positive", layers: [{ ...layer, spans }] };
  const { text, layers } = readJsonlLine(JSON.stringify({ ...raw, sections: [] }), place);
  expect({ text, span: layers[0]?.spans[0] }).toMatchObject({
    text: "💊\nCD34 positive",
    span: {
      ranges: [
        { start: 3, end: 7 },
        { start: 2, end: 4 },
      ],
      quote: "CD34 \nC",
    },
  });
});

test("a document without a name is called after its file and line", () => {
  const { name: _, ...rest } = toPublicDocument(document, "codepoint");
  expect(readJsonlLine(JSON.stringify(rest), place).name).toBe("out-3");
});

describe("a line that cannot be read is refused with its file and number", () => {
  const line = writeJsonlLine(document, "codepoint");
  test.each([
    ["no JSON", "{", "out.jsonl, line 3: this is not JSON; export the file again."],
    [
      "no document",
      '{"text":"x"}',
      "out.jsonl, line 3: title is not as a Casemark document has it (Invalid input: expected string, received undefined); export the file again, or read it with the version of Casemark that wrote it.",
    ],
    [
      "half a character",
      line.replace('"text":"', '"text":"\\ud800'),
      "out.jsonl, line 3: a text in it has half a character or a zero; export the file again.",
    ],
    [
      "half a character in a name",
      line.replace('"name":"', '"name":"\\udc8a'),
      "out.jsonl, line 3: a text in it has half a character or a zero; export the file again.",
    ],
    [
      "two layers of one annotator",
      line.replace('"layers":[', `"layers":[${JSON.stringify(JSON.parse(line).layers[0])},`),
      'out.jsonl, line 3: two layers are those of "Ann"; give one of them another name.',
    ],
    [
      "a field of a later version",
      line.replace('"label":"marker"', '"label":"marker","colour":"blue"'),
      'out.jsonl, line 3: layers[0].spans[0] is not as a Casemark document has it (Unrecognized key: "colour"); export the file again, or read it with the version of Casemark that wrote it.',
    ],
    [
      "a quote that does not match",
      line.replace('"quote":"CD34', '"quote":"CD99'),
      'out.jsonl, line 3: span s quotes "CD99 positive", but the text has "CD34 positive" there; check that text and annotations belong together.',
    ],
    [
      "offsets beyond the text",
      line.replace("[7,15]", "[7,150]"),
      "out.jsonl, line 3: span s reaches to 150, beyond the end of the text; check that text and annotations belong together.",
    ],
    [
      "an end before the start",
      line.replace("[7,15]", "[15,7]"),
      "out.jsonl, line 3: span s ends at 7, before it starts at 15; check that text and annotations belong together.",
    ],
    [
      "a link to nothing",
      line.replace('"entity":"e"', '"entity":"f"'),
      "out.jsonl, line 3: something refers to f, which the layer does not have; check that text and annotations belong together.",
    ],
    [
      "an id given twice",
      line.replace('"id":"e"', '"id":"s"'),
      "out.jsonl, line 3: the id s is given twice in one layer; check that text and annotations belong together.",
    ],
  ])("%s", (_, bad, sentence) => {
    const read = () => readJsonlLine(bad, place);
    expect(read).toThrow(AppError);
    expect(read).toThrow(new AppError("bad-file", sentence));
  });
});

test("what was read of a report, skipped, and how long it took come back, in code points outside", () => {
  const [layer] = document.layers;
  if (!layer) throw new Error("no layer");
  const reading = { read: [{ start: 0, end: 7 }], skipped: [{ start: 8, end: 16 }], seconds: 95 };
  const read = { ...document, layers: [{ ...layer, reading }] };
  const line = writeJsonlLine(read, "codepoint");
  expect(JSON.parse(line).layers[0].reading).toEqual({
    read: [[0, 6]],
    skipped: [[7, 15]],
    seconds: 95,
  });
  expect(differences(read, readJsonlLine(line, place))).toEqual([]);
  expect(differences(read, document)).toHaveLength(2);
});
