import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, invertedEdits } from "../../../shared/correct/edits.ts";
import { anyCorrection } from "./arbitrary-correction.ts";

test("edits that lead back put back what the others took out", () => {
  const edits = [
    { start: 0, end: 1, text: "The" },
    { start: 6, end: 6, text: "new " },
  ];
  expect(invertedEdits("e two.", edits)).toEqual([
    { start: 0, end: 3, text: "e" },
    { start: 8, end: 12, text: "" },
  ]);
});

test("every correction can be taken back by edits", () => {
  fc.assert(
    fc.property(anyCorrection, ({ text, edits }) => {
      expect(applyEdits(applyEdits(text, edits), invertedEdits(text, edits))).toBe(text);
    }),
    { numRuns: 2000 },
  );
});
