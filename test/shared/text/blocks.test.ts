import fc from "fast-check";
import { expect, test } from "vitest";
import { findBlocks } from "../../../shared/text/blocks.ts";
import { findSections } from "../../../shared/text/sections.ts";

/** Each block as it is shown: headings with their level, line ends inside as "/". */
function layout(text: string): string[] {
  return findBlocks(text, findSections(text)).map(({ start, end, kind, level }) => {
    const words = text.slice(start, end).replace(/\s*\n\s*/g, "/");
    return kind === "heading" ? `${level} ${words}` : words;
  });
}

test("lines that were wrapped to a page's width become one paragraph", () => {
  const text = `CASE REPORT

 A 63-year-old female presented with a right mild hemiparesis
(i.e., 4/5 motor deficit) and relative right-sided C5 sensory
level of one month.

She had surgery.
`;
  expect(layout(text)).toEqual([
    "1 CASE REPORT",
    "A 63-year-old female presented with a right mild hemiparesis/(i.e., 4/5 motor deficit) and relative right-sided C5 sensory/level of one month.",
    "She had surgery.",
  ]);
});

test("headings right above their text, with brackets or a colon, have a line to themselves", () => {
  const text = `CLINICAL HISTORY
A mass in the left breast.

PART 1: CORE BIOPSY (14 gauge)
Invasive carcinoma of no special type.

DIAGNOSIS:
Carcinoma of the left breast.
`;
  expect(layout(text)).toEqual([
    "1 CLINICAL HISTORY",
    "A mass in the left breast.",
    "1 PART 1: CORE BIOPSY (14 gauge)",
    "Invasive carcinoma of no special type.",
    "1 DIAGNOSIS:",
    "Carcinoma of the left breast.",
  ]);
});

test("a paragraph ends with a short line, though no blank line follows", () => {
  const text = `The tumour was found in the left thigh of a man of sixty years
and was removed.
The slides showed spindle cells with blunt nuclei and necrosis in
large areas.`;
  expect(layout(text)).toEqual([
    "The tumour was found in the left thigh of a man of sixty years/and was removed.",
    "The slides showed spindle cells with blunt nuclei and necrosis in/large areas.",
  ]);
});

test("one sentence on each line stays as it is", () => {
  const text = `The patient was seen by a surgeon in the spring of that year.
He found a mass in the left thigh that had grown for a year.
It was removed with wide margins in one piece.`;
  expect(layout(text)).toEqual(text.split("\n"));
});

test("items of a list, rows of a table and short lines stay apart", () => {
  const text = `The following stains were made, and each of them was looked at by two:
- smooth muscle actin, positive in all of the cells and in the vessels
  of the stroma
- desmin
1. CD34 negative
Marker   Result   Extent
SMA\tpositive\tdiffuse
Dr A. Smith
Department of Pathology`;
  expect(layout(text)).toEqual([
    "The following stains were made, and each of them was looked at by two:",
    "- smooth muscle actin, positive in all of the cells and in the vessels/of the stroma",
    "- desmin",
    "1. CD34 negative",
    "Marker   Result   Extent",
    "SMA\tpositive\tdiffuse",
    "Dr A. Smith",
    "Department of Pathology",
  ]);
});

test("a title over two lines is one heading, and a run-in heading begins a paragraph", () => {
  const text = `Leiomyosarcoma of the cervical spine
in a woman

Background: Sarcomas are rare.

2.1 Histology

Spindle cells.`;
  expect(layout(text)).toEqual([
    "1 Leiomyosarcoma of the cervical spine/in a woman",
    "Background: Sarcomas are rare.",
    "2 2.1 Histology",
    "Spindle cells.",
  ]);
});

test("a heading with text below it and no blank line between is a block of its own", () => {
  expect(layout("Text before it.\nDISCUSSION\nText after it.")).toEqual([
    "Text before it.",
    "1 DISCUSSION",
    "Text after it.",
  ]);
});

test("a section whose title is not in the text makes no heading", () => {
  const text = "Only words.";
  const section = { start: 0, end: 11, kind: "case", title: "Case report" } as const;
  expect(findBlocks(text, [section])).toEqual([{ start: 0, end: 11, kind: "paragraph" }]);
});

const piece = fc.oneof(
  fc.constantFrom(
    "\n",
    "\n\n",
    " ",
    "   ",
    "\t",
    "\u00a0",
    "CASE REPORT\n",
    "- item\n",
    "word ".repeat(12),
    ".\n",
  ),
  fc.string({ unit: "binary" }),
);
const anyText = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(""));

test("blocks are in order, hold no blank line and all that is not white space", () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, withSections) => {
      let at = 0;
      for (const { start, end } of findBlocks(text, withSections ? findSections(text) : [])) {
        expect(text.slice(at, start).trim()).toBe("");
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
        expect(text.slice(start, end)).not.toMatch(/\n\s*\n/);
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe("");
    }),
  );
});
