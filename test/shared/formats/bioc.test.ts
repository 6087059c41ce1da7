import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { bioCJson } from "../../../shared/formats/bioc/bioc-json.ts";
import { bioCXml } from "../../../shared/formats/bioc/bioc-xml.ts";
import { codesIn, identifiersText } from "../../../shared/formats/bioc/identifiers.ts";
import { differences } from "../../../shared/formats/differences.ts";
import type { Format } from "../../../shared/formats/format.ts";
import { pubTator } from "../../../shared/formats/pubtator/pubtator.ts";
import { recognise } from "../../../shared/formats/registry.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { realFiles } from "../../real-data.ts";
import { anyDocument } from "./arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "./round-trip.ts";

const layer: DocumentLayer = {
  annotator: "Ann",
  status: "done",
  spans: [
    {
      id: "a",
      label: "marker",
      ranges: [
        { start: 21, end: 25 },
        { start: 35, end: 43 },
      ],
      quote: "CD34 positive",
      attributes: { negated: true, percent: 80, type: "IHC", sites: ["lung", "liver"] },
      entity: "e",
      note: "look <again>",
      unsure: true,
    },
    {
      id: "b",
      label: "diagnosis",
      ranges: [{ start: 10, end: 20 }],
      quote: "💊 tumour:",
      attributes: {},
      entity: null,
      note: "",
    },
  ],
  entities: [
    {
      id: "e",
      kind: "marker",
      name: "CD34",
      codes: [{ system: "HGNC", code: "1662", display: "CD34" }],
      fields: {},
      note: "",
    },
  ],
  relations: [
    { id: "r", label: "of", from: "a", to: "b", attributes: { "to role": "Theme" }, note: "why" },
  ],
  events: [
    {
      id: "v",
      label: "stain",
      trigger: "a",
      arguments: [{ role: "Site", target: "b" }],
      attributes: { sure: true },
      note: "",
    },
  ],
  groups: [{ id: "g", label: "same", members: ["a", "b"], note: "" }],
  labels: { type: "biopsy" },
  source: null,
};
const report: AnnotatedDocument = {
  name: "folder/report",
  title: "A report",
  case: "case 1",
  text: "A report\n\n💊 tumour:\nCD34 and ERG, positive",
  sections: [
    { kind: "title", title: "A report", start: 0, end: 8 },
    { kind: "microscopy", title: "💊 tumour", start: 10, end: 43 },
  ],
  metadata: { doi: "10.1/x" },
  layers: [layer],
};

test("a report stands in XML as bioc_v1.dtd orders it, in code points", () => {
  const { texts, losses, differences: found } = roundTrip(bioCXml, report);
  expect({ losses, found }).toEqual({ losses: [], found: [] });
  expect(texts).toEqual([
    `<document>
<id>folder/report</id>
<infon key="case">case 1</infon>
<infon key="annotator">Ann</infon>
<infon key="status">done</infon>
<infon key="doi">10.1/x</infon>
<infon key="label type">biopsy</infon>
<passage>
<infon key="type">title</infon>
<infon key="section_type">TITLE</infon>
<infon key="title">A report</infon>
<offset>0</offset>
<text>A report</text>
</passage>
<passage>
<infon key="type">microscopy</infon>
<infon key="section_type">MICROSCOPY</infon>
<infon key="title">💊 tumour</infon>
<offset>10</offset>
<text>💊 tumour:
CD34 and ERG, positive</text>
<annotation id="T1">
<infon key="type">marker</infon>
<infon key="identifier">HGNC:1662</infon>
<infon key="name">CD34</infon>
<infon key="note">look &lt;again&gt;</infon>
<infon key="unsure">true</infon>
<infon key="negated">true</infon>
<infon key="percent">80</infon>
<infon key="attribute type">IHC</infon>
<infon key="sites">lung</infon>
<infon key="sites">liver</infon>
<location offset="20" length="4"/>
<location offset="34" length="8"/>
<text>CD34 positive</text>
</annotation>
<annotation id="T2">
<infon key="type">diagnosis</infon>
<location offset="10" length="9"/>
<text>💊 tumour:</text>
</annotation>
</passage>
<relation id="R1">
<infon key="type">of</infon>
<infon key="note">why</infon>
<node refid="T1" role="source"/>
<node refid="T2" role="Theme"/>
</relation>
<relation id="E1">
<infon key="type">stain</infon>
<infon key="sure">true</infon>
<node refid="T1" role="trigger"/>
<node refid="T2" role="Site"/>
</relation>
<relation id="G1">
<infon key="type">same</infon>
<node refid="T1" role="member"/>
<node refid="T2" role="member"/>
</relation>
</document>
`,
  ]);
});

describe.each([bioCXml, bioCJson])("$title", (format) => {
  test("any document is written and read back without a difference", () => {
    fc.assert(
      fc.property(anyDocument, fc.constantFrom("native", "utf16"), (document, offsets) => {
        const options = { ...plainOptions, offsets };
        expect(roundTrip(format, document, options).differences).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("title, case, metadata, and what only a layer says come back", () => {
    const { back } = roundTrip(format, report);
    expect({ ...back, layers: [] }).toEqual({ ...report, layers: [] });
  });
});

test.each([bioCXml, bioCJson, pubTator])("$title holds several documents in one file", (format) => {
  const { writer } = format;
  if (!writer) throw new Error("no writer");
  const all = ["one", "two"].map((name) => ({ ...report, name }));
  const fitted = all.map((one) => roundTrip(format, one).document);
  const texts = fitted.map((one) => writer.write(one, plainOptions).join(""));
  const file = [
    writer.begin?.(plainOptions) ?? "",
    texts.join(writer.between ?? ""),
    writer.end?.(plainOptions) ?? "",
  ].join("");
  const back = readText(format, file).map(({ document }) => document);
  expect(back.map(({ name }) => name)).toEqual(["one", "two"]);
  const asRead = fitted.map((one) => ({
    ...one,
    // PubTator does not name an annotator; the reader is told.
    layers: one.layers.map((work) => ({
      ...work,
      annotator: format === pubTator ? "Ana" : work.annotator,
    })),
  }));
  expect(back.flatMap((one, at) => differences(one, asRead[at] ?? report))).toEqual([]);
});

test("relations between entities come back as relations of their codes", () => {
  const between = { id: "r", label: "CID", from: "e", to: "e", attributes: {}, note: "" };
  const one = { ...report, layers: [{ ...layer, relations: [between] }] };
  for (const format of [bioCXml, bioCJson]) {
    const { losses, differences: found, back } = roundTrip(format, one);
    expect({ losses, found }).toEqual({ losses: [], found: [] });
    expect(back.layers[0]?.relations).toMatchObject([{ from: "entity-1", to: "entity-1" }]);
  }
});

test("identifiers of any spelling are read, and any codes written so that they are read again", () => {
  expect(codesIn("D007674|D008107", "Disease").map(({ system, code }) => [system, code])).toEqual([
    ["MESH", "D007674"],
    ["MESH", "D008107"],
  ]);
  expect(codesIn("2099;2100", "Gene")).toHaveLength(2);
  expect(codesIn("p|SUB|S|276|T", "Mutation")).toEqual([
    { system: "tmVar", code: "p|SUB|S|276|T", display: "" },
  ]);
  expect(codesIn("-1", "Disease")).toEqual([]);
  const word = fc.string({ unit: fc.constantFrom(..."|:;,-1aD% \t\né"), maxLength: 8 });
  const code = fc.record({ system: word, code: word, display: fc.constant("") });
  fc.assert(
    fc.property(fc.array(code, { minLength: 1, maxLength: 3 }), (codes) => {
      for (const spelling of ["bare", "prefixed"] as const)
        expect(codesIn(identifiersText(codes, "Gene", spelling), "Gene")).toEqual(codes);
    }),
  );
});

test("control characters, which XML has no place for, are counted", () => {
  const odd = { ...report, title: "A\u0001", metadata: {} };
  const { losses, differences: found } = roundTrip(bioCXml, odd);
  expect(found).toEqual([]);
  expect(losses).toEqual([
    {
      things: "Control characters and halves of characters",
      count: 1,
      consequence: "written as U+FFFD, since XML has no place for them.",
      examples: ["folder/report: U+0001"],
    },
  ]);
});

/** A document of one passage in XML. */
const passage = (inside: string) =>
  `<collection><document><id>1</id><passage>${inside}</passage></document></collection>`;

describe("what is odd is read as meant, and what is broken refused", () => {
  test.each([
    [
      "bytes of UTF-8",
      '<offset>0</offset><text>é CD34</text><annotation id="1"><location offset="3" length="4"/><text>CD34</text></annotation>',
      [{ start: 2, end: 6 }],
      ['"file, document 1": offsets count bytes of UTF-8; they were read so.'],
    ],
    [
      "offsets that begin anew in a passage",
      '<offset>100</offset><text>a CD34</text><annotation id="1"><location offset="2" length="4"/><text>CD34</text></annotation>',
      [{ start: 2, end: 6 }],
      [
        '"file, document 1": offsets of annotations begin anew in each passage or sentence; they were read so.',
      ],
    ],
    [
      "a collection's own offsets",
      '<offset>100</offset><text>a CD34</text><annotation id="1"><location offset="102" length="4"/><text>CD34</text></annotation>',
      [{ start: 2, end: 6 }],
      [],
    ],
  ])("%s", (_, inside, ranges, warnings) => {
    const [read] = readText(bioCXml, passage(inside));
    expect(read?.document.layers[0]?.spans[0]?.ranges).toEqual(ranges);
    expect(read?.warnings).toEqual(warnings);
  });

  test.each([
    [
      bioCXml,
      passage("<offset>two</offset><text>a</text>"),
      '"file" has no whole number as the offset of a passage or sentence in document 1 but "two"; correct it and import it again.',
    ],
    [
      bioCXml,
      `<collection><document><passage><offset>a\n${"b".repeat(80)}</offset></passage></document></collection>`,
      `"file" has no whole number as the offset of a passage or sentence in document 1 but "a ${"b".repeat(38)} … ${"b".repeat(15)}"; correct it and import it again.`,
    ],
    [
      bioCXml,
      "<html></html>",
      '"file" is no BioC file: its outermost element is html, not collection; choose its own format.',
    ],
    [
      bioCXml,
      passage(
        '<offset>0</offset><text>a</text><annotation id="T"><location offset="0" length="9"/><text>a</text></annotation>',
      ),
      '"file" has offsets outside its text: annotation T ends at 9; check that text and annotations belong together.',
    ],
    [
      bioCJson,
      '{"passages":[{"offset":0,"text":"a\\u0000"}]}',
      '"file" has half a character or a zero in a text (line 1, column 35); export it again.',
    ],
    [
      bioCJson,
      '{"text":"a"}',
      '"file" has no documents with passages at line 1; export it again as BioC JSON.',
    ],
  ])("%#", (format, text, sentence) => {
    expect(() => readText(format, text)).toThrow(new AppError("bad-file", sentence));
  });
});

test("JSON is read as a collection, a list, lines and what PubTator answers", () => {
  const one = '{"id":"1","passages":[{"offset":0,"infons":{},"text":"CD34"}]}';
  const two = one.replace('"1"', "2");
  const spellings = [`{"documents":[${one},${two}]}`, `[${one},${two}]`, `${one}\n${two}\n`]
    .concat(`{"PubTator3":[${one},${two}]}`)
    .map((text) => readText(bioCJson, text).map(({ document }) => document.name));
  expect(spellings).toEqual(spellings.map(() => ["1", "2"]));
});

const xmlFiles = [
  ...realFiles("formats/bioc/**/*.xml"),
  ...realFiles("iaa/eco-collectf-bioc/*.xml"),
  ...realFiles("iaa/bc5cdr-sample/*.xml"),
];
const jsonFiles = realFiles("formats/bioc/**/*.json").filter(
  ({ name }) => name !== "bioc_schema.json",
);
const files = [
  ...xmlFiles.map((file) => [file.name, bioCXml, bioCJson, file] as const),
  ...jsonFiles.map((file) => [file.name, bioCJson, bioCXml, file] as const),
];

/** In, out, in: what is lost, and how what was written reads otherwise. */
function again(format: Format, document: AnnotatedDocument) {
  const { losses, differences: found, back } = roundTrip(format, document);
  return { losses, found: [...found, ...differences(document, back)] };
}

test.skipIf(files.length === 0).each(files)(
  "%s is recognised, read, written and read again as it was",
  (_, format, other, file) => {
    const head = Buffer.from(file.bytes).toString("utf8").slice(0, 65_536);
    expect(recognise(head, file.name)?.id).toBe(format.id);
    for (const { document } of readFile(format, file)) {
      expect(again(format, document)).toEqual({ losses: [], found: [] });
      expect(roundTrip(other, document).differences).toEqual([]);
    }
  },
);

/** Composite mentions are spelled otherwise in BioC: with a role, and with a mention for each part. */
function withoutComposites(document: AnnotatedDocument): AnnotatedDocument {
  const layers = document.layers.map((one) => {
    const spans = one.spans
      .filter(({ attributes }) => attributes.CompositeRole !== "IndividualMention")
      .map(({ attributes: { CompositeRole: _, composite: __, ...attributes }, ...span }) => ({
        ...{ ...span, attributes },
      }));
    const linked = new Set(spans.map(({ entity }) => entity));
    // The parts' own entities, and relations that are named by them, are only in BioC.
    const entities = one.entities.filter(({ id }) => linked.has(id));
    return { ...one, spans, entities, relations: [] };
  });
  return { ...document, layers };
}

const kinds = ["gold", "test.CID", "test.DNER"].flatMap((kind) => {
  const [bioC] = realFiles(`iaa/bc5cdr-sample/CDR_sample.${kind}.BioC.xml`);
  const [lines] = realFiles(`iaa/bc5cdr-sample/CDR_sample.${kind}.PubTator`);
  return bioC && lines ? [[kind, bioC, lines] as const] : [];
});

test.skipIf(kinds.length === 0).each(kinds)(
  "BC5CDR's %s says the same in BioC and in PubTator, though its passages count &apos; as six characters",
  (_, bioC, lines) => {
    const [one, two] = [readFile(bioCXml, bioC), readFile(pubTator, lines)];
    expect(one.map(({ document }) => document.name)).toEqual(
      two.map(({ document }) => document.name),
    );
    const found = one.flatMap(({ document }, at) => {
      const other = two[at]?.document ?? document;
      const hasComposites = other.layers[0]?.spans.some(({ attributes }) => attributes.composite);
      return hasComposites
        ? differences(withoutComposites(document), withoutComposites(other))
        : differences(document, other);
    });
    expect(found).toEqual([]);
  },
);

const [article] = realFiles("formats/bioc/full-text-json/PMC6982432.json");

test.skipIf(!article)("passages of one section type are one section with its title", () => {
  if (!article) return;
  const [read] = readFile(bioCJson, article);
  const { title, sections, metadata } = read?.document ?? report;
  expect(title).toBe("Prevalence of ESR1 Mutation in Chinese ER-Positive Breast Cancer");
  expect(metadata["article-id_doi"]).toBe("10.2147/OTT.S233662");
  expect(sections.slice(0, 4).map((section) => [section.kind, section.title])).toEqual([
    ["title", title],
    ["abstract", ""],
    ["introduction", "Introduction"],
    ["methods", "Materials and Methods"],
  ]);
});

test("relations of BioRED and of PubTator's service are between the concepts that their infons name", () => {
  const annotation = (id: string, at: number, text: string, identifier: string, type: string) => ({
    id,
    infons: { identifier, type },
    text,
    locations: [{ offset: at, length: text.length }],
  });
  const concept = (identifier: string) => ({ biotype: "chemical", name: "x", identifier });
  const collection = {
    id: "1",
    passages: [
      {
        offset: 0,
        text: "Lithium in mice with CD34",
        annotations: [
          annotation("0", 0, "Lithium", "D008094", "ChemicalEntity"),
          annotation("1", 11, "mice", "10090", "OrganismTaxon"),
          annotation("2", 21, "CD34", "947", "GeneOrGeneProduct"),
        ],
      },
    ],
    relations: [
      { id: "R1", infons: { type: "Association", entity1: "D008094", entity2: "947" }, nodes: [] },
      {
        id: "R2",
        infons: { type: "Cotreatment", role1: concept("947"), role2: concept("MESH:D008094") },
        nodes: [
          { refid: "0", role: "0,1" },
          { refid: "1", role: "1,1" },
        ],
      },
    ],
  };
  const [read] = readText(bioCJson, JSON.stringify(collection));
  const [one] = read?.document.layers ?? [];
  const names = new Map(one?.entities.map(({ id, name, codes }) => [id, [name, codes[0]?.system]]));
  expect(
    one?.relations.map(({ label, from, to }) => [label, names.get(from), names.get(to)]),
  ).toEqual([
    ["Association", ["Lithium", "MESH"], ["CD34", "NCBI Gene"]],
    ["Cotreatment", ["CD34", "NCBI Gene"], ["Lithium", "MESH"]],
  ]);
  expect(again(bioCJson, read?.document ?? report)).toEqual({ losses: [], found: [] });
});

test("warnings name the document of a collection, and numbers that are too large are said to be so", () => {
  const passages = (offset: string) =>
    `[{"offset":${offset},"text":"a CD34","annotations":[{"id":"T1","locations":[]}]}]`;
  const file = (offset: string) =>
    `{"documents":[{"id":"PMC1","passages":${passages(offset)}},{"id":"PMC2","passages":${passages("0")}}]}`;
  expect(readText(bioCJson, file("0")).map(({ warnings }) => warnings)).toEqual([
    ['"file, document PMC1": annotation T1 has no place in the text, and was left out.'],
    ['"file, document PMC2": annotation T1 has no place in the text, and was left out.'],
  ]);
  expect(() => readText(bioCJson, file("1e400"))).toThrow(
    '"file" has no whole number as the offset of a passage or sentence in document PMC1 but a number that is too large; correct it and import it again.',
  );
});
