import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, checkEdits } from "../../../shared/correct/edits.ts";
import { finerEdits } from "../../../shared/correct/finer.ts";
import { anyCorrection } from "./arbitrary-correction.ts";

test("a text that was pasted over another is an edit for each word that is another", () => {
  const text = "e tumour was grey.\nIt stained for desmi.\nNothing else.";
  const pasted = "The tumour was grey.\nIt stained for desmin.\nNothing else was seen.";
  expect(finerEdits(text, { start: 0, end: text.length, text: pasted })).toEqual([
    { start: 0, end: 0, text: "Th" },
    { start: 39, end: 39, text: "n" },
    { start: 53, end: 53, text: " was seen" },
  ]);
});

test("whatever is put instead of whatever, the finer edits make the same of it", () => {
  fc.assert(
    fc.property(anyCorrection, ({ text, edits }) => {
      for (const edit of edits) {
        const finer = finerEdits(text, edit);
        checkEdits(text, finer);
        expect(applyEdits(text, finer)).toBe(applyEdits(text, [edit]));
      }
    }),
    { numRuns: 2000 },
  );
});
