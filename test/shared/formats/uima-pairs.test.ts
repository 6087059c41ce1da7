import { describe, expect, test } from "vitest";
import { differences } from "../../../shared/formats/differences.ts";
import { uimaCasJson } from "../../../shared/formats/uima/uima-cas-json.ts";
import { uimaXmi } from "../../../shared/formats/uima/uima-xmi.ts";
import { type RealFile, realFiles } from "../../real-data.ts";
import { readFile } from "./round-trip.ts";

/** The same CAS as JSON and as XMI, where both have its text. */
const pairs = ["Emoji", "LeftToRight"]
  .map((name) => `ser-ref/casWith${name}*TextAndAnnotations`)
  .concat("one-way/tsv3-testSimpleSlotFeature")
  .flatMap((folder) => {
    const all = `formats/uima-cas-json/dkpro-cassis/fs_as_array/${folder}`;
    const [xmi] = realFiles(`${all}/debug.xmi`);
    return realFiles(`${all}/data*.json`).flatMap((json) => (xmi ? [{ json, xmi }] : []));
  });

const documentIn = (format: typeof uimaXmi, file: RealFile) => {
  const [only] = readFile(format, { ...file, name: "one" });
  if (only === undefined) throw new Error("one document");
  return only.document;
};

describe.skipIf(pairs.length === 0)("a CAS as JSON and as XMI", () => {
  test("is one and the same document", () => {
    const found = pairs.map(({ json, xmi }) => ({
      json: documentIn(uimaCasJson, json),
      xmi: documentIn(uimaXmi, xmi),
    }));
    expect(found.flatMap(({ json, xmi }) => differences(json, xmi))).toEqual([]);
    expect(found.map(({ json }) => json.layers[0]?.spans.length)).toEqual([9, 2, 3, 3]);
  });
});

const [cyst] = realFiles("uima-xmi/e3c-layer1/English/EN100427.xml");

describe.skipIf(cyst === undefined)("a report of E3C", () => {
  test("has its layers as labels, its links as events and its facts as metadata", () => {
    const { title, metadata, text, layers } = documentIn(uimaXmi, cyst as RealFile);
    const [layer] = layers;
    const counts = Map.groupBy(layer?.spans ?? [], ({ label }) => label);
    expect({
      title,
      ...{ language: metadata.docLanguage, type: metadata.pubType },
      hasReturns: text.includes("\r"),
      spans: Object.fromEntries([...counts].map(([label, spans]) => [label, spans.length])),
      events: [...new Set(layer?.events.map(({ label }) => label))].sort(),
      code: layer?.entities[0],
      clinical: layer?.spans.find(({ entity }) => entity === "entity-1"),
      discontinuous: layer?.spans.filter(({ attributes }) => attributes.discontinuous),
    }).toEqual({
      title: "The-Pan-African-Medical-Journal_2019-03-18_EN100427.txt",
      ...{ language: "en", type: "journal", hasReturns: false },
      spans: { EVENT: 74, CLINENTITY: 27, BODYPART: 32, ACTOR: 11, RML: 3, TIMEX3: 11 },
      events: ["PERTAINSTO", "TLINK", "timexLink"],
      code: {
        id: "entity-1",
        kind: "CLINENTITY",
        name: "ovarian cyst",
        codes: [{ system: "UMLS", code: "C0029927", display: "" }],
        ...{ fields: {}, note: "" },
      },
      clinical: {
        id: "span-9507",
        label: "CLINENTITY",
        ranges: [{ start: 130, end: 142 }],
        quote: "ovarian cyst",
        attributes: {},
        entity: "entity-1",
        note: "",
      },
      discontinuous: [
        {
          id: "span-9500",
          label: "CLINENTITY",
          ranges: [{ start: 75, end: 87 }],
          quote: "ovarian cyst",
          attributes: { discontinuous: "C0029927" },
          ...{ entity: null, note: "" },
        },
        {
          id: "span-9647",
          label: "CLINENTITY",
          ranges: [{ start: 2774, end: 2807 }],
          quote: "paratubal borderline serous tumor",
          attributes: { discontinuous: "DISCONTINUOUS" },
          ...{ entity: "entity-16", note: "" },
        },
      ],
    });
  });
});
