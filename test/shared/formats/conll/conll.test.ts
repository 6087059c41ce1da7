import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { conll, conllIobes } from "../../../../shared/formats/conll/conll.ts";
import { differences } from "../../../../shared/formats/differences.ts";
import { applyFit } from "../../../../shared/formats/fit/apply-fit.ts";
import type { ReadDocument } from "../../../../shared/formats/format.ts";
import type { AnnotatedDocument } from "../../../../shared/model/document.ts";
import { realFiles } from "../../../real-data.ts";
import { anyDocument } from "../arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "../round-trip.ts";

/** What a document says: its name, text and spans as "label: words". */
const shown = ({ document }: ReadDocument) => ({
  name: document.name,
  text: document.text,
  spans: document.layers.flatMap(({ spans }) =>
    spans.map(({ label, quote }) => `${label}: ${quote}`),
  ),
});

/** Words with their tags, "/" between, as a file with tabs. */
const file = (words: string) => words.replaceAll(" ", "\n").replaceAll("/", "\t");

describe("tags are read as each scheme means them", () => {
  const spans = ["M: a b", "M: c", "D: e"];
  test.each([
    ["IOB2", "a/B-M b/I-M c/B-M d/O e/B-D", spans],
    ["IOB1", "a/I-M b/I-M c/B-M d/O e/I-D", spans],
    ["IOBES", "a/B-M b/E-M c/S-M d/O e/S-D", spans],
    ["BILOU", "a/B-M b/L-M c/U-M d/O e/U-D", spans],
    ["labels alone", "a/Drug b/Drug d/O e/Site", ["Drug: a b", "Site: e"]],
    ["no labels", "a/B b/I d/O e/B", ["entity: a b", "entity: e"]],
    ["labels with hyphens", "a/B-PD-L1 b/I-PD-L1", ["PD-L1: a b"]],
  ])("%s", (_, words, expected) => {
    const [read] = readText(conll, file(words));
    expect({ spans: read && shown(read).spans, warnings: read?.warnings }).toEqual({
      spans: expected,
      warnings: [],
    });
  });
});

test("a span that goes on without having begun begins there, and is counted", () => {
  const [read] = readText(conll, file("a/B-M b/O c/I-M d/I-D e/I-D"));
  expect(read && shown(read).spans).toEqual(["M: a", "M: c", "D: d e"]);
  expect(read?.warnings).toEqual([
    '"file": 2 places, first line 3, go on with a span that has not begun, and were read as its beginning.',
  ]);
});

test("CoNLL-2003 has four columns with spaces, and documents", () => {
  const text = [
    "-DOCSTART- -X- -X- O\n\nEU NNP B-NP I-ORG\nrejects VBZ B-VP O\n\nPeter NNP B-NP I-PER\n",
    "-DOCSTART- (2 Rare) -X- O\n\nRARE NNP I-NP O\n",
  ];
  expect(readText(conll, text.join("\n"), "train").map(shown)).toEqual([
    { name: "train-1", text: "EU rejects\nPeter", spans: ["ORG: EU", "PER: Peter"] },
    { name: "2 Rare", text: "RARE", spans: [] },
  ]);
});

test("comments name documents, and others are counted", () => {
  const text = "# doc_id = r1\na\tB-M\n#\tO\n\n# sent 2\nb\tO\n\n###MEDLINE:7\n\nc\tO\n\nd\n\tO\n";
  const read = readText(conll, text);
  expect(read.map(shown)).toEqual([
    { name: "r1", text: "a #\nb", spans: ["M: a"] },
    { name: "MEDLINE:7", text: "c\nd", spans: [] },
  ]);
  expect(read[0]?.warnings).toEqual([
    '"file": line 12 has a word without a tag, which was read as outside of spans.',
    '"file": line 13 has a tag without a word, and was left out.',
    '"file": line 5 is a comment, and was left out.',
  ]);
});

test("columns with offsets say how words stand, in whichever place", () => {
  const wordFirst = "💊\t3\t4\tO\nCD34\t5\t9\tB-M\n+\t9\t10\tI-M\n\nx\t12\t13\tO\n";
  const tagFirst = "O\t3\t4\t💊\tNN\nB-M\t5\t9\tCD34\tNN\nI-M\t9\t10\t+\tSYM\n\nO\t12\t13\tx\tNN\n";
  const expected = { name: "file", text: "💊 CD34+\n x", spans: ["M: CD34+"] };
  expect(readText(conll, wordFirst).map(shown)).toEqual([expected]);
  expect(readText(conll, tagFirst).map(shown)).toEqual([expected]);
});

test("a file without words or without tags is refused", () => {
  expect(() => readText(conll, "\n\n")).toThrow(
    '"file" holds no words; it should have a word and its tag in each line.',
  );
  expect(() => readText(conll, "a\nb\n")).toThrow(
    '"file" holds words without tags; it should have a word and its tag in each line, import it as text otherwise.',
  );
});

test("a file is known by its tags, and by no other column of letters", () => {
  const recognises = (head: string) => conll.reader?.recognises(head, "x.txt");
  const tagged = "a\tO\n".repeat(20);
  expect(
    ["-DOCSTART- -X-\n", `b\n${tagged}`, "O 0 1 a NN\n\nB-M 2 3 b NN\n"].map(recognises),
  ).toEqual([...[true, true, true]]);
  expect(
    ["1\tM\n2\tW\n", "Group O\nhad CD34 B\nand none\n", "1-1\tEU\tB-ORG\n", "word\n"].map(
      recognises,
    ),
  ).toEqual([...[false, false, false, false]]);
});

const text = "Tumour  (2 cm). ER+/PR+ in 3-5\n% of cells,\nstroma -negative.\n\nNo CD34";

function span(words: string, label = "marker", within = words) {
  const start = text.indexOf(within) + within.indexOf(words);
  const range = { start, end: start + words.length };
  const rest = { attributes: {}, entity: null, note: "" };
  return { id: `${start}`, label, ranges: [range], quote: words, ...rest };
}

const document: AnnotatedDocument = {
  ...{ name: "a report", title: "a report", case: "a report", text, sections: [], metadata: {} },
  layers: [
    {
      ...{ annotator: "Ann", status: "open", entities: [], relations: [], events: [], groups: [] },
      ...{ labels: {}, source: null },
      spans: [
        span("Tumour"),
        span("R+", "a b", "ER+"),
        span("PR"),
        span("cells,\nstroma"),
        span("egative.\n\nNo CD34", "wide"),
        span(" CD34", "wide", "No CD34"),
      ],
    },
  ],
};

test("words, sentences and tags are written, and what does not fit is counted", () => {
  const { losses, texts, differences: found } = roundTrip(conll, document);
  expect(found).toEqual([]);
  expect(texts).toEqual([
    [
      ...["-DOCSTART- (a report)\tO", ""],
      ...["Tumour\tB-marker", "(\tO", "2\tO", "cm\tO", ")\tO", ".\tO", ""],
      ...["ER\tB-a_b", "+\tI-a_b", "/\tO", "PR\tB-marker", "+\tO", "in\tO", "3\tO", "-\tO"],
      ...["5\tO", "%\tO", "of\tO", "cells\tB-marker", ",\tI-marker", "stroma\tI-marker", "-\tO"],
      ...["negative\tB-wide", ".\tI-wide", "No\tI-wide", "CD34\tI-wide", "", ""],
    ].join("\n"),
  ]);
  expect(losses.map(({ things, count, examples }) => [things, count, ...examples])).toEqual([
    ["Nested spans", 1, "a report: “ CD34”"],
    [
      ...["Spans that begin or end within a word", 2],
      ...["a report: “R+”", "a report: “egative.  No CD34”"],
    ],
    ["White space of texts", 1, "a report"],
    ["Labels with white space", 1, "a report: a b"],
  ]);
});

test("IOBES has tags of its own for single and last words", () => {
  const [written] = roundTrip(conllIobes, document).texts;
  expect(written?.split("\n").filter((line) => /[SBIE]-/.test(line))).toEqual([
    ...["Tumour\tS-marker", "ER\tB-a_b", "+\tE-a_b", "PR\tS-marker"],
    ...["cells\tB-marker", ",\tI-marker", "stroma\tE-marker"],
    ...["negative\tB-wide", ".\tI-wide", "No\tI-wide", "CD34\tE-wide"],
  ]);
});

test.each([conll, conllIobes])("$id: whatever a document holds reads back as fitted", (format) => {
  fc.assert(
    fc.property(anyDocument, (any) => {
      const first = roundTrip(format, any);
      expect(first.differences).toEqual([]);
      const again = applyFit(format.writer!, first.back, plainOptions);
      expect(differences(first.back, again.document)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const real = [
  ...realFiles("formats/conll/*/*/*.tsv"),
  ...realFiles("formats/conll/*/*.tsv"),
  ...realFiles("formats/doccano/sequence_labeling/example.conll"),
];

test.skipIf(real.length === 0)("real files are read, written and read again without a loss", () => {
  for (const one of real) {
    const head = new TextDecoder().decode(one.bytes.slice(0, 65_536));
    expect(conll.reader?.recognises(head, one.name)).toBe(true);
    const [read, ...others] = readFile(conll, one);
    const format = head.includes("\tS-") ? conllIobes : conll;
    const { losses, differences: found, texts } = roundTrip(format, read!.document);
    expect({ others, warnings: read?.warnings, losses, found }).toEqual({
      ...{ others: [], warnings: [], losses: [], found: [] },
    });
    const [start, ...rest] = filledLines(texts[0]!);
    expect(start).toMatch(/^-DOCSTART- \(/);
    expect(rest).toEqual(filledLines(new TextDecoder().decode(one.bytes)));
  }
});

const filledLines = (written: string) => written.split(/\r?\n/).filter((line) => line !== "");
