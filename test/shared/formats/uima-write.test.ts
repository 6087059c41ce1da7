import { expect, test } from "vitest";
import { uimaCasJson } from "../../../shared/formats/uima/uima-cas-json.ts";
import { uimaXmi } from "../../../shared/formats/uima/uima-xmi.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { readText, roundTrip } from "./round-trip.ts";

const plain = { attributes: {}, entity: null, note: "" };

const document: AnnotatedDocument = {
  name: "r1",
  title: "A <report>",
  case: "case 1",
  text: "🧪 CD34\npos.",
  sections: [{ kind: "microscopy", title: "Micro", start: 0, end: 7 }],
  metadata: { language: "en", doi: "10.1/x" },
  layers: [
    {
      annotator: "Ana",
      status: "done",
      spans: [
        {
          id: "s1",
          label: "marker",
          ranges: [
            { start: 3, end: 7 },
            { start: 8, end: 11 },
          ],
          quote: "CD34 pos",
          attributes: { "other person": true, percent: 80, grade: "2", sites: ["a b", "c"] },
          entity: "e1",
          note: "two\nlines",
        },
        { id: "s2", label: "tube", ranges: [{ start: 0, end: 2 }], quote: "🧪", ...plain },
      ],
      entities: [
        {
          id: "e1",
          kind: "marker",
          name: "CD34",
          codes: [
            { system: "HGNC", code: "1662", display: "CD34" },
            { system: "", code: "http://x.org/Q1", display: "" },
          ],
          ...{ fields: {}, note: "" },
        },
      ],
      relations: [
        { id: "r", label: "in", from: "s1", to: "s2", attributes: {}, note: "sure & so" },
      ],
      events: [
        {
          id: "v",
          label: "staining",
          trigger: "s2",
          arguments: [{ role: "of what", target: "s1" }],
          ...{ attributes: {}, note: "" },
        },
      ],
      groups: [{ id: "g", label: "same", members: ["s1", "v"], note: "" }],
      labels: { type: "biopsy", urgent: true },
      note: "",
      source: null,
    },
  ],
};

const scheme = Scheme.parse({
  name: "Markers",
  attributes: [
    { name: "other person", type: "flag" },
    { name: "percent", type: "number" },
    { name: "grade", type: "choice", choices: ["1", "2"] },
    { name: "sites", type: "choices" },
  ],
});
const options = { scheme, offsets: "native" as const };

const respelled = {
  things: "Names of attributes that UIMA does not allow",
  count: 1,
  consequence: "spelled with letters, digits and underscores.",
  examples: ["r1: other person, other_person"],
};

test("an XMI has layers, links, sentences and tokens as INCEpTION has them", () => {
  const { texts, losses, differences } = roundTrip(uimaXmi, document, options);
  const dkpro = "http:///de/tudarmstadt/ukp/dkpro/core/api";
  expect({ losses, differences }).toEqual({ losses: [respelled], differences: [] });
  expect(texts).toEqual([
    `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:type="${dkpro}/metadata/type.ecore" xmlns:type2="${dkpro}/segmentation/type.ecore" xmlns:custom="http:///webanno/custom.ecore" xmi:version="2.0">
    <cas:NULL xmi:id="0"/>
    <type:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="12" language="en" documentTitle="A &lt;report&gt;" documentId="r1"/>
    <type2:Sentence xmi:id="5" sofa="1" begin="0" end="12"/>
    <type2:Token xmi:id="6" sofa="1" begin="0" end="2"/>
    <type2:Token xmi:id="7" sofa="1" begin="3" end="7"/>
    <type2:Token xmi:id="8" sofa="1" begin="8" end="11"/>
    <type2:Token xmi:id="9" sofa="1" begin="11" end="12"/>
    <custom:Section xmi:id="10" sofa="1" begin="0" end="7" kind="microscopy" title="Micro"/>
    <custom:Span xmi:id="11" sofa="1" begin="3" end="7" label="marker" note="two&#10;lines" identifier="HGNC:1662" identifierName="CD34" other_person="true" percent="80.0" grade="2" fragments="13"><furtherIdentifiers>http://x.org/Q1</furtherIdentifiers><sites>a b</sites><sites>c</sites></custom:Span>
    <custom:Fragment xmi:id="12" sofa="1" begin="8" end="11"/>
    <custom:Span xmi:id="14" sofa="1" begin="0" end="2" label="tube"/>
    <custom:Event xmi:id="15" sofa="1" begin="0" end="2" label="staining" trigger="16" arguments="18"/>
    <custom:Relation xmi:id="17" sofa="1" begin="0" end="2" Governor="11" Dependent="14" label="in" note="sure &amp; so"/>
    <custom:Group xmi:id="19" sofa="1" begin="3" end="7" label="same" members="20 21"/>
    <custom:Metadata xmi:id="3" sofa="1" name="doi" value="10.1/x"/>
    <custom:Metadata xmi:id="4" sofa="1" name="case" value="case 1"/>
    <custom:ReportLabel xmi:id="22" sofa="1" name="type" value="biopsy"/>
    <custom:ReportLabel xmi:id="23" sofa="1" name="urgent"/>
    <custom:ReportState xmi:id="24" sofa="1" status="done"/>
    <custom:SpanFragmentsLink xmi:id="13" target="12"/>
    <custom:EventTriggerLink xmi:id="16" target="14"/>
    <custom:EventArgumentsLink xmi:id="18" role="of what" target="11"/>
    <custom:GroupMembersLink xmi:id="20" target="11"/>
    <custom:GroupMembersLink xmi:id="21" target="15"/>
    <cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="🧪 CD34&#10;pos."/>
    <cas:View sofa="1" members="2 5 6 7 8 9 10 11 12 14 15 17 19 3 4 22 23 24"/>
</xmi:XMI>
`,
  ]);
});

test("what is known of the report comes back with its annotations", () => {
  for (const format of [uimaXmi, uimaCasJson]) {
    const { back } = roundTrip(format, document, options);
    const { title, metadata, sections, layers } = back;
    const { case: patient } = back;
    expect({ title, patient, metadata, sections, status: layers[0]?.status }).toEqual({
      title: "A <report>",
      patient: "case 1",
      metadata: { language: "en", doi: "10.1/x" },
      sections: document.sections,
      status: "done",
    });
  }
});

test("CAS JSON has its types in it, and arrays as structures of their own", () => {
  const { texts, losses } = roundTrip(uimaCasJson, document, options);
  const file = JSON.parse(texts[0] ?? "");
  const ofType = (type: string) =>
    file["%FEATURE_STRUCTURES"].filter((one: { "%TYPE": string }) => one["%TYPE"] === type);
  expect(losses).toEqual([respelled]);
  expect(file["%TYPES"]["webanno.custom.Span"]).toMatchObject({
    "%SUPER_TYPE": "uima.tcas.Annotation",
    percent: { "%NAME": "percent", "%RANGE": "uima.cas.Double" },
    sites: { "%NAME": "sites", "%RANGE": "uima.cas.StringArray" },
    fragments: { "%NAME": "fragments", "%RANGE": "webanno.custom.SpanFragmentsLink[]" },
  });
  expect(ofType("webanno.custom.Span")[0]).toEqual({
    ...{ "%ID": 11, "%TYPE": "webanno.custom.Span", "@sofa": 1, begin: 3, end: 7 },
    ...{ label: "marker", note: "two\nlines", identifier: "HGNC:1662", identifierName: "CD34" },
    ...{ "@furtherIdentifiers": 25, other_person: true, percent: 80, grade: "2", "@sites": 26 },
    "@fragments": 27,
  });
  expect(ofType("uima.cas.StringArray")[1]).toEqual({
    ...{ "%ID": 26, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["a b", "c"] },
  });
  expect(ofType("webanno.custom.SpanFragmentsLink[]")).toEqual([
    { "%ID": 27, "%TYPE": "webanno.custom.SpanFragmentsLink[]", "%ELEMENTS": [13] },
  ]);
});

test("the type system has every attribute of the scheme, in its type", () => {
  const [file] = uimaXmi.writer?.wholes?.(options) ?? [];
  const ranges = Array.from(
    (file?.text ?? "").matchAll(/<name>(\w+)<\/name>\s*<description\/>\s*<rangeTypeName>([\w.]+)/g),
    ([, name, range]) => `${name}: ${range}`,
  );
  expect(file?.name).toBe("TypeSystem.xml");
  expect(ranges.slice(2, 14)).toEqual([
    ...["label", "note", "flag", "identifier", "identifierName"].map(
      (name) => `${name}: uima.cas.String`,
    ),
    "unsure: uima.cas.Boolean",
    "furtherIdentifiers: uima.cas.StringArray",
    "fragments: uima.cas.FSArray",
    "grade: uima.cas.String",
    "other_person: uima.cas.Boolean",
    "percent: uima.cas.Double",
    "sites: uima.cas.StringArray",
  ]);
});

const withValues = (attributes: AnnotatedDocument["layers"][0]["spans"][0]["attributes"]) => {
  const [layer] = document.layers;
  const [span] = layer?.spans ?? [];
  if (!layer || !span) throw new Error("there is a span");
  const bare = { ...layer, entities: [], relations: [], events: [], groups: [] };
  return {
    ...document,
    layers: [{ ...bare, spans: [{ ...span, entity: null, note: "", attributes }] }],
  };
};

test("values of another type than their attribute are converted or stand in the note", () => {
  const odd = { percent: "about 10", grade: 2, sites: "lung", "other person": "father" };
  const { document: fitted, losses } = roundTrip(uimaCasJson, withValues(odd), options);
  const [span] = fitted.layers[0]?.spans ?? [];
  expect([span?.attributes, span?.note]).toEqual([
    { grade: "2", sites: ["lung"] },
    "percent: about 10\nother person: father",
  ]);
  expect(losses.map(({ things, count, consequence }) => [things, count, consequence])).toEqual([
    ["Names of attributes that UIMA does not allow", 1, respelled.consequence],
    ["Attribute values of another type than their attribute", 2, "moved to the notes."],
    [
      "Attribute values of another type than their attribute",
      2,
      "written as the type of their attribute.",
    ],
  ]);
});

test("words that look like numbers stay words in XMI, since the type system beside it says that they are", () => {
  const lossesOf = (grade: string) =>
    roundTrip(uimaXmi, withValues({ grade }), options).losses.map(({ things }) => things);
  expect(["2", "2e1", "2.0", "true", "[]", ""].map(lossesOf)).toEqual([
    ...[[], [], [], [], []],
    ["Attribute values that are empty or “false”"],
  ]);
});

test("in XMI only words that are written as UIMA writes numbers are taken for numbers, where no scheme has them", () => {
  const lossesOf = (score: string) =>
    roundTrip(uimaXmi, withValues({ score }), options).losses.map(({ things }) => things);
  expect(["2", "2e1", "-", "2.0", "true", ""].map(lossesOf)).toEqual([
    [],
    [],
    [],
    ["Attribute values that are words and look like numbers, flags or lists"],
    ["Attribute values that are words and look like numbers, flags or lists"],
    ["Attribute values that are empty or “false”"],
  ]);
});

test("control characters are lost in XMI and kept in JSON", () => {
  const bell = { ...withValues({ grade: "a\u0007b" }), text: `\u0001b${document.text.slice(2)}` };
  const spans = bell.layers.map((layer) => ({ ...layer, spans: layer.spans.slice(0, 1) }));
  const odd = { ...bell, layers: spans };
  const { losses, differences, back } = roundTrip(uimaXmi, odd, options);
  expect({ losses, differences }).toEqual({
    losses: [
      {
        things: "Characters that XML cannot hold",
        count: 2,
        consequence: "written as U+FFFD, the mark of a missing character.",
        examples: ["r1: U+0001", "r1: U+0007"],
      },
    ],
    differences: [],
  });
  expect(back.text.startsWith("\uFFFDb CD34")).toBe(true);
  const inJson = roundTrip(uimaCasJson, odd, options);
  expect([inJson.losses, inJson.differences]).toEqual([[], []]);
});

test("XML 1.1 with a control character is read", () => {
  const { texts } = roundTrip(uimaXmi, document, options);
  const newer = (texts[0] ?? "")
    .replace('version="1.0"', 'version="1.1"')
    .replace("CD34&#10;", "CD3&#1;&#10;");
  expect(readText(uimaXmi, newer)[0]?.document.text).toBe("🧪 CD3\u0001\npos.");
});
