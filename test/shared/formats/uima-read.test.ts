import { expect, test } from "vitest";
import { sourceOf } from "../../../electron/file-source.ts";
import { AppError } from "../../../shared/errors.ts";
import type { Format } from "../../../shared/formats/format.ts";
import { recognise } from "../../../shared/formats/registry.ts";
import { uimaCasJson } from "../../../shared/formats/uima/uima-cas-json.ts";
import { uimaXmi } from "../../../shared/formats/uima/uima-xmi.ts";
import { readText } from "./round-trip.ts";

const namespaces = [
  'xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore"',
  'xmlns:tcas="http:///uima/tcas.ecore" xmlns:custom="http:///webanno/custom.ecore"',
  'xmlns:ner="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"',
  'xmlns:seg="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"',
  'xmlns:dep="http:///de/tudarmstadt/ukp/dkpro/core/api/syntax/type/dependency.ecore"',
  'xmlns:chain="http:///de/tudarmstadt/ukp/dkpro/core/api/coref/type.ecore"',
].join(" ");

/** An XMI with these elements about a text, which is written as in an attribute. */
const xmi = (text: string, ...elements: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<xmi:XMI ${namespaces} xmi:version="2.0">
<cas:NULL xmi:id="0"/>${elements.join("\n")}
<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="${text}"/>
</xmi:XMI>`;

const only = (format: Format, file: string) => {
  const [read, ...more] = readText(format, file);
  if (read === undefined || more.length > 0) throw new Error("one document");
  const [layer] = read.document.layers;
  if (layer === undefined) throw new Error("one layer");
  return { ...read, layer };
};

test("carriage returns and emoji count, and are ours afterwards", () => {
  const { document, layer } = only(
    uimaXmi,
    xmi(
      "A&#13;&#10;🧪 CD34&#13;x",
      '<ner:NamedEntity xmi:id="7" sofa="1" begin="6" end="10" value="marker" identifier="HGNC:1662"/>',
      '<custom:Span xmi:id="8" sofa="1" begin="3" end="5" label="tube" note="a&#10;b"/>',
    ),
  );
  expect({ text: document.text, spans: layer.spans, entities: layer.entities }).toEqual({
    text: "A\n🧪 CD34\nx",
    spans: [
      {
        id: "span-7",
        label: "marker",
        ranges: [{ start: 5, end: 9 }],
        quote: "CD34",
        ...{ attributes: {}, entity: "entity-1", note: "" },
      },
      {
        id: "span-8",
        label: "tube",
        ranges: [{ start: 2, end: 4 }],
        quote: "🧪",
        ...{ attributes: {}, entity: null, note: "a\nb" },
      },
    ],
    entities: [
      {
        id: "entity-1",
        kind: "marker",
        name: "CD34",
        codes: [{ system: "HGNC", code: "1662", display: "" }],
        ...{ fields: {}, note: "" },
      },
    ],
  });
});

test("half a character is read with its other half", () => {
  const { layer, warnings } = only(
    uimaXmi,
    xmi("🧪a🧪", '<custom:Span xmi:id="2" sofa="1" begin="1" end="4"/>'),
  );
  expect([layer.spans[0]?.quote, warnings]).toEqual([
    "🧪a🧪",
    ['"file": Span 2 begins or ends within a character, and was read with the whole of it.'],
  ]);
});

test("a layer's name is the label, its features are attributes, and a label of its own counts more", () => {
  const { layer } = only(
    uimaXmi,
    xmi(
      "CD34 positive",
      '<custom:Marker xmi:id="2" sofa="1" begin="0" end="4" percent="80" clone="QBEnd/10" isSure="true" isOld="false" lot=""><sites>lung</sites><sites>skin</sites></custom:Marker>',
      '<custom:Marker xmi:id="3" sofa="1" begin="0" end="4" percent="12.0" clone="7"/>',
      '<custom:Finding xmi:id="4" sofa="1" begin="5" end="13" label="result" value="positive"/>',
      '<seg:Lemma xmi:id="5" sofa="1" begin="5" end="13" value="positive"/>',
      '<seg:Sentence xmi:id="6" sofa="1" begin="0" end="13"/>',
    ),
  );
  expect(layer.spans.map(({ label, attributes }) => [label, attributes])).toEqual([
    ["Marker", { percent: 80, clone: "QBEnd/10", isSure: true, sites: ["lung", "skin"] }],
    // A feature with words in it is words everywhere.
    ["Marker", { percent: 12, clone: "7" }],
    ["result", { layer: "Finding", value: "positive" }],
    ["Lemma", { value: "positive" }],
  ]);
});

test("links, relation layers and chains are events, relations and groups; tokens only where one leads to them", () => {
  const { layer, warnings } = only(
    uimaXmi,
    xmi(
      "a b c",
      '<seg:Token xmi:id="2" sofa="1" begin="0" end="1" order="0"/>',
      '<seg:Token xmi:id="3" sofa="1" begin="2" end="3" order="0"/>',
      '<seg:Token xmi:id="4" sofa="1" begin="4" end="5" order="0"/>',
      '<dep:Dependency xmi:id="5" sofa="1" begin="2" end="3" Governor="2" Dependent="3" DependencyType="nsubj"/>',
      '<custom:Test xmi:id="6" sofa="1" begin="0" end="1" parts="7 8 14"/>',
      '<custom:TestPartsLink xmi:id="7" role="of" target="9"/>',
      '<custom:TestPartsLink xmi:id="8" target="6"/>',
      '<custom:Site xmi:id="9" sofa="1" begin="4" end="5"/>',
      '<chain:CoreferenceChain xmi:id="10" sofa="1" first="11"/>',
      '<chain:CoreferenceLink xmi:id="11" sofa="1" begin="0" end="1" next="12" referenceType="name"/>',
      '<chain:CoreferenceLink xmi:id="12" sofa="1" begin="4" end="5"/>',
      '<custom:TestPartsLink xmi:id="14" role="of" target="99"/>',
    ),
  );
  const { spans, relations, events, groups } = layer;
  expect({
    spans: spans.map(({ id, label, quote }) => [id, label, quote]),
    ...{ relations, events, groups, warnings },
  }).toEqual({
    spans: [
      ["span-2", "Token", "a"],
      ["span-3", "Token", "b"],
      ["span-6", "Test", "a"],
      ["span-9", "Site", "c"],
      ["span-11", "CoreferenceLink", "a"],
      ["span-12", "CoreferenceLink", "c"],
    ],
    relations: [
      {
        id: "relation-5",
        ...{ label: "Dependency", from: "span-2", to: "span-3", note: "" },
        attributes: { DependencyType: "nsubj" },
      },
    ],
    events: [
      {
        id: "event-6-parts",
        ...{ label: "parts", trigger: "span-6", attributes: {}, note: "" },
        arguments: [
          { role: "of", target: "span-9" },
          { role: "", target: "span-6" },
        ],
      },
    ],
    groups: [
      { id: "group-1", label: "CoreferenceChain", members: ["span-11", "span-12"], note: "" },
    ],
    warnings: [
      '"file": Test 6 refers to something that is no annotation of this text, which was left out.',
    ],
  });
});

test("of several texts the initial view is read, and of a view only what it has in its indexes", () => {
  const elements = [
    '<custom:Span xmi:id="2" sofa="1" begin="0" end="1" label="kept"/>',
    '<custom:Span xmi:id="3" sofa="5" begin="0" end="1" label="elsewhere"/>',
    '<custom:Span xmi:id="4" sofa="1" begin="0" end="1" label="removed"/>',
    '<cas:Sofa xmi:id="5" sofaNum="2" sofaID="Other" sofaString="b"/>',
    '<cas:View sofa="1" members="2"/><cas:View sofa="5" members="3"/>',
  ];
  const { document, layer, warnings } = only(uimaXmi, xmi("a", ...elements));
  expect([document.text, layer.spans.map(({ label }) => label), warnings]).toEqual([
    "a",
    ["kept"],
    ['"file": Other is another text of the same file and was left out with its annotations.'],
  ]);
});

test("arrays, lists and numbers that JSON does not have are read", () => {
  const structures = [
    { "%ID": 1, "%TYPE": "uima.cas.Sofa", sofaID: "_InitialView", sofaString: "a" },
    {
      ...{ "%ID": 2, "%TYPE": "x.Y", "@sofa": 1, begin: 0, end: 1, half: 0.5, off: false },
      ...{ "#much": "Infinity", "@words": 3, "@list": 4, "@missing": 77, code: "007" },
    },
    { "%ID": 3, "%TYPE": "uima.cas.StringArray", "%ELEMENTS": ["p", "q"] },
    { "%ID": 4, "%TYPE": "uima.cas.NonEmptyStringList", head: "r", "@tail": 5 },
    { "%ID": 5, "%TYPE": "uima.cas.NonEmptyStringList", head: "s", "@tail": 4 },
    { "%ID": 6, "%TYPE": "x.Facts", "@sofa": 1, organ: "lung" },
    { "%ID": 7, "%TYPE": "webanno.custom.ReportLabel", "@sofa": 1, name: "grade", number: "two" },
  ];
  const { layer, warnings } = only(
    uimaCasJson,
    JSON.stringify({ "%TYPES": {}, "%FEATURE_STRUCTURES": structures, "%VIEWS": {} }),
  );
  expect([layer.spans[0]?.attributes, layer.labels, warnings]).toEqual([
    { half: 0.5, much: "Infinity", words: ["p", "q"], list: ["r", "s"], code: "007" },
    { "Facts.organ": "lung", grade: "two" },
    ['"file": Y 2 refers to something that is no annotation of this text, which was left out.'],
  ]);
});

const refusals: [Format, string, RegExp][] = [
  [uimaXmi, "<a/>", /is XML but no UIMA CAS in XMI/],
  [uimaXmi, '<!DOCTYPE a [<!ENTITY b "c">]><a>', /not well-formed/],
  [uimaXmi, xmi("a").replace(' sofaString="a"', ""), /holds no text: its CAS has no sofaString/],
  [
    uimaXmi,
    xmi("a", '<custom:Span xmi:id="2" sofa="1" begin="0" end="2"/>'),
    /has offsets outside its text: Span 2 ends at 2/,
  ],
  [
    uimaXmi,
    xmi("ab", '<custom:Span xmi:id="2" sofa="1" begin="1" end="0"/>'),
    /has offsets the wrong way round: Span 2 ends at 0, before it starts at 1/,
  ],
  [
    uimaXmi,
    xmi("a", '<a xmi:id="2"/><b xmi:id="2"/>'),
    /has two feature structures with the number 2/,
  ],
  [uimaXmi, xmi("a", '<custom:Span sofa="1"/>'), /has a custom:Span without an xmi:id/],
  [uimaCasJson, "{", /is not JSON \(line 1, column 2\)/],
  [uimaCasJson, "[]", /is no UIMA CAS in JSON \(%FEATURE_STRUCTURES is not as it should be\)/],
  [uimaCasJson, '{"%FEATURE_STRUCTURES":[5]}', /\(%FEATURE_STRUCTURES(\.0)? is not/],
  [uimaCasJson, '{"%FEATURE_STRUCTURES":[{}]}', /has a feature structure without %ID or %TYPE/],
  [uimaCasJson, "{}", /holds no text/],
];

test.each(refusals.map(([format, file, message]) => ({ id: format.id, format, file, message })))(
  "$id: $message",
  ({ format, file, message }) => {
    expect(() => readText(format, file)).toThrow(message);
    expect(() => readText(format, file)).toThrow(AppError);
  },
);

test("files are recognised by how they begin", () => {
  expect(recognise(xmi("a"), "a.xml")?.id).toBe("uima-xmi");
  expect(recognise('{"%TYPES" : { },', "a.json")?.id).toBe("uima-cas-json");
});

test("texts of XMI have the types that the type system beside it declares, its own or inherited", () => {
  const feature = (name: string, range: string) =>
    `<featureDescription><name>${name}</name><rangeTypeName>${range}</rangeTypeName></featureDescription>`;
  const type = (name: string, supertype: string, ...features: string[]) =>
    `<typeDescription><name>${name}</name><supertypeName>${supertype}</supertypeName><features>${features.join("")}</features></typeDescription>`;
  const types = `<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>${[
    type("x.Grade", "uima.cas.String"),
    type("x.Base", "uima.tcas.Annotation", feature("day", "uima.cas.String")),
    type(
      "webanno.custom.Finding",
      "x.Base",
      ...[feature("grade", "x.Grade"), feature("size", "uima.cas.Float")],
      ...[feature("many", "uima.cas.Long"), feature("sure", "uima.cas.Boolean")],
    ),
  ].join("")}</types></typeSystemDescription>`;
  const file = xmi(
    "CD34",
    '<custom:Finding xmi:id="7" sofa="1" begin="0" end="4" day="2006" grade="2" size="1E3" many="12345678901234567890" sure="true" other="7"/>',
  );
  const read = (typeSystem: string) => {
    const asked = { name: "r", annotator: "Ana", offsets: null, firstLine: 1, beside: null };
    const source = sourceOf(Buffer.from(typeSystem), "TypeSystem.xml");
    const options = { ...asked, types: source };
    const [one] = [...(uimaXmi.reader?.read(sourceOf(Buffer.from(file), "r.xmi"), options) ?? [])];
    return [one?.document.layers[0]?.spans[0]?.attributes, one?.warnings];
  };
  expect(read(types)).toEqual([
    { day: "2006", grade: "2", size: 1000, many: "12345678901234567890", sure: true, other: 7 },
    [],
  ]);
  expect(read("<types/>")[1]).toEqual([
    '"r.xmi": “TypeSystem.xml” is no type system that can be read, so types of values are told by their looks.',
  ]);
});
