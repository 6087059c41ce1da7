import fc from "fast-check";
import { expect, test } from "vitest";
import { brat } from "../../../../shared/formats/brat/brat.ts";
import { differences } from "../../../../shared/formats/differences.ts";
import { writeDtd } from "../../../../shared/formats/medtator/dtd.ts";
import { medtator } from "../../../../shared/formats/medtator/medtator.ts";
import type { AnnotatedDocument } from "../../../../shared/model/document.ts";
import { Scheme } from "../../../../shared/model/scheme.ts";
import { realFiles } from "../../../real-data.ts";
import { anyDocument } from "../arbitrary-document.ts";
import { plainOptions, readFile, readText, roundTrip } from "../round-trip.ts";

const xml = (text: string, ...tags: string[]) =>
  `<?xml version="1.0" encoding="UTF-8" ?>\n<AE_TASK>\n<TEXT><![CDATA[${text}]]></TEXT>\n<TAGS>\n${tags.join("\n")}\n</TAGS>\n<META/>\n</AE_TASK>`;

const span = (id: string, label: string, quote: string, ...places: [number, number][]) => ({
  ...{ id, label, quote, ranges: places.map(([start, end]) => ({ start, end })) },
  ...{ attributes: {}, entity: null, note: "" },
});

test("tags, their attributes, links and tags of the whole text are read", () => {
  const [read] = readText(
    medtator,
    xml(
      "💊 arm very sore & red",
      '<AE spans="3~6,12~16" text="arm ... sore" id="A0" certainty="positive" percent="5" comment="at the clinic"/>',
      '<AE spans="19~22" text="red" id="A1" certainty="" comment=""/>',
      '<SVRT spans="7~11" text="very" id="S0" comment=""/>',
      '<LK id="L0" link_AEID="A0" link_AEText="arm ... sore" link_SVRTID="S0" link_SVRTText="very" comment="sure"/>',
      '<LK id="L1" fromID="A1" fromText="red" toID="S9" toText=""/>',
      '<ALL id="E0" arg0ID="A0" arg0Text="" arg1ID="A1" arg1Text="" arg2ID="S0" arg2Text="" kind="x"/>',
      '<FEVER id="F0" spans="-1~-1" text="" comment=""/>',
      '<VISIT id="V0" spans="-1~-1" text="" value="2" place="home"/>',
    ),
  );
  expect(read?.document).toMatchObject({ name: "file", text: "💊 arm very sore & red" });
  expect(read?.document.layers).toEqual([
    {
      ...{ annotator: "Ana", status: "open", source: null, entities: [], groups: [] },
      spans: [
        {
          ...span("A0", "AE", "arm sore", [3, 6], [12, 16]),
          attributes: { certainty: "positive", percent: 5 },
          note: "at the clinic",
        },
        span("A1", "AE", "red", [19, 22]),
        span("S0", "SVRT", "very", [7, 11]),
      ],
      relations: [{ id: "L0", label: "LK", from: "A0", to: "S0", attributes: {}, note: "sure" }],
      events: [
        {
          ...{ id: "E0", label: "ALL", trigger: "A0", attributes: { kind: "x" }, note: "" },
          arguments: [
            { role: "arg0", target: "A0" },
            { role: "arg1", target: "A1" },
            { role: "arg2", target: "S0" },
          ],
        },
      ],
      labels: { FEVER: true, VISIT: 2, VISIT_place: "home" },
    },
  ]);
  expect(read?.warnings).toEqual([
    '"file": tag L0 calls its ends "link_AE" and "link_SVRT", which became its beginning and its end.',
    '"file": tag L1 links fewer than two tags that mark words, and was left out or read as an event.',
  ]);
});

test("tags without an id, or with that of another, get one", () => {
  const tags = ["", "A-2", "A", "A"].map((id) => `<A spans="0~3" text="arm" id="${id}"/>`);
  const [found] = readText(medtator, xml("arm", ...tags));
  const ids = found?.document.layers[0]?.spans.map(({ id }) => id);
  expect(ids).toEqual(["A", "A-2", "A-3", "A-4"]);
});

test("offsets that count CR and LF apart, as MedTator's do, are found by what tags quote", () => {
  const counted = xml("a\r\nb\r\nCD34 ER", '<M spans="6~10" text="CD34" id="M0"/>');
  const [read] = readText(medtator, counted);
  expect(read?.document.layers[0]?.spans).toEqual([span("M0", "M", "CD34", [4, 8])]);
  expect(read?.warnings).toEqual([
    '"file": offsets count CR and LF as two characters; they were read so.',
  ]);
  const asXml = readText(medtator, counted.replace("6~10", "4~8"));
  expect(asXml[0]?.document.layers[0]?.spans).toEqual([span("M0", "M", "CD34", [4, 8])]);
  expect(asXml[0]?.warnings).toEqual([]);
});

test("a quote in other capital and small letters is that of a hint, and the text's is right", () => {
  const [read] = readText(medtator, xml("Sore arm", '<M spans="0~4" text="sore" id="M0"/>'));
  expect(read?.document.layers[0]?.spans).toEqual([span("M0", "M", "Sore", [0, 4])]);
  expect(read?.warnings).toEqual([
    '"file": tag M0 quotes its words in capital or small letters other than the text’s, and was read as in the text.',
  ]);
});

test("a file without text, or with offsets that are none or outside, is refused", () => {
  expect(() => readText(medtator, "<AE><TAGS/></AE>")).toThrow(
    '"file" has no TEXT below its first element; export it again from MedTator or MAE.',
  );
  expect(() => readText(medtator, xml("abc", '<M spans="1-2" id="M0"/>'))).toThrow(
    '"file" has offsets that are no numbers: tag M0 has "1-2"; it should be as in "4~9,12~15".',
  );
  expect(() => readText(medtator, xml("abc", '<M spans="1~9" id="M0"/>'))).toThrow(
    '"file" has offsets outside its text: tag M0 ends at 9; check that text and annotations belong together.',
  );
});

const text = "ER ]]> PR, <CD34> & Ki-67";

const document: AnnotatedDocument = {
  ...{ name: "r", title: "r", case: "r", text, sections: [], metadata: {} },
  layers: [
    {
      ...{ annotator: "Ann", status: "open", source: null, entities: [], groups: [] },
      spans: [
        { ...span("a", "marker", "ER PR", [0, 2], [7, 9]), attributes: { percent: 5, id: "7" } },
        { ...span("b", "Größe (cm)", "<CD34>", [11, 17]), note: "two\nlines" },
      ],
      relations: [{ id: "c", label: "of", from: "b", to: "a", attributes: {}, note: "" }],
      events: [
        {
          ...{ id: "d", label: "marker", trigger: "a", attributes: { negated: true }, note: "" },
          arguments: [
            { role: "by whom", target: "b" },
            { role: "by whom", target: "a" },
          ],
        },
      ],
      labels: { type: "biopsy", seen: true },
    },
  ],
};

test("a document is written as MedTator has it, with what it spells otherwise counted", () => {
  const { losses, texts, differences: found } = roundTrip(medtator, document);
  expect(found).toEqual([]);
  expect(texts[0]?.split("\n").slice(2)).toEqual([
    "<TEXT><![CDATA[ER ]]]]><![CDATA[> PR, <CD34> & Ki-67]]></TEXT>",
    "<TAGS>",
    '<marker id="m0" spans="0~2,7~9" text="ER ... PR" percent="5" id_="7"/>',
    '<Grosse__cm_ id="G0" spans="11~17" text="&lt;CD34&gt;" comment="two&#10;lines"/>',
    '<of id="o0" fromID="G0" fromText="&lt;CD34&gt;" toID="m0" toText="ER ... PR"/>',
    '<marker_event id="ma0" triggerID="m0" triggerText="ER ... PR" by_whomID="G0" by_whomText="&lt;CD34&gt;" by_whom_2ID="m0" by_whom_2Text="ER ... PR" negated="true"/>',
    '<type id="t0" spans="-1~-1" text="" value="biopsy"/>',
    '<seen id="s0" spans="-1~-1" text=""/>',
    ...["</TAGS>", "</Case_reports>", ""],
  ]);
  expect(losses.map(({ things, count, examples }) => [things, count, ...examples])).toEqual([
    ["Attribute values that are words and look like numbers, flags or lists", 1, "r: id = 7"],
    [
      ...["Names that MedTator would not read", 4, "r: id → id_", "r: Größe (cm) → Grosse__cm_"],
      ...["r: by whom → by_whom", "r: marker → marker_event"],
    ],
    ["Roles that an event has twice", 1, "r: marker, by_whom_2"],
  ]);
});

test("the scheme is a DTD, in which no tag's name stands behind one that begins with it", () => {
  const scheme = Scheme.parse({
    name: "My task",
    labels: [{ name: "PD-L1 (22C3)" }, { name: "AB" }, { name: "A" }],
    attributes: [
      { name: "negated", type: "flag", on: ["A"] },
      { name: "grade", type: "choice", choices: ["low", "not stated"], on: ["A"] },
      { name: "cell", type: "choice", choices: ["T/NK"], on: ["A"] },
    ],
    relations: [{ name: "of" }],
    events: [{ name: "staining", roles: [{ name: "by whom" }] }],
    reportLabels: [{ name: "type", type: "choice", choices: ["biopsy", "resection"] }],
  });
  expect(writeDtd(scheme)).toBe(
    [
      '<!ENTITY name "My_task">',
      ...["", "<!ELEMENT PD-L1__22C3_ ( #PCDATA ) >", '<!ATTLIST PD-L1__22C3_ comment CDATA "" >'],
      ...["", "<!ELEMENT A ( #PCDATA ) >", '<!ATTLIST A negated ( true ) #IMPLIED "" >'],
      '<!ATTLIST A grade ( low | not stated ) #IMPLIED "" >',
      ...['<!ATTLIST A cell CDATA "" >', '<!ATTLIST A comment CDATA "" >'],
      ...["", "<!ELEMENT AB ( #PCDATA ) >", '<!ATTLIST AB comment CDATA "" >'],
      ...["", "<!ELEMENT of EMPTY >", '<!ATTLIST of arg0 IDREF prefix="from" #IMPLIED>'],
      ...['<!ATTLIST of arg1 IDREF prefix="to" #IMPLIED>', '<!ATTLIST of comment CDATA "" >'],
      ...["", "<!ELEMENT staining EMPTY >"],
      '<!ATTLIST staining arg0 IDREF prefix="trigger" #IMPLIED>',
      '<!ATTLIST staining arg1 IDREF prefix="by_whom" #IMPLIED>',
      ...['<!ATTLIST staining comment CDATA "" >', "", "<!ELEMENT type ( #PCDATA ) >"],
      ...["<!ATTLIST type spans #IMPLIED >"],
      ...['<!ATTLIST type value ( biopsy | resection ) #IMPLIED "" >', ""],
    ].join("\n"),
  );
});

test("whatever a document holds reads back as fitted, in each unit", () => {
  fc.assert(
    fc.property(anyDocument, fc.constantFrom("native", "codepoint", "utf16"), (any, offsets) => {
      const { differences: found, texts } = roundTrip(medtator, any, { ...plainOptions, offsets });
      expect(found).toEqual([]);
      expect(medtator.reader?.recognises(texts[0] ?? "", "a.xml")).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test("links of events become links of the spans that trigger them", () => {
  const [layer] = document.layers;
  const [event] = layer!.events;
  const again = { ...event!, id: "e", arguments: [{ role: "after", target: "d" }] };
  const of = { ...layer!.relations[0]!, from: "d", to: "e" };
  const layers = [{ ...layer!, events: [event!, again], relations: [of] }];
  const { losses, document: fitted } = roundTrip(medtator, { ...document, layers });
  expect(fitted.layers[0]?.relations).toEqual([{ ...of, from: "a", to: "a" }]);
  expect(fitted.layers[0]?.events[1]?.arguments).toEqual([{ role: "after", target: "a" }]);
  expect(losses.map(({ things, count }) => [things, count])).toEqual(
    expect.arrayContaining([
      ["Relations of events", 1],
      ["Event arguments that are events", 1],
    ]),
  );
});

const meddocan = realFiles("brat/meddocan-dev/xml/*.xml");

test.skipIf(meddocan.length === 0)("MEDDOCAN's XML says the same as its brat files", () => {
  const byName = new Map(realFiles("brat/meddocan-dev/brat/*").map((one) => [one.name, one]));
  const seen = { files: 0, compared: 0 };
  for (const one of meddocan) {
    expect(medtator.reader?.recognises(new TextDecoder().decode(one.bytes), one.name)).toBe(true);
    const [read] = readFile(medtator, one);
    const { losses, differences: found, back } = roundTrip(medtator, read!.document);
    expect([losses, found, differences(read!.document, back)]).toEqual([[], [], []]);
    seen.files += 1;
    const annotations = byName.get(one.name.replace(".xml", ".ann"));
    const beside = byName.get(one.name.replace(".xml", ".txt"));
    if (!annotations || !beside) continue;
    const [same] = readFile(brat, annotations, beside);
    expect(differences(same!.document, read!.document)).toEqual([]);
    seen.compared += 1;
  }
  expect(seen).toEqual({ files: meddocan.length, compared: meddocan.length });
});
