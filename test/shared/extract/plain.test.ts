import fc from "fast-check";
import { expect, test } from "vitest";
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
