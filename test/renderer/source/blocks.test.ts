import { expect, test } from "vitest";
import { elementAt, elementsOf, offsetIn } from "../../../renderer/source/blocks/elements.ts";
import { cellsOf, groupsOf, shownBlocks } from "../../../renderer/source/blocks/shown-blocks.ts";
import { noChoices } from "../../../shared/extract/choices.ts";
import { composeText } from "../../../shared/extract/compose.ts";
import {
  type BlockKind,
  type Extracted,
  type ExtractedBlock,
  type Piece,
  plainPiece,
  repairedPiece,
} from "../../../shared/extract/extracted.ts";

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
const { text, places } = composeText(letter);

test("what the text leaves out is shown and leads nowhere, what nobody could see is not shown", () => {
  expect(shownBlocks(letter, noChoices).slice(0, 3)).toEqual([
    { element: 1, kind: "left-out", level: null, parts: [{ words: "Page 1 of 2", at: null }] },
    { element: 2, kind: "heading", level: 1, parts: [{ words: "Findings", at: 0 }] },
    {
      element: 3,
      kind: "paragraph",
      level: null,
      parts: [
        { words: "No ", at: 0 },
        { words: "obvious ", at: null },
        { words: "tumo", at: 3 },
        { words: "ur.", at: 7 },
      ],
    },
  ]);
});

test("a refused repair is in the text as the file has it, a restored block too", () => {
  const choices = { ...noChoices, refused: ["2.1" as const], restored: [0] };
  const [furniture, , paragraph] = shownBlocks(letter, choices);
  expect(furniture?.parts).toEqual([{ words: "Page 1 of 2", at: 0 }]);
  expect(paragraph?.parts[1]).toEqual({ words: "obvious ", at: 3 });
});

test("each part stands in the text where its element and offset lead", () => {
  for (const { element, parts } of shownBlocks(letter, noChoices))
    for (const { words, at } of parts) {
      if (at === null) continue;
      const start = offsetIn(places, element, at) ?? -1;
      expect(text.slice(start, start + words.length)).toBe(words);
      expect(elementsOf(places, { start, end: start + words.length })).toEqual([
        { element, start: at, end: at + words.length },
      ]);
    }
});

test("a range over two paragraphs is a stretch of each", () => {
  const start = text.indexOf("ings");
  expect(elementsOf(places, { start, end: text.indexOf(" tum") })).toEqual([
    { element: 2, start: 4, end: 8 },
    { element: 3, start: 0, end: 2 },
  ]);
});

test("the caret at a paragraph's end is in that paragraph, and what is left out has no offset", () => {
  expect(elementAt(places, text.indexOf("Findings") + 8)).toBe(2);
  expect(offsetIn(places, 1, 3)).toBeNull();
});

test("an element in two stretches counts on from the first to the second", () => {
  const torn = [
    { start: 0, end: 4, place: { element: 1 } },
    { start: 9, end: 12, place: { element: 1 } },
  ];
  expect(elementsOf(torn, { start: 10, end: 11 })).toEqual([{ element: 1, start: 5, end: 6 }]);
  expect(offsetIn(torn, 1, 5)).toBe(10);
});

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
  const groups = groupsOf(shownBlocks(letter, noChoices));
  expect(groups.map((group) => group.map(({ element }) => element))).toEqual([
    [1],
    [2],
    [3],
    [4, 5],
  ]);
});
