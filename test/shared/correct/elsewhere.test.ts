import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdits, checkEdits, realEdits } from "../../../shared/correct/edits.ts";
import { editsHere } from "../../../shared/correct/elsewhere.ts";
import { mappingOf } from "../../../shared/correct/mapping.ts";
import { anyCorrection, anyRolls, editsFrom } from "./arbitrary-correction.ts";

const text = "The tumor was posi tive for desmin.";
const replace = (from: string, words: string) => {
  const start = text.indexOf(from);
  return { start, end: start + from.length, text: words };
};
const here = [replace("The", "This"), replace("tumor", "tumour"), replace("desmin", "Desmin")];
const texts = applyEdits(text, here);
const among = (edits: ReturnType<typeof replace>[], taken = [] as typeof edits) =>
  editsHere({ text, edits }, texts, mappingOf(text, here), taken);

test("what others corrected is found where its words stand here, and is lost where they do not", () => {
  expect(texts).toBe("This tumour was posi tive for Desmin.");
  expect(among([replace("posi tive", "positive"), replace("desmin", "DES")])).toEqual({
    edits: [{ start: 16, end: 25, text: "positive" }],
    lost: 1,
  });
});

test("what is corrected here already is neither offered nor lost, in whatever pieces", () => {
  const inserted = { start: text.indexOf("r was"), end: text.indexOf("r was"), text: "u" };
  expect(among([replace("The tumor", "This tumour"), replace("desmin", "Desmin")])).toEqual({
    edits: [],
    lost: 0,
  });
  expect(among([inserted, replace("d", "D")])).toEqual({ edits: [], lost: 0 });
});

test("a place that somebody else corrected too is offered once, and lost where they differ", () => {
  const taken = among([replace("posi tive", "positive")]).edits;
  expect(among([replace("posi tive", "positive")], taken)).toEqual({ edits: [], lost: 0 });
  expect(among([replace("posi tive", "negative")], taken)).toEqual({ edits: [], lost: 1 });
});

test("of a correction that moved text nothing is offered", () => {
  const words = "posi tive ";
  const start = text.indexOf(words);
  const moved = [{ start, end: start + words.length, at: 0 }];
  const edits = [{ start: 0, end: 0, text: words, moved }, replace(words, "")];
  expect(among(edits)).toEqual({ edits: [], lost: 2 });
});

test("of the same text all is offered", () => {
  fc.assert(
    fc.property(anyCorrection, ({ text: base, edits }) => {
      const all = editsHere({ text: base, edits }, base, (range) => range, []);
      expect(all).toEqual({ edits: realEdits(base, edits), lost: 0 });
    }),
  );
});

test("whatever was corrected here, what is offered can be made", () => {
  fc.assert(
    fc.property(anyCorrection, anyRolls, ({ text: base, edits }, rolls) => {
      const own = editsFrom(base, rolls);
      const now = applyEdits(base, own);
      const found = editsHere({ text: base, edits }, now, mappingOf(base, own), []);
      expect(() => checkEdits(now, found.edits)).not.toThrow();
    }),
  );
});
