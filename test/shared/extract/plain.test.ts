import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDefects } from "../../../shared/defects/apply.ts";
import type { Defect } from "../../../shared/defects/defect.ts";
import { findDefects } from "../../../shared/defects/find.ts";
import { noChoices, pieceId } from "../../../shared/extract/choices.ts";
import { composeText } from "../../../shared/extract/compose.ts";
import { readPlain } from "../../../shared/extract/plain.ts";
import { findSections } from "../../../shared/text/sections.ts";

const report = `
A rare tumour of the spine


CASE REPORT
  A woman came.\u00a0

1. CD34 negative
2. desmin positive

Figure 1: The tumour.

Age\tSex
`;

test("a text file falls into blocks that hold its white space as well", () => {
  const { title, blocks } = readPlain(report);
  expect(title).toBe("A rare tumour of the spine");
  expect(
    blocks.map(({ kind, level, section, pieces }) => [kind, level, section, pieces[0]?.text]),
  ).toEqual([
    ["title", null, "title", "\nA rare tumour of the spine\n\n\n"],
    ["heading", 1, "case", "CASE REPORT\n"],
    ["paragraph", null, null, "  A woman came.\u00a0\n\n"],
    ["list-item", null, null, "1. CD34 negative\n"],
    ["list-item", null, null, "2. desmin positive\n\n"],
    ["caption", null, null, "Figure 1: The tumour.\n\n"],
    ["table", null, null, "Age\tSex\n"],
  ]);
});

test("the text that is composed of any text file is the file's own", () => {
  const line = fc.constantFrom(
    "",
    "  ",
    "CASE REPORT",
    "1. CD34",
    " She came.",
    "A\tB",
    "Figure 1: A mass.",
    "a line that goes on and on, as far across the page as lines go, and on to the next",
  );
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const text = lines.join("\n");
      const composed = composeText(readPlain(text));
      const whole = text.trim() === "" ? "" : text;
      expect(composed.text).toBe(whole);
      expect(composed.sections).toEqual(findSections(whole));
    }),
  );
});

const pasted = `CONCLUSION

e prognosis of patients with this tumour is poor, because of
the high rate of metastases to the lungs  and the liver; the
Downloaded from http://journal.org by guest
exci-
sion of the tumour did not help.

a b

Figure 1: The tumour before (a) and after (b) its excision.
`;

test("defects become repairs of the pieces, and each can be refused", () => {
  const defects = findDefects(pasted);
  const file = readPlain(pasted, defects);
  expect(composeText(file).text).toBe(applyDefects(pasted, defects).text);
  const refused = file.blocks.flatMap(({ pieces }, block) =>
    pieces.map((_, piece) => pieceId(block, piece)),
  );
  expect(composeText(file, { ...noChoices, refused }).text).toBe(pasted);
  const kinds = new Set(file.blocks.flatMap(({ pieces }) => pieces.map(({ repair }) => repair)));
  expect([...kinds].sort()).toEqual(
    ["figure-letters", "hyphen", "ligature", "line-end", "running-head", "spaces", null].sort(),
  );
});

test("whatever is repaired in whatever text, blocks compose to the repaired text", () => {
  const part = fc.constantFrom("\n", "\n\n", " ", "CASE REPORT\n\n", "It was a mass. ", "12", "-");
  const repairAt = fc.tuple(fc.nat(9), fc.nat(9), fc.constantFrom("", " ", "x"));
  fc.assert(
    fc.property(fc.array(part), fc.array(repairAt, { maxLength: 6 }), (parts, steps) => {
      const text = parts.join("");
      const defects: Defect[] = [];
      let at = 0;
      for (const [gap, length, replacement] of steps) {
        const [start, end] = [at + gap, at + gap + length];
        if (length === 0 || end > text.length) break;
        const kind = "hyphen" as const;
        defects.push({ kind, start, end, replacement, because: "", certainty: "sure" });
        at = end;
      }
      const file = readPlain(text, defects);
      expect(ink(composeText(file).text)).toBe(ink(applyDefects(text, defects).text));
      const all = file.blocks.flatMap(({ pieces }) => pieces.map(({ original }) => original));
      expect(all.join("")).toBe(file.blocks.length === 0 ? "" : text);
    }),
  );
});

/** A text of nothing but white space is none: it has no blocks. */
const ink = (text: string) => text.replace(/\s+/g, "");
