import fc from "fast-check";
import { expect, test } from "vitest";
import { carrySpan } from "../../../shared/correct/carry.ts";
import { carrySections } from "../../../shared/correct/carry-sections.ts";
import { applyEdits, checkEdits, type TextEdit } from "../../../shared/correct/edits.ts";
import { mappingOf } from "../../../shared/correct/mapping.ts";
import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { anyCorrection } from "./arbitrary-correction.ts";

const text = "e tumour was 5 cm, desmi positive and SMA nega- tive.";

function place(words: string): TextRange {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

const edit = (words: string, by: string): TextEdit => ({ ...place(words), text: by });

function span(...words: string[]): Span {
  const ranges = words.map(place);
  const quote = quoteOf(text, ranges);
  return { id: "s", label: "marker", ranges, quote, attributes: {}, entity: null, note: "" };
}

function carried(edits: TextEdit[], ...words: string[]) {
  const corrected = applyEdits(text, edits);
  const { ranges, quote, flag = "" } = carrySpan(span(...words), corrected, mappingOf(text, edits));
  expect(quote).toBe(quoteOf(corrected, ranges));
  return flag === "" ? quote : `${quote} (${flag})`;
}

const was = (quote: string) => `(The text was corrected here; it was “${quote}”.)`;
const gone = (quote: string) => ` (The text was taken out here; it was “${quote}”.)`;
const putIn = (before: string, by: string): TextEdit => {
  const { start } = place(before);
  return { start, end: start, text: by };
};

test.each<[string, TextEdit[], string[], string]>([
  ["beside the edit keeps its words", [edit("5 cm", "6 cm")], ["SMA"], "SMA"],
  ["that is replaced takes the new words", [edit("SMA", "actin")], ["SMA"], `actin ${was("SMA")}`],
  ["that ends in an edit ends before it", [edit("cm, desmi", "mm")], ["5 cm"], `5 ${was("5 cm")}`],
  ["within an edit takes all that came", [edit("5 cm", "6 mm")], ["5"], `6 mm ${was("5")}`],
  ["within an edit, where nothing changed, stays", [edit("5 cm", "5 mm")], ["5"], "5"],
  ["that is gone waits where it was", [edit("SMA ", "")], ["SMA"], gone("SMA")],
  [
    "of two parts keeps the other when one goes",
    [edit("desmi ", "")],
    ["desmi", "positive"],
    `positive ${was("desmi positive")}`,
  ],
  [
    "gets letters that complete its word",
    [putIn(" positive", "n")],
    ["desmi"],
    `desmin ${was("desmi")}`,
  ],
  [
    "gets letters before its word",
    [putIn("e tumour", "Th")],
    ["e tumour"],
    `The tumour ${was("e tumour")}`,
  ],
  ["does not get a word put in beside it", [putIn(" positive", " stain")], ["desmi"], "desmi"],
  ["between two edits keeps its words", [edit("5 ", "6 "), edit(", ", ": ")], ["cm"], "cm"],
  [
    "is joined where a hyphen goes",
    [edit("- ", "")],
    ["nega- tive"],
    `negative ${was("nega- tive")}`,
  ],
])("a span %s", (_, edits, words, expected) => {
  expect(carried(edits, ...words)).toBe(expected);
});

test("a span that was flagged before keeps the first reason", () => {
  const edits = [edit("SMA", "actin")];
  const flagged = { ...span("SMA"), flag: "The first reason." };
  const map = mappingOf(text, edits);
  expect(carrySpan(flagged, applyEdits(text, edits), map).flag).toBe("The first reason.");
});

test("sections move along, and a corrected heading is the title", () => {
  const old = "e Case\n\nA man.\n\nDiscus- sion\n\nRare.";
  const edits = [
    { start: 0, end: 1, text: "The" },
    { start: old.indexOf("- "), end: old.indexOf("- ") + 2, text: "" },
  ];
  const sections = [
    { kind: "case" as const, title: "e Case", start: 0, end: 14 },
    { kind: "discussion" as const, title: "Discus- sion", start: 16, end: old.length },
  ];
  const corrected = applyEdits(old, edits);
  expect(carrySections(sections, old, corrected, edits)).toEqual([
    { kind: "case", title: "The Case", start: 0, end: 16 },
    { kind: "discussion", title: "Discussion", start: 18, end: corrected.length },
  ]);
});

test.each<[string, TextEdit[], string]>([
  ["outside the text", [{ start: 5, end: 5000, text: "" }], "is not in the report's"],
  ["that overlap", [edit("tumour", ""), edit("our was", "")], "touches the one at"],
  ["at the same place", [putIn("SMA", "a"), edit("SMA", "")], "touches the one at"],
  ["with half a character", [{ start: 0, end: 0, text: "\ud83e" }], "cuts a character in two"],
  ["with a carriage return", [{ start: 0, end: 0, text: "a\r\nb" }], "has a line end"],
])("edits %s are refused with a sentence", (_, edits, message) => {
  expect(() => checkEdits(text, edits)).toThrow(message);
});

test("whatever is corrected, spans beside it keep their words and every span keeps a place", () => {
  fc.assert(
    fc.property(anyCorrection, ({ text: old, edits, ranges }) => {
      checkEdits(old, edits);
      const corrected = applyEdits(old, edits);
      const map = mappingOf(old, edits);
      for (const range of ranges) {
        const now = map(range);
        expect(now.start).toBeGreaterThanOrEqual(0);
        expect(now.end).toBeGreaterThanOrEqual(now.start);
        expect(now.end).toBeLessThanOrEqual(corrected.length);
        expect(corrected.slice(now.start, now.end).isWellFormed()).toBe(true);
        if (edits.every(({ start, end }) => end < range.start || start > range.end))
          expect(corrected.slice(now.start, now.end)).toBe(old.slice(range.start, range.end));
      }
    }),
    { numRuns: 2000 },
  );
});
