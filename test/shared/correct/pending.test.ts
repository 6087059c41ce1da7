import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, checkEdits, type TextEdit } from "../../../shared/correct/edits.ts";
import { compareEdits, withEdit } from "../../../shared/correct/pending.ts";
import { anyCorrection, anyRolls, editsFrom } from "./arbitrary-correction.ts";

const text = "e tumour was 5 cm.";
const insert = (start: number, words: string): TextEdit => ({ start, end: start, text: words });

test("letters that are typed one after the other are one edit", () => {
  const typed = [insert(0, "T"), insert(1, "h")].reduce<TextEdit[]>(
    (edits, change) => withEdit(text, edits, change),
    [],
  );
  expect(typed).toEqual([insert(0, "Th")]);
});

test("what is taken back is no edit", () => {
  const edits = withEdit(text, [], insert(0, "Th"));
  expect(withEdit(text, edits, { start: 0, end: 2, text: "" })).toEqual([]);
});

test("what was taken out and put in is told in the order of reading", () => {
  const edits = [insert(0, "Th"), { start: 13, end: 14, text: "6" }];
  expect(compareEdits(text, edits).map(({ kind, text: words }) => `${kind}:${words}`)).toEqual([
    ...["in:Th", "same:e tumour was ", "out:5", "in:6", "same: cm."],
  ]);
});

test("whatever is changed one after the other, the edits of the first text make the last", () => {
  fc.assert(
    fc.property(anyCorrection, anyRolls, ({ text: old, edits }, rolls) => {
      let pending: TextEdit[] = edits.filter(
        ({ start, end, text: words }) => old.slice(start, end) !== words,
      );
      for (const roll of rolls) {
        const now = applyEdits(old, pending);
        const [change] = editsFrom(now, [roll]);
        if (!change) continue;
        pending = withEdit(old, pending, change);
        checkEdits(old, pending);
        expect(applyEdits(old, pending)).toBe(applyEdits(now, [change]));
      }
    }),
    { numRuns: 2000 },
  );
});
