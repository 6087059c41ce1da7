import { describe, expect, test } from "vitest";
import { AppError } from "../../../../shared/errors.ts";
import { readBrat } from "../../../../shared/formats/brat/read.ts";
import { writeBrat } from "../../../../shared/formats/brat/write.ts";

function read(text: string, ...lines: string[]) {
  const annotations = lines.map((line) => `${line}\n`).join("");
  return readBrat({ text, annotations, annotator: "ann", file: "report.ann" });
}

function rewritten(text: string, ...lines: string[]): string[] {
  const { text: ours, layer } = read(text, ...lines);
  return writeBrat(ours, layer, { offsets: "native" }).annotations.split("\n").slice(0, -1);
}

function problem(text: string, ...lines: string[]): string {
  try {
    read(text, ...lines);
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
  }
  return "none";
}

const span = (id: string, label: string, start: number, end: number, quote: string) => ({
  id,
  label,
  ranges: [{ start, end }],
  quote,
  attributes: {},
  entity: null,
  note: "",
});

describe("spans", () => {
  test("offsets are code points, and ranges of ours are UTF-16 code units", () => {
    const { layer, warnings } = read("IHC 💊: CD34+", "T1\tmarker 7 11\tCD34");
    expect({ spans: layer.spans, warnings }).toEqual({
      spans: [span("T1", "marker", 8, 12, "CD34")],
      warnings: [],
    });
  });

  test("fragments keep their order, and their quotes are joined by a space", () => {
    const { layer } = read("CD34 and S100 negative", "T1\tmarker 14 22;0 4\tnegative CD34");
    expect(layer.spans[0]).toMatchObject({
      ranges: [
        { start: 14, end: 22 },
        { start: 0, end: 4 },
      ],
      quote: "negative CD34",
    });
  });

  test("offsets in UTF-16 code units are recognised by the quotes and said", () => {
    const { layer, warnings } = read("💊💊 CD34 +", "T1\tmarker 5 9\tCD34");
    expect({ range: layer.spans[0]?.ranges[0], warnings }).toEqual({
      range: { start: 5, end: 9 },
      warnings: ["report.ann: offsets count UTF-16 code units; they were read so."],
    });
  });

  test("a file may count CR and LF as one character", () => {
    const { text, layer, warnings } = read("one\r\ntwo\r\nthree", "T1\tx 8 13\tthree");
    expect({ text, spans: layer.spans, warnings }).toEqual({
      text: "one\ntwo\nthree",
      spans: [span("T1", "x", 8, 13, "three")],
      warnings: ["report.ann: offsets take CRLF for one character; they were read so."],
    });
  });

  test("a line break inside a span is a space in its quote", () => {
    const lines = ["T1\tx 0 7\tone two"];
    expect(read("one\ntwo", ...lines).layer.spans).toEqual([span("T1", "x", 0, 7, "one\ntwo")]);
    expect(rewritten("one\ntwo", ...lines)).toEqual(lines);
  });

  test("white space of other kinds at a quote's ends belongs to it", () => {
    const text = "\u200A8\u2005mg\u200B x\u200A";
    const lines = ["T1\tdose 0 6\t\u200A8\u2005mg\u200B", "T2\tdose 7 9\tx\u200A"];
    expect(read(text, ...lines).layer.spans.map(({ quote }) => quote)).toEqual([
      "\u200A8\u2005mg\u200B",
      "x\u200A",
    ]);
    expect(rewritten(text, ...lines)).toEqual(lines);
  });

  test("a further field of white space goes as trailing white space does", () => {
    expect(rewritten("8 mg", "T1\tdose 0 4\t8 mg\t\u2005")).toEqual(["T1\tdose 0 4\t8 mg"]);
  });

  test("a further field with something in it is kept and said", () => {
    const lines = ["T1\tdose 0 4\t8 mg\tchecked"];
    expect(read("8 mg", ...lines).warnings).toEqual([
      "report.ann: line 1 has a field behind its text, which is kept.",
    ]);
    expect(rewritten("8 mg", ...lines)).toEqual(lines);
  });

  test("a quote that ends one character after its offsets is read as it says", () => {
    const { layer, warnings } = read("was in vitro.", "T1\tx 4 11\tin vitro");
    expect({ spans: layer.spans, warnings }).toEqual({
      spans: [span("T1", "x", 4, 12, "in vitro")],
      warnings: [
        "report.ann: line 1 quotes one character more than its offsets cover, and was read as its quote says.",
      ],
    });
  });
});

describe("a file that cannot be read is refused with its name and line", () => {
  test.each([
    [
      "a quote that does not match",
      ["T1\tx 0 4\tCD34", "T2\tx 5 9\tCD99"],
      'bad-file: report.ann, line 2: T2 quotes "CD99", but the text has "S100" there; check that the .txt file is the one that was annotated.',
    ],
    [
      "offsets beyond the text",
      ["T1\tx 5 90\tS100"],
      "bad-file: report.ann, line 1: T1 ends at 90, beyond the end of the text; check that the .txt file is the one that was annotated.",
    ],
    [
      "an end before the start",
      ["T1\tx 4 0\tCD34"],
      "bad-file: report.ann, line 1: T1 ends at 0, before it starts at 4; correct its offsets.",
    ],
    [
      "a name given twice",
      ["T1\tx 0 4\tCD34", "", "T1\tx 5 9\tS100"],
      "bad-file: report.ann, line 3: T1 is the name of line 1 already; give one of the two another name.",
    ],
    [
      "spaces for tabs",
      ["T1 x 0 4 CD34"],
      'bad-file: report.ann, line 1: "T1 x 0 4 CD34" is no name; a line begins with a name such as T1 and a tab.',
    ],
    [
      "no offsets",
      ["T1\tx\tCD34"],
      'bad-file: report.ann, line 1: T1 has no label and offsets ("x"); a span is written as name, tab, label start end, tab, text.',
    ],
  ])("%s", (_, lines, sentence) => {
    expect(problem("CD34 S100", ...lines)).toBe(sentence);
  });
});

const text = "CD34 positive in tumour";
const spans = ["T1\tmarker 0 4\tCD34", "T2\tresult 5 13\tpositive", "T3\ttissue 17 23\ttumour"];

describe("what speaks of spans", () => {
  test("events, relations and groups may refer to each other and to later lines", () => {
    const lines = [
      "E1\tresult:T2 Theme:T1 Theme2:E2",
      ...spans,
      "E2\ttissue:T3 ",
      "R1\tIN Arg1:E1 Arg2:T3\t",
      "*\tEquiv T1 E2 R1",
    ];
    const { layer, warnings } = read(text, ...lines);
    expect(warnings).toEqual([]);
    expect(layer.events).toEqual([
      {
        id: "E1",
        label: "result",
        trigger: "T2",
        arguments: [
          { role: "Theme", target: "T1" },
          { role: "Theme2", target: "E2" },
        ],
        attributes: {},
        note: "",
      },
      { id: "E2", label: "tissue", trigger: "T3", arguments: [], attributes: {}, note: "" },
    ]);
    expect(layer.relations).toEqual([
      { id: "R1", label: "IN", from: "E1", to: "T3", attributes: {}, note: "" },
    ]);
    expect(layer.groups).toEqual([
      { id: "*1", label: "Equiv", members: ["T1", "E2", "R1"], note: "" },
    ]);
    expect(rewritten(text, ...lines)).toEqual(lines.map((line) => line.trimEnd()));
  });

  test("relations keep other role names, and roles in the other order", () => {
    const lines = [...spans, "R1\tIN What:T1 Where:T3", "R2\tIN Arg2:T3 Arg1:T1"];
    const ends = read(text, ...lines).layer.relations.map(({ from, to }) => [from, to]);
    expect(ends).toEqual([
      ["T1", "T3"],
      ["T1", "T3"],
    ]);
    expect(rewritten(text, ...lines)).toEqual(lines);
  });

  test("flags, values and several values are attributes of spans, events and relations", () => {
    const lines = [
      ...spans,
      "E1\tresult:T2",
      "R1\tIN Arg1:T1 Arg2:T3",
      "A1\tNegation T1",
      "M2\tSpeculation E1",
      "A3\tExtent R1 focal",
      "A4\tSite T3 lung",
      "A5\tSite T3 liver",
      "A6\tSaid T3 by the clinician",
    ];
    const { layer, warnings } = read(text, ...lines);
    expect(warnings).toEqual([]);
    expect(
      [layer.spans[0], layer.events[0], layer.relations[0], layer.spans[2]].map(
        (annotation) => annotation?.attributes,
      ),
    ).toEqual([
      { Negation: true },
      { Speculation: true },
      { Extent: "focal" },
      { Site: ["lung", "liver"], Said: "by the clinician" },
    ]);
    expect(rewritten(text, ...lines).slice(0, -1)).toEqual(lines);
  });

  test("notes of several lines are one note", () => {
    const lines = [
      ...spans,
      "#1\tAnnotatorNotes T1\tfirst\tline ",
      "#2\tAnnotatorNotes T1",
      "#3\tAnnotatorNotes T1\tthird",
    ];
    expect(read(text, ...lines).layer.spans[0]?.note).toBe("first\tline \n\nthird");
    expect(rewritten(text, ...lines).map((line) => line.trimEnd())).toEqual(
      lines.map((line) => line.trimEnd()),
    );
  });

  test("spans of one label with the same codes get one entity", () => {
    const lines = [
      "T1\tmarker 0 4\tCD34",
      "T2\tmarker 5 9\tCD34",
      "N1\tReference T1 HGNC:1662\tCD34 molecule",
      "N2\tReference T2 HGNC:1662\tCD34 molecule",
    ];
    const { layer } = read("CD34 CD34", ...lines);
    expect(layer.spans.map(({ entity }) => entity)).toEqual(["N1", "N1"]);
    expect(layer.entities).toEqual([
      {
        id: "N1",
        kind: "marker",
        name: "CD34 molecule",
        codes: [{ system: "HGNC", code: "1662", display: "CD34 molecule" }],
        fields: {},
        note: "",
      },
    ]);
    expect(rewritten("CD34 CD34", ...lines)).toEqual(lines);
  });

  test("what is not understood or refers to nothing is kept in its place, counted and named", () => {
    const lines = [
      "W1\tsomething new",
      spans[0]!,
      "#1\tLemma T1\tcd34",
      "#2\tLemma T1\tCD34",
      "R1\tIN Arg1:T1 Arg2:T9",
      "A1\tNegation R1",
      "E1\tmarker:T9",
      "*\tEquiv T1 E1",
      "A2\tNegation T1",
      "A3\tNegation T1",
      "N1\tReference T9 HGNC:1\tx",
      "R2\tIN Arg1:T1 Arg2:T1\tunexpected",
      "",
      "# a remark",
      "A9 x\tNegation T1",
    ];
    const { warnings } = read(text, ...lines);
    expect(rewritten(text, ...lines)).toEqual(lines);
    expect(warnings).toEqual([
      "report.ann: line 12 is kept as it is, but not shown (not understood as an event, a relation or a group).",
      "report.ann: 4 lines, from line 5 on, are kept as they are, but not shown (reference to an annotation that is not in the file).",
      "report.ann: 2 lines, from line 3 on, are kept as they are, but not shown (note of type Lemma).",
      "report.ann: line 10 is kept as it is, but not shown (attribute that is set otherwise already).",
      "report.ann: line 11 is kept as it is, but not shown (code of something that is no span in the file).",
      "report.ann: 3 lines, from line 1 on, are kept as they are, but not shown (no known kind of line).",
    ]);
  });
});

describe("notes of ours", () => {
  test("one that a later version wrote is kept and said", () => {
    const lines = [spans[0]!, '#1\tCasemark T1\t{"colour":"blue"}', "#2\tCasemark T1\tnot JSON"];
    expect(read(text, ...lines).warnings).toEqual([
      "report.ann: 2 lines, from line 2 on, are kept as they are, but not shown (note of Casemark's that this version cannot read).",
    ]);
    expect(rewritten(text, ...lines)).toEqual(lines);
  });

  test("what another program has changed since counts, and is said", () => {
    const lines = [spans[0]!, "A1\tpercent T1 30", '#1\tCasemark T1\t{"values":{"percent":20}}'];
    const { layer, warnings } = read(text, ...lines);
    expect({ attributes: layer.spans[0]?.attributes, warnings }).toEqual({
      attributes: { percent: "30" },
      warnings: [
        "report.ann: line 3 says something of Casemark's that another program has changed since; the change counts.",
      ],
    });
  });
});

test("spaces at the end of a note are kept, and written again", () => {
  const lines = [
    "T1\tmarker 0 4\tCD34",
    "#1\tAnnotatorNotes T1\tstrong ",
    "#2\tAnnotatorNotes T1\tx\t",
  ];
  const { layer, warnings } = read("CD34", ...lines);
  expect({ note: layer.spans[0]?.note, warnings }).toEqual({ note: "strong \nx\t", warnings: [] });
  expect(rewritten("CD34", ...lines)).toEqual(lines);
});
