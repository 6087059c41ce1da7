import { describe, expect, test } from "vitest";
import { readBrat } from "../../../../shared/formats/brat/read.ts";
import { namesInScheme } from "../../../../shared/formats/brat/spelling.ts";
import { writeBrat } from "../../../../shared/formats/brat/write.ts";
import { lossSentence } from "../../../../shared/formats/losses.ts";
import type { Entity, Span } from "../../../../shared/model/annotation.ts";
import type { DocumentLayer } from "../../../../shared/model/document.ts";
import { Scheme } from "../../../../shared/model/scheme.ts";

const text = "💊 CD34 positive, S100 negative in the tumour.";

function spanOf(id: string, label: string, quote: string, more: Partial<Span> = {}): Span {
  const start = text.indexOf(quote);
  const ranges = [{ start, end: start + quote.length }];
  return { id, label, ranges, quote, attributes: {}, entity: null, note: "", ...more };
}

function entityOf(id: string, name: string, more: Partial<Entity> = {}): Entity {
  return { id, kind: "marker", name, codes: [], fields: {}, note: "", ...more };
}

function layerOf(more: Partial<DocumentLayer> = {}): DocumentLayer {
  return {
    annotator: "ann",
    status: "open",
    spans: [],
    entities: [],
    relations: [],
    events: [],
    groups: [],
    labels: {},
    source: null,
    ...more,
  };
}

function read(annotations: string): DocumentLayer {
  return readBrat({ text, annotations, annotator: "ann", file: "report.ann" }).layer;
}

function write(layer: DocumentLayer) {
  const { annotations, losses } = writeBrat(text, layer, { offsets: "native" });
  return { lines: annotations.split("\n").slice(0, -1), losses: losses.map(lossSentence) };
}

const imported = [
  "T4\tmarker 2 6\tCD34",
  "#1\tLemma T4\tcd34",
  "E2\tmarker:T4",
  "A7\tPolarity E2 POS",
  "T9\ttissue 38 44\ttumour",
  "#2\tAnnotatorNotes T9\tseen twice",
];

test("the test's file is written as it was", () => {
  expect(write(read(`${imported.join("\n")}\n`))).toEqual({ lines: imported, losses: [] });
});

test("every loss has examples, also of relations' attributes", () => {
  const spans = [spanOf("a", "marker", "CD34", { unsure: true }), spanOf("b", "marker", "S100")];
  const facts = { from: "a", to: "b", note: "" };
  const relations = [{ id: "r", label: "with", ...facts, attributes: { count: "a", sure: "b" } }];
  const { losses } = writeBrat(text, layerOf({ spans, relations }), { offsets: "native" });
  expect(losses.map(({ things, count, examples }) => ({ things, count, examples }))).toEqual([
    { things: "Spans marked unsure", count: 1, examples: ["“CD34”"] },
    { things: "Attributes of relations", count: 2, examples: ["with, count", "with, sure"] },
  ]);
});

test("spans are numbered as they stand in the text, and all else follows by kind", () => {
  const layer = layerOf({
    spans: [
      spanOf("b", "marker", "S100", { note: "weak\nfocal" }),
      spanOf("a", "marker", "CD34", { attributes: { negated: true, site: ["skin", "lung"] } }),
      spanOf("around", "finding", "CD34 positive"),
    ],
    relations: [{ id: "r", label: "BEFORE", from: "a", to: "b", attributes: {}, note: "" }],
    groups: [{ id: "g", label: "Equiv", members: ["b", "a"], note: "" }],
  });
  expect(write(layer)).toEqual({
    lines: [
      "T1\tfinding 2 15\tCD34 positive",
      "T2\tmarker 2 6\tCD34",
      "T3\tmarker 17 21\tS100",
      "R1\tBEFORE Arg1:T2 Arg2:T3",
      "*\tEquiv T3 T2",
      "A1\tnegated T2",
      "A2\tsite T2 skin",
      "A3\tsite T2 lung",
      "#1\tAnnotatorNotes T3\tweak",
      "#2\tAnnotatorNotes T3\tfocal",
    ],
    losses: [],
  });
});

test("offsets are UTF-16 code units on request", () => {
  const layer = layerOf({ spans: [spanOf("a", "marker", "CD34")] });
  expect(writeBrat(text, layer, { offsets: "utf16" }).annotations).toBe("T1\tmarker 3 7\tCD34\n");
});

describe("a layer that came from a file and was changed", () => {
  const before = read(`${imported.join("\n")}\n`);

  test("changed lines keep their names and places, new ones come last with names never used", () => {
    const [marker, tissue] = before.spans;
    const spans = [
      spanOf("new", "marker", "S100"),
      { ...tissue!, note: "seen twice\nand again" },
      { ...marker!, label: "antigen" },
    ];
    expect(write({ ...before, spans }).lines).toEqual([
      "T4\tantigen 2 6\tCD34",
      ...imported.slice(1),
      "T10\tmarker 17 21\tS100",
      "#3\tAnnotatorNotes T9\tand again",
    ]);
  });

  test("removed annotations vanish, with the lines that speak of them, and that is said", () => {
    const spans = before.spans.slice(1);
    expect(write({ ...before, spans, events: [] })).toEqual({
      lines: imported.slice(4),
      losses: [
        "Lines that were kept as they came (1): left out, since what they speak of was removed.",
      ],
    });
  });

  test("the name of a removed span is not given again", () => {
    const spans = [before.spans[0]!, spanOf("new", "marker", "S100")];
    expect(write({ ...before, spans }).lines.at(-1)).toBe("T10\tmarker 17 21\tS100");
  });
});

describe("what brat has no line for is written as notes of ours", () => {
  test("entities, their links, fields and notes", () => {
    const layer = layerOf({
      spans: [
        spanOf("a", "marker", "CD34", { entity: "e" }),
        spanOf("b", "marker", "S100", { entity: "f" }),
      ],
      entities: [
        entityOf("e", "CD34", { fields: { percent: 80 } }),
        entityOf("f", "S-100", { codes: [{ system: "HGNC", code: "10500", display: "S-100" }] }),
      ],
    });
    expect(write(layer)).toEqual({
      lines: [
        "T1\tmarker 2 6\tCD34",
        "T2\tmarker 17 21\tS100",
        "N1\tReference T2 HGNC:10500\tS-100",
        '#1\tCasemark X1\t{"define":{"kind":"marker","name":"CD34","codes":[],"fields":{"percent":80},"note":""}}',
        '#2\tCasemark T1\t{"entity":"X1"}',
      ],
      losses: [
        "Entities (1): brat has no line for this; Casemark reads it back, other programs do not see it.",
        "Links of spans to entities (1): brat has no line for this; Casemark reads it back, other programs do not see it.",
      ],
    });
  });

  test("a relation of entities of which the codes say all reads back", () => {
    const code = (id: string) => ({ system: "HGNC", code: id, display: id });
    const layer = layerOf({
      spans: [
        spanOf("a", "marker", "CD34", { entity: "e" }),
        spanOf("b", "marker", "S100", { entity: "f" }),
      ],
      entities: [
        entityOf("e", "1662", { codes: [code("1662")] }),
        entityOf("f", "10500", { codes: [code("10500")] }),
      ],
      relations: [{ id: "r", label: "with", from: "e", to: "f", attributes: {}, note: "" }],
    });
    expect(read(write(layer).lines.join("\n")).relations).toHaveLength(1);
  });

  test("two entities that look alike stay two", () => {
    const codes = [{ system: "HGNC", code: "1662", display: "CD34" }];
    const layer = layerOf({
      spans: [
        spanOf("a", "marker", "CD34", { entity: "e" }),
        spanOf("b", "marker", "S100", { entity: "f" }),
      ],
      entities: [entityOf("e", "CD34", { codes }), entityOf("f", "CD34", { codes })],
    });
    expect(read(`${write(layer).lines.join("\n")}\n`).entities).toEqual([
      entityOf("X1", "CD34", { codes }),
      entityOf("X2", "CD34", { codes }),
    ]);
  });

  test("names and values that brat does not allow, and two that would become one stay two", () => {
    const layer = layerOf({
      spans: [
        spanOf("a", "PD-L1 (22C3)", "CD34", { attributes: { result: "not stated", percent: 5 } }),
        spanOf("b", "PD-L1__22C3_", "S100"),
      ],
    });
    const written = write(layer);
    expect(written).toEqual({
      lines: [
        "T1\tPD-L1__22C3__2 2 6\tCD34",
        "T2\tPD-L1__22C3_ 17 21\tS100",
        "A1\tresult T1 not_stated",
        "A2\tpercent T1 5",
        '#1\tCasemark Layer\t{"names":{"PD-L1__22C3__2":"PD-L1 (22C3)"}}',
        '#2\tCasemark T1\t{"values":{"percent":5,"result":"not stated"}}',
      ],
      losses: [
        "Attribute values of several words (1): brat allows one word only, so _ stands for spaces; Casemark reads the true value back.",
        "Names that are spelled otherwise (1): brat allows letters, digits, - and _ only; Casemark reads the true names back.",
      ],
    });
    const { spans } = read(`${written.lines.join("\n")}\n`);
    expect(spans.map(({ label, attributes }) => [label, attributes])).toEqual([
      ["PD-L1 (22C3)", { result: "not stated", percent: 5 }],
      ["PD-L1__22C3_", {}],
    ]);
  });

  test("names are spelled as the whole scheme needs it, so that all files agree", () => {
    const scheme = Scheme.parse({ name: "s", labels: [{ name: "a b" }, { name: "a_b" }] });
    const layer = layerOf({ spans: [spanOf("a", "a b", "CD34")] });
    const names = namesInScheme(scheme);
    expect(writeBrat(text, layer, { offsets: "native", names }).annotations).toMatch(
      /^T1\ta_b_2 2 6\tCD34\n/,
    );
  });

  test("report labels, status and relations of entities", () => {
    const layer = layerOf({
      status: "done",
      labels: { "report type": "biopsy" },
      entities: [entityOf("e", "CD34"), entityOf("f", "S100")],
      relations: [{ id: "r", label: "same as", from: "e", to: "f", attributes: {}, note: "" }],
    });
    const { lines, losses } = write(layer);
    expect(lines.slice(-3)).toEqual([
      '#2\tCasemark X1\t{"define":{"kind":"marker","name":"CD34","codes":[],"fields":{},"note":""}}',
      '#3\tCasemark X2\t{"define":{"kind":"marker","name":"S100","codes":[],"fields":{},"note":""}}',
      '#4\tCasemark R1\t{"relation":{"label":"same as","from":"X1","to":"X2","attributes":{},"note":""}}',
    ]);
    expect(lines[0]).toBe(
      '#1\tCasemark Layer\t{"status":"done","labels":{"report type":"biopsy"}}',
    );
    expect(losses.length).toBe(4);
  });
});

test("an annotation that refers to nothing is a mistake", () => {
  const layer = layerOf({
    relations: [{ id: "r", label: "IN", from: "gone", to: "gone", attributes: {}, note: "" }],
  });
  expect(() => write(layer)).toThrow(RangeError);
});
