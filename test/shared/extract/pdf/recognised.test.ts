import { expect, test } from "vitest";
import { textOfBlock } from "../../../../shared/extract/extracted.ts";
import { blocksOfPages } from "../../../../shared/extract/pdf/extract-pdf.ts";
import { linesOf } from "../../../../shared/extract/pdf/lines.ts";
import { Recognised, wordsOf } from "../../../../shared/extract/pdf/recognised.ts";
import { sheetsOf } from "../../../../shared/extract/pdf/runs.ts";
import { warningsOf } from "../../../../shared/extract/pdf/warnings.ts";

interface LineOptions {
  rowHeight?: number;
  /** In percent, by word; others are 95. */
  sure?: Record<string, number>;
}

/** A line as Tesseract tells it, its letters 20 dots wide. */
function line(text: string, baseline: number, { rowHeight = 38, sure = {} }: LineOptions = {}) {
  const starts = [...text.matchAll(/\S+/g)];
  return {
    rowAttributes: { rowHeight, descenders: 9, ascenders: 10 },
    baseline: { x0: 100, y0: baseline + 1, x1: 900, y1: baseline - 1 },
    words: starts.map(({ 0: word, index }) => ({
      text: word,
      confidence: sure[word] ?? 95,
      bbox: {
        ...{ x0: 100 + index * 20, y0: baseline - 28 },
        ...{ x1: 100 + (index + word.length) * 20 - 4, y1: baseline + 9 },
      },
    })),
  };
}

const page = (...lines: ReturnType<typeof line>[]) =>
  Recognised.parse({ blocks: [{ paragraphs: [{ lines }] }] });

const scale = 72 / 300;
const thin = () => 3;

function read(found: Recognised, strokeWidth: (box: { y0: number }) => number = thin) {
  const size = { width: 612, height: 792 };
  return blocksOfPages([
    sheetsOf(1, size, wordsOf(found, scale, strokeWidth)).flatMap((sheet) => linesOf(sheet)),
  ]);
}

test("words stand in points where they stood in dots, all of one line on one height", () => {
  expect(wordsOf(page(line("Desmin was", 300)), scale, thin)).toEqual([
    {
      ...{ text: "Desmin ", width: (6 * 20 - 4) * scale, confidence: 95 },
      ...{ matrix: [10, 0, 0, 10, 24, 72], face: { name: "", bold: false, italic: false } },
    },
    {
      ...{ text: "was ", width: (3 * 20 - 4) * scale, confidence: 95 },
      ...{ matrix: [10, 0, 0, 10, (100 + 7 * 20) * scale, 72], face: expect.anything() },
    },
  ]);
});

test("type that measures a little more or less is the page's usual size, larger type is larger", () => {
  const found = page(
    line("A title", 100, { rowHeight: 60 }),
    line("Two lines of type", 200, { rowHeight: 36 }),
    line("that is all of one size", 260, { rowHeight: 39 }),
    line("and measures otherwise.", 320, { rowHeight: 40 }),
  );
  const sizes = wordsOf(found, scale, thin).map(({ matrix }) => matrix[0]);
  expect([...new Set(sizes)]).toEqual([16, 10.5]);
});

test("a line of much thicker strokes is bold, and so may be a heading", () => {
  const found = page(
    line("Results", 100),
    line("The tumour was free of desmin in all of the sections that were", 200),
    line("looked at, and no mitosis was found in any of them.", 250),
  );
  const blocks = read(found, ({ y0 }) => (y0 < 100 ? 5 : 3));
  expect(blocks.map(({ kind }) => kind)).toEqual(["heading", "paragraph"]);
});

test("a doubtful word is a piece that can be refused, also before a line's end", () => {
  const found = page(
    line("The tumour was positive for DOG1, but not for des-", 200, {
      sure: { "DOG1,": 61.4, "des-": 30 },
    }),
    line("min, and no mitosis was found in any of the sections.", 250),
  );
  const [block] = read(found);
  expect(block && textOfBlock(block)).toBe(
    "The tumour was positive for DOG1, but not for desmin, and no mitosis was found in any of the sections.",
  );
  const doubts = block?.pieces.filter(({ repair }) => repair === "uncertain");
  expect(doubts?.map(({ text, original, because }) => [text, original, because])).toEqual([
    ["DOG1,", "[…]", "OCR is 61 % sure of it."],
    ["des", "[…]", "OCR is 30 % sure of it."],
  ]);
  expect(warningsOf(block ? [block] : [])).toEqual([
    "OCR is not sure of what it read in places: 2 words are marked in the text.",
  ]);
});

test("what OCR makes of stains and edges is left out, and said", () => {
  const found = page(
    line("The tumour was positive for desmin in all of the sections that were", 200),
    line("looked at, and no mitosis was found in any of them.", 250),
    line("| —", 500),
    line("jlf vvx", 700, { sure: { jlf: 20, vvx: 30 } }),
  );
  const blocks = read(found);
  expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "left-out", "left-out"]);
  expect(warningsOf(blocks)).toEqual([
    "2 lines are left out in which OCR could hardly make anything out.",
  ]);
});
