import { expect, test } from "vitest";
import { bioCJson } from "../../../shared/formats/bioc/bioc-json.ts";
import { bioCXml } from "../../../shared/formats/bioc/bioc-xml.ts";
import { differences } from "../../../shared/formats/differences.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { readText, roundTrip } from "./round-trip.ts";

type Names = string | string[] | null;

const text = "CD34 desmin SMA ERG S100";

const named = (annotator: Names, type: string) => ({
  ...{ type, ...(annotator !== null && { annotator }) },
});

/** An annotation of a word by these annotators. */
const mark = (id: string, word: string, annotator: Names) => ({
  ...{ id, text: word, infons: named(annotator, "marker") },
  locations: [{ offset: text.indexOf(word), length: word.length }],
});

/** A relation with its id as its label. */
const link = (id: string, refids: readonly string[], annotator: Names = null) => ({
  ...{ id, infons: named(annotator, id) },
  nodes: refids.map((refid) => ({ refid, role: "" })),
});

function read(
  annotations: readonly ReturnType<typeof mark>[],
  relations: readonly ReturnType<typeof link>[] = [],
  infons: Record<string, string> = {},
) {
  const passages = [{ offset: 0, text, annotations }];
  const [only] = readText(bioCJson, JSON.stringify({ id: "1", infons, passages, relations }));
  if (only === undefined) throw new Error("no document");
  return only;
}

/** Of each annotator the words that are marked, and the labels of relations and groups. */
const work = ({ layers }: AnnotatedDocument) =>
  layers.map(({ annotator, spans, relations, groups }) => [
    annotator,
    spans.map(({ quote }) => quote).join(" "),
    [...relations, ...groups].map(({ label }) => label).join(" "),
  ]);

const ofThree = [
  mark("1", "CD34", "Ana"),
  mark("2", "desmin", "Ben"),
  mark("3", "CD34", "Ben"),
  // As TeamTat writes what several agree on.
  mark("4", "SMA", "ana@x.org,Ben"),
  mark("5", "SMA", ["Ana", "Doe, Cleo"]),
];

test("annotations that name their annotator are that one's layer, and relations are where their ends are", () => {
  const { document, warnings } = read(ofThree, [
    link("mine", ["1", "5"], "Ana"),
    link("nobody's", ["2", "3"]),
    link("everybody's", ["5"]),
    link("one's", ["5"], "Doe, Cleo"),
    link("upon", ["mine", "1"]),
  ]);
  expect(work(document)).toEqual([
    ["Ana", "CD34 SMA", "mine upon everybody's"],
    ["Ben", "desmin CD34 SMA", "nobody's"],
    ["ana@x.org", "SMA", ""],
    ["Doe, Cleo", "SMA", "everybody's one's"],
  ]);
  expect(warnings).toEqual([]);
});

test("what names nobody is in the document's layer, which has its status, labels and note", () => {
  const infons = { annotator: "Dora", status: "done", note: "look again", "label type": "biopsy" };
  const { document } = read([...ofThree, mark("6", "ERG", null)], [link("own", ["6"])], infons);
  expect(work(document)[0]).toEqual(["Dora", "ERG", "own"]);
  expect(document.layers.map(({ status, labels, note }) => [status, labels, note])).toEqual([
    ["done", { type: "biopsy" }, "look again"],
    ...Array.from({ length: 4 }, () => ["open", {}, undefined]),
  ]);
  expect(work(read([mark("1", "CD34", null)]).document)).toEqual([["Ana", "CD34", ""]]);
  expect(work(read([mark("1", "CD34", "Ben")]).document)).toEqual([["Ben", "CD34", ""]]);
  expect(work(read([]).document)).toEqual([["Ana", "", ""]]);
});

test("what links the work of several annotators is counted, and what is another's than its ends", () => {
  const { document, warnings } = read(ofThree, [
    link("across", ["1", "2"], "Ana"),
    link("upon", ["across", "1"]),
    link("other", ["2", "3"], "Ana"),
  ]);
  expect(warnings).toEqual([
    '"file, document 1": 2 places, first relation across, link the work of different annotators, and were left out.',
    '"file, document 1": relation other is not by the annotator of what it links, and was put in their layer.',
  ]);
  const [, ben] = document.layers;
  expect(ben?.relations).toMatchObject([{ label: "other", attributes: { annotator: "Ana" } }]);
});

test("relations of codes are with the entities of whom they name", () => {
  const coded = (id: string, word: string, annotator: string, identifier: string) => {
    const { infons, ...rest } = mark(id, word, annotator);
    return { ...rest, infons: { ...infons, identifier } };
  };
  const both = ["Ana", "Ben"].flatMap((name) => [
    coded(`${name} 1`, "CD34", name, "HGNC:1662"),
    coded(`${name} 2`, "ERG", name, "HGNC:3446"),
  ]);
  const { infons, ...relation } = link("bind", [], "Ben");
  const ends = { ...infons, entity1: "HGNC:1662", entity2: "HGNC:3446" };
  const { document, warnings } = read(both, [{ ...relation, infons: ends }]);
  expect(work(document)).toEqual([
    ["Ana", "CD34 ERG", ""],
    ["Ben", "CD34 ERG", "bind"],
  ]);
  expect(warnings).toEqual([]);
});

test.each([bioCXml, bioCJson])(
  "each of these layers is written as $title and reads back",
  (format) => {
    const { document } = read(ofThree, [link("other", ["2", "3"], "Ana")]);
    for (const layer of document.layers) {
      const one = { ...document, layers: [layer] };
      const { losses, back } = roundTrip(format, one);
      expect({ losses, found: differences(one, back) }).toEqual({ losses: [], found: [] });
    }
  },
);
