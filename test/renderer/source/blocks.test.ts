import { expect, test } from "vitest";
import { readDocx } from "../../../electron/import/readers/docx.ts";
import {
  cellsOf,
  chunksOf,
  groupsOf,
  shownBlocks,
} from "../../../renderer/source/blocks/shown-blocks.ts";
import {
  blockAt,
  blocksIn,
  overlap,
  textInFile,
} from "../../../renderer/source/blocks/text-in-file.ts";
import { applyEdits, type TextEdit } from "../../../shared/correct/edits.ts";
import { type Choices, noChoices } from "../../../shared/extract/choices.ts";
import { composedRuns } from "../../../shared/extract/compose.ts";
import {
  type BlockKind,
  type Extracted,
  type ExtractedBlock,
  type Piece,
  plainPiece,
  repairedPiece,
} from "../../../shared/extract/extracted.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import { describeRealFiles } from "../../import/readers/real-files.ts";
import { cutsOf } from "../../shared/extract/cuts-of.ts";

const block = (kind: BlockKind, element: number, ...pieces: Piece[]): ExtractedBlock => ({
  kind,
  level: kind === "heading" ? 1 : null,
  section: null,
  pieces: pieces.map((piece) => ({ ...piece, place: { element } })),
});

const letter: Extracted = {
  kind: "docx",
  title: null,
  metadata: {},
  warnings: [],
  blocks: [
    block("left-out", 1, plainPiece("Page 1 of 2")),
    block("heading", 2, plainPiece("Findings")),
    block(
      "paragraph",
      3,
      plainPiece("No "),
      repairedPiece("tracked-change", "obvious ", ""),
      plainPiece("tumo"),
      repairedPiece("hyphen", "\u00AD", ""),
      plainPiece("ur."),
    ),
    block("list-item", 4, plainPiece("• left")),
    block("list-item", 5, plainPiece("• right")),
  ],
};
const { text, runs } = composedRuns(letter, noChoices);

test("what the text leaves out is shown and leads nowhere, what nobody could see is not shown", () => {
  expect(shownBlocks(letter, noChoices, runs).slice(0, 3)).toEqual([
    { block: 0, kind: "left-out", level: null, parts: [{ words: "Page 1 of 2", at: null }] },
    { block: 1, kind: "heading", level: 1, parts: [{ words: "Findings", at: 0 }] },
    {
      block: 2,
      kind: "paragraph",
      level: null,
      parts: [
        { words: "No ", at: 10 },
        { words: "obvious ", at: null },
        { words: "tumo", at: 13 },
        { words: "ur.", at: 17 },
      ],
    },
  ]);
});

test("a refused repair is in the text as the file has it, a restored block too", () => {
  const choices = { ...noChoices, refused: ["2.1" as const], restored: [0] };
  const [furniture, , paragraph] = shownBlocks(letter, choices, composedRuns(letter, choices).runs);
  expect(furniture?.parts).toEqual([{ words: "Page 1 of 2", at: 0 }]);
  expect(paragraph?.parts[1]).toEqual({ words: "obvious ", at: 26 });
});

/** What is lit of a range of a report's text that was corrected so. */
function litWords(
  file: Extracted,
  choices: Choices,
  corrections: readonly (readonly TextEdit[])[],
  range: TextRange,
): string {
  const { text: composed, runs } = composedRuns(file, choices);
  const found = textInFile(composed, corrections).toComposed(range);
  const touched = new Set(blocksIn(runs, found));
  return shownBlocks(file, choices, runs)
    .filter(({ block }) => touched.has(block))
    .flatMap(({ parts }) => parts)
    .map(({ words, at }) => {
      const lit = at === null ? null : overlap(at, words.length, found);
      return lit ? words.slice(lit.start, lit.end) : "";
    })
    .join("");
}

const rangeIn = (whole: string, words: string): TextRange => {
  const start = whole.indexOf(words);
  return { start, end: start + words.length };
};

test("each part stands in the text where it says", () => {
  for (const { parts } of shownBlocks(letter, noChoices, runs))
    for (const { words, at } of parts)
      if (at !== null) expect(text.slice(at, at + words.length)).toBe(words);
});

test("a range over two paragraphs is lit in each, over what repairs took out", () => {
  const range = { start: text.indexOf("ings"), end: text.indexOf("ur.") + 2 };
  expect(blocksIn(runs, range)).toEqual([1, 2]);
  expect(litWords(letter, noChoices, [], range)).toBe("ingsNo tumour");
});

test("the caret at a paragraph's end is in that paragraph", () => {
  const end = text.indexOf("Findings") + 8;
  expect([blockAt(runs, end), blockAt(runs, end + 2), blockAt(runs, 0)]).toEqual([1, 2, 1]);
});

test("after a cut the words behind it are lit, and what was cut is shown and leads nowhere", () => {
  const removed = cutsOf(letter, noChoices, rangeIn(text, "o t"));
  const choices = { ...noChoices, removed };
  const cut = composedRuns(letter, choices);
  expect(shownBlocks(letter, choices, cut.runs)[2]?.parts).toEqual([
    { words: "N", at: 10 },
    { words: "o ", at: null },
    { words: "obvious ", at: null },
    { words: "t", at: null },
    { words: "umo", at: 11 },
    { words: "ur.", at: 14 },
  ]);
  expect(litWords(letter, choices, [], rangeIn(cut.text, "umour"))).toBe("umour");
});

test("in a corrected text the words are lit that the file has there, and back", () => {
  const corrections = [
    [{ start: 0, end: 0, text: "Our " }],
    [{ ...rangeIn(`Our ${text}`, "tumour"), text: "tumor mass" }],
  ];
  const now = corrections.reduce((before, edits) => applyEdits(before, edits), text);
  expect(litWords(letter, noChoices, corrections, rangeIn(now, "tumor mass"))).toBe("tumour");
  expect(litWords(letter, noChoices, corrections, rangeIn(now, "left"))).toBe("left");
  expect(litWords(letter, noChoices, corrections, rangeIn(now, "Our"))).toBe("");
  const { toText } = textInFile(text, corrections);
  for (const words of ["Findings", "left", "right"])
    expect(toText(rangeIn(text, words))).toEqual(rangeIn(now, words));
});

test("a long document is in chunks of which each has some of the blocks, in order", () => {
  const blocks = Array.from({ length: 900 }, (_, at) =>
    block("paragraph", at, plainPiece(`Paragraph ${at} ${"says little ".repeat(at % 20)}`)),
  );
  const file = { ...letter, blocks };
  const shown = shownBlocks(file, noChoices, composedRuns(file, noChoices).runs);
  const chunks = chunksOf(shown);
  expect(chunks.flat()).toEqual(shown);
  expect(chunks.length).toBeGreaterThan(15);
  expect(Math.max(...chunks.map((chunk) => chunk.length))).toBeLessThan(100);
});

describeRealFiles("docx/*/*.docx", (files) => {
  test.for(files)("$name: words are lit as they stand, after cuts and corrections", (file) => {
    const extracted = readDocx(file.bytes, file.name);
    checkWords(extracted, noChoices, []);
    const whole = composedRuns(extracted, noChoices).text;
    const removed = wordsOf(whole)
      .filter((_, at) => at % 11 === 3)
      .slice(0, 60)
      .flatMap((range) => cutsOf(extracted, noChoices, range));
    const choices = { ...noChoices, removed };
    checkWords(extracted, choices, []);
    const edits = wordsOf(composedRuns(extracted, choices).text)
      .filter((_, at) => at % 7 === 2)
      .map((range) => ({ start: range.start, end: range.start + 1, text: "Xy" }));
    checkWords(extracted, choices, [edits, []]);
  });
});

const wordsOf = (whole: string): TextRange[] =>
  Array.from(whole.matchAll(/[\p{L}\p{N}]{4,}/gu), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));

/** Every word that no correction touched is lit as just that word, and a click on it leads back. */
function checkWords(
  file: Extracted,
  choices: Choices,
  corrections: readonly (readonly TextEdit[])[],
): void {
  const { text: composed, runs } = composedRuns(file, choices);
  const now = corrections.reduce((before, edits) => applyEdits(before, edits), composed);
  const places = textInFile(composed, corrections);
  const all = wordsOf(now);
  for (const range of all.filter((_, at) => at % Math.ceil(all.length / 150) === 0)) {
    const word = now.slice(range.start, range.end);
    if (word.startsWith("Xy")) continue;
    expect(litWords(file, choices, corrections, range)).toBe(word);
    expect(places.toText(places.toComposed(range))).toEqual(range);
  }
  expect(runs.every(({ start, end }) => start < end)).toBe(true);
}

test("a table's cells keep their offsets over tabs and line ends", () => {
  const parts = [
    { words: "Marker\tRes", at: 0 },
    { words: "ult\nCD34\t\tfocal", at: 10 },
  ];
  expect(cellsOf(parts)).toEqual([
    [
      [{ words: "Marker", at: 0 }],
      [
        { words: "Res", at: 7 },
        { words: "ult", at: 10 },
      ],
    ],
    [[{ words: "CD34", at: 14 }], [], [{ words: "focal", at: 20 }]],
  ]);
});

test("neighbouring list items are one list", () => {
  const groups = groupsOf(shownBlocks(letter, noChoices, runs));
  expect(groups.map((group) => group.map(({ block: number }) => number))).toEqual([
    [0],
    [1],
    [2],
    [3, 4],
  ]);
});
