import fc from "fast-check";
import { expect, test } from "vitest";
import { Choices, noChoices, pieceId, swapBlocks } from "../../../shared/extract/choices.ts";
import { composeText } from "../../../shared/extract/compose.ts";
import {
  type BlockKind,
  type Extracted,
  type ExtractedBlock,
  type Piece,
  type Place,
  plainPiece,
  repairedPiece,
  repairKinds,
} from "../../../shared/extract/extracted.ts";
import { readPlaces, writePlaces } from "../../../shared/extract/places.ts";
import { cutsOf } from "./cuts-of.ts";

const block = (kind: BlockKind, ...pieces: (Piece | string)[]): ExtractedBlock => ({
  kind,
  level: kind === "heading" ? 1 : null,
  section: null,
  pieces: pieces.map((piece) => (typeof piece === "string" ? plainPiece(piece) : piece)),
});

const extracted = (...blocks: ExtractedBlock[]): Extracted => ({
  kind: "pdf",
  title: null,
  blocks,
  metadata: {},
  warnings: [],
});

const textOf = (file: Extracted, choices: Partial<Choices> = {}) =>
  composeText(file, { ...noChoices, ...choices }).text;

const caseReport = extracted(
  block("left-out", "Surgical Neurology 2024"),
  block("title", "A rare tumour"),
  block("paragraph", "An exci", repairedPiece("hyphen", "-\n", ""), "sion of the "),
  block("list-item", "1. CD34"),
  block("list-item", "2. desmin"),
  block("paragraph", "She is well."),
);

test("blocks are parted by a blank line, list items by a line end, furniture stays out", () => {
  expect(textOf(caseReport)).toBe(
    "A rare tumour\n\nAn excision of the \n\n1. CD34\n2. desmin\n\nShe is well.",
  );
});

test("a refused repair shows what the file has", () => {
  expect(textOf(caseReport, { refused: [pieceId(2, 1)] })).toContain("An exci-\nsion of the ");
});

test("a block that was left out comes back where it stands", () => {
  expect(textOf(caseReport, { restored: [0] })).toMatch(/^Surgical Neurology 2024\n\nA rare/);
});

test("two blocks change places", () => {
  const choices = swapBlocks(caseReport, noChoices, 1, 5);
  expect(composeText(caseReport, choices).text).toMatch(/^She is well\.\n\n.*\n\nA rare tumour$/s);
  expect(swapBlocks(caseReport, choices, 5, 1).order).toEqual([0, 1, 2, 3, 4, 5]);
});

test("a range is taken out, over blocks too, and what a repair made goes whole", () => {
  const { text } = composeText(caseReport);
  const range = { start: text.indexOf("rare"), end: text.indexOf("sion") + 2 };
  const removed = cutsOf(caseReport, noChoices, range);
  expect(removed).toEqual([
    { block: 1, from: { piece: 0, offset: 2 }, to: { piece: 0, offset: 13 } },
    { block: 2, from: { piece: 0, offset: 0 }, to: { piece: 2, offset: 2 } },
  ]);
  const cut = "A \n\non of the \n\n1. CD34\n2. desmin\n\nShe is well.";
  expect(textOf(caseReport, { removed })).toBe(cut);
  expect(textOf(caseReport, { removed, refused: [pieceId(2, 1)] })).toBe(cut);
});

test("a block of which all is taken out leaves no space behind", () => {
  const { text } = composeText(caseReport);
  const start = text.indexOf("An exci");
  const removed = cutsOf(caseReport, noChoices, { start, end: text.indexOf("1. CD34") });
  expect(textOf(caseReport, { removed })).toMatch(/^A rare tumour\n\n1\. CD34/);
});

test("choices that were made for another text are refused", () => {
  const wrong: Partial<Choices>[] = [
    { refused: [pieceId(0, 9)] },
    { order: [0, 1] },
    { order: [0, 1, 2, 3, 4, 4] },
    { restored: [6] },
    { removed: [{ block: 7, from: { piece: 0, offset: 0 }, to: { piece: 1, offset: 0 } }] },
  ];
  for (const choices of wrong)
    expect(() => textOf(caseReport, choices)).toThrow(
      expect.objectContaining({ code: "bad-input" }),
    );
});

test("sections follow headings, captions, references and what the file declares", () => {
  const file = extracted(
    block("title", "A rare tumour"),
    block("authors", "A. Author"),
    { ...block("paragraph", "Background: Rare."), section: "abstract" },
    block("heading", "1. Case report"),
    { ...block("heading", "The mass"), level: 2 },
    block("paragraph", "A woman came."),
    block("caption", "Figure 1. The mass."),
    block("table", "Size\t3 cm"),
    block("footnote", "Measured twice."),
    block("paragraph", "She left."),
    block("heading", "References"),
    block("reference", "1. Author A. Paper."),
    block("footnote", "* Equal work."),
  );
  const { text, sections, title } = composeText(file);
  expect(title).toBe("A rare tumour");
  expect(sections.map(({ start, end, ...rest }) => [text.slice(start, end), rest])).toEqual([
    ["A rare tumour", { kind: "title", title: "A rare tumour" }],
    ["A. Author", { kind: "other", title: "" }],
    ["Background: Rare.", { kind: "introduction", title: "Background" }],
    ["1. Case report", { kind: "case", title: "Case report" }],
    ["The mass\n\nA woman came.", { kind: "case", title: "The mass" }],
    [
      "Figure 1. The mass.\n\nSize\t3 cm\n\nMeasured twice.",
      { kind: "caption", title: "Figure 1" },
    ],
    ["She left.", { kind: "case", title: "" }],
    ["References\n\n1. Author A. Paper.", { kind: "references", title: "References" }],
    ["* Equal work.", { kind: "other", title: "" }],
  ]);
});

test("a declared abstract ends where the file stops declaring it", () => {
  const abstract = (kind: BlockKind, text: string): ExtractedBlock => ({
    ...block(kind, text),
    section: "abstract",
  });
  const { sections } = composeText(
    extracted(
      abstract("heading", "In short"),
      abstract("paragraph", "A tumour."),
      block("paragraph", "It began in May."),
    ),
  );
  expect(sections.map(({ kind, title }) => [kind, title])).toEqual([
    ["abstract", "In short"],
    ["other", ""],
  ]);
});

test("pieces of one line share a place, other lines have their own", () => {
  const at = (left: number, top: number, right: number): Place => ({
    page: 1,
    box: [left, top, right, top + 10],
  });
  const file = extracted(
    block(
      "paragraph",
      plainPiece("An exci", at(50, 100, 90)),
      repairedPiece("hyphen", "-\n", "", at(90, 100, 93)),
      plainPiece("sion of the mass", at(50, 112, 130)),
      plainPiece(", whole", at(131, 112, 160.04)),
    ),
    block("paragraph", plainPiece("Well", { element: 3 }), plainPiece(" now.", { element: 3 })),
  );
  const { text, places } = composeText(file);
  expect(places.map(({ start, end, place }) => [text.slice(start, end), place])).toEqual([
    ["An exci", at(50, 100, 90)],
    ["sion of the mass, whole", at(50, 112, 160.04)],
    ["Well now.", { element: 3 }],
  ]);
  expect(writePlaces(places)).toBe("[[0,7,1,50,100,90,110],[7,30,1,50,112,160,122],[32,41,3]]");
  expect(readPlaces(writePlaces(places))[2]).toEqual(places[2]);
});

const words = fc.string({ unit: fc.constantFrom("a", "B", " ", "\n", "é", "😀"), maxLength: 8 });
const anyPiece: fc.Arbitrary<Piece> = fc.oneof(
  fc.tuple(words, fc.nat(3)).map(([text, element]) => plainPiece(text, { element })),
  fc
    .tuple(fc.constantFrom(...repairKinds), words, words, fc.nat(3))
    .map(([repair, original, text, element]) => repairedPiece(repair, original, text, { element })),
);
const anyExtracted = fc
  .array(
    fc.record({
      kind: fc.constantFrom<BlockKind>("title", "heading", "paragraph", "list-item", "left-out"),
      level: fc.constantFrom(null, 1, 2),
      section: fc.constantFrom(null, "case" as const),
      pieces: fc.array(anyPiece, { maxLength: 5 }),
    }),
    { maxLength: 6 },
  )
  .map((blocks) => extracted(...blocks));

/** What is left of a text when white space does not count: the space between blocks is ours. */
const ink = (text: string) => text.replace(/\s+/g, "");
const inText = ({ blocks }: Extracted) => blocks.filter(({ kind }) => kind !== "left-out");

test("the text is all pieces and only them, repaired or as the file has them", () => {
  fc.assert(
    fc.property(anyExtracted, (file) => {
      const pieces = inText(file).flatMap((one) => one.pieces);
      expect(ink(textOf(file))).toBe(ink(pieces.map(({ text }) => text).join("")));
      const refused = file.blocks.flatMap(({ pieces: all }, at) =>
        all.map((_, piece) => pieceId(at, piece)),
      );
      expect(ink(textOf(file, { refused }))).toBe(
        ink(pieces.map(({ original }) => original).join("")),
      );
    }),
  );
});

test("every place leads back to the piece, and sections hold all that is not white space", () => {
  fc.assert(
    fc.property(anyExtracted, (file) => {
      const { text, places, sections } = composeText(file);
      const placed = places.map(({ start, end }) => text.slice(start, end)).join("");
      expect(ink(placed)).toBe(ink(text));
      expect(ink(sections.map(({ start, end }) => text.slice(start, end)).join(""))).toBe(
        ink(text),
      );
      let last = 0;
      for (const { start, end } of places) {
        expect(start >= last && end > start).toBe(true);
        last = end;
      }
    }),
  );
});

test("taking out any range of plain pieces takes out just that", () => {
  const plain = anyExtracted.map((file) => ({
    ...file,
    blocks: file.blocks.map((one) => ({
      ...one,
      pieces: one.pieces.filter(({ repair }) => repair === null),
    })),
  }));
  fc.assert(
    fc.property(plain, fc.nat(60), fc.nat(60), (file, a, b) => {
      const before = textOf(file);
      const [start, end] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)];
      const removed = cutsOf(file, noChoices, { start, end });
      expect(Choices.parse(JSON.parse(JSON.stringify({ ...noChoices, removed })))).toBeTruthy();
      expect(ink(textOf(file, { removed }))).toBe(ink(before.slice(0, start) + before.slice(end)));
    }),
  );
});
