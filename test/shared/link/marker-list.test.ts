import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAllSamples } from "../../../build/sample/read.ts";
import { readMarkerList } from "../../../shared/link/marker-list.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { realFiles } from "../../real-data.ts";
import { lineOf, scoreOf, written } from "./marker-list/score.ts";
import { known, unseen } from "./marker-list/sentences.ts";

const all = (text: string) => ({ start: 0, end: text.length });
const read = (text: string, range = all(text)) =>
  readMarkerList(text, range).map((marker) => written(text, marker));

describe("a list of markers", () => {
  test.each(known)("%s", (text, expected) => {
    const right = scoreOf([[text, expected]]);
    expect(right.misses).toEqual([]);
  });

  test("is read as well where the rules were not made for it, and how well is printed", () => {
    const score = scoreOf(unseen);
    console.log(lineOf("sentences the rules were made with", scoreOf(known)));
    console.log(lineOf("sentences they were not made with ", score));
    expect(score.names / score.found).toBeGreaterThan(0.9);
    expect(score.results / score.expected).toBeGreaterThan(0.6);
  });

  test("is understood by its sentence where only a part of it is selected", () => {
    const text = "The cells were strongly positive for SMA, desmin and CD34. Ki-67 was 5%.";
    const start = text.indexOf("desmin");
    expect(read(text, { start, end: start + 15 })).toEqual(["desmin + strong", "CD34 + strong"]);
  });

  test("knows the method of its sentence, and of the sentence before", () => {
    const text =
      "By immunohistochemistry, SMA was positive. Desmin was negative. FISH: MDM2 amplified.";
    const methods = readMarkerList(text, all(text)).map(({ says }) => says.method);
    expect(methods).toEqual(["IHC", "IHC", "FISH"]);
  });

  test("takes the method from the heading above, where its own words tell none", () => {
    const text = "Histology\n\nPlump cells.\n\nImmunohistochemistry\n\nSMA   +\nDesmin   –\n";
    const range = { start: text.indexOf("SMA"), end: text.length };
    expect(readMarkerList(text, range).map(({ says }) => says)).toEqual([
      { result: "positive", method: "IHC" },
      { result: "negative", method: "IHC" },
    ]);
  });

  test("is no list of headings, diseases, stages or methods", () => {
    const text =
      "IMMUNOHISTOCHEMISTRY AND FISH\n\nA leiomyosarcoma (LMS), pT2 N0, seen by CT and MRI; no DCIS was found.";
    expect(read(text)).toEqual([]);
  });
});

test("any text gives places inside it, in order, without overlap", () => {
  const words = fc.constantFrom(
    ..."positive for|negative|CD34|SMA|desmin|Ki-67|(|)|+|−|,|;|.\n|and|but not|was|30%|\n|  |𝛽-catenin|é|staining|loss of|:|/".split(
      "|",
    ),
  );
  const texts = fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 6 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (parts, a, b) => {
      const text = parts.join(" ");
      const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].sort(
        (x, y) => x - y,
      );
      let last = 0;
      for (const { range } of readMarkerList(text, { start, end })) {
        expect(range.start).toBeGreaterThanOrEqual(last);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(range.start < end && range.end > start).toBe(true);
        expect(text.slice(range.start, range.end).trim()).toBe(text.slice(range.start, range.end));
        last = range.end;
      }
    }),
    { numRuns: 500 },
  );
});

/** What the annotators of a report say of each place they marked as a marker: every result they gave it. */
function givenResults({ layers }: AnnotatedDocument): Map<string, Set<unknown>> {
  const given = new Map<string, Set<unknown>>();
  for (const { spans, entities } of layers)
    for (const { ranges, entity } of spans.filter(({ label }) => label === "marker")) {
      const results = given.get(JSON.stringify(ranges)) ?? new Set();
      results.add(entities.find(({ id }) => id === entity)?.fields.result);
      given.set(JSON.stringify(ranges), results);
    }
  return given;
}

test("most markers of the sample reports are found with the result that their annotators gave", () => {
  const folder = fileURLToPath(new URL("../../../build/sample/reports", import.meta.url));
  const places = readAllSamples(folder).flatMap((document) => {
    const { text } = document;
    const found = readMarkerList(text, all(text));
    const said = new Map(found.map(({ range, says }) => [JSON.stringify([range]), says]));
    return Array.from(givenResults(document), ([place, results]) => ({
      results,
      says: said.get(place),
    }));
  });
  const found = places.filter(({ says }) => says !== undefined);
  const stated = found.filter(({ says }) => says?.result !== undefined);
  const right = stated.filter(({ results, says }) => results.has(says?.result));
  console.log(
    `sample reports: ${found.length} of ${places.length} marks found at their letters; ${right.length} of ${stated.length} results as given`,
  );
  expect(found.length / places.length).toBeGreaterThan(0.7);
  expect(right.length / stated.length).toBeGreaterThan(0.9);
});

const reports = realFiles("reports/*.txt");

test.skipIf(reports.length === 0)(
  "the list of a real report is read as its author meant it",
  () => {
    const text = new TextDecoder().decode(reports[0]?.bytes);
    const start = text.indexOf("positive for smooth muscle actin");
    expect(start).toBeGreaterThan(0);
    const end = text.indexOf("was negative", start) + 12;
    expect(read(text, { start, end })).toEqual([
      "smooth muscle actin +",
      "muscle-specific actin +",
      "desmin +",
      "CD34 -",
    ]);
  },
);

const corpora = [
  ...realFiles("brat/maccrobat2020/*.txt"),
  ...realFiles("jats/case-reports/*", 400_000),
];

test.skipIf(corpora.length === 0)("real corpora are read whole without an endless wait", () => {
  let characters = 0;
  let markers = 0;
  let stated = 0;
  for (const { bytes } of corpora) {
    const text = new TextDecoder().decode(bytes).replace(/<[^>]*>/g, " ");
    const found = readMarkerList(text, all(text));
    characters += text.length;
    markers += found.length;
    stated += found.filter(({ says }) => says.result).length;
  }
  console.log(
    `${corpora.length} real texts, ${characters} characters: ${markers} names, ${stated} with a result`,
  );
  expect(stated).toBeGreaterThan(300);
});
