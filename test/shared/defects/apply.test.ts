import fc from "fast-check";
import { expect, test } from "vitest";
import { applyDefects } from "../../../shared/defects/apply.ts";
import type { Defect } from "../../../shared/defects/defect.ts";

const repair = (start: number, end: number, replacement: string): Defect => ({
  kind: "hyphen",
  start,
  end,
  replacement,
  because: "",
  certainty: "sure",
});

test("offsets follow the text, and those inside a repair go to the side that is asked for", () => {
  const { text, map } = applyDefects("The exci-\nsion.", [repair(8, 10, "")]);
  expect(text).toBe("The excision.");
  expect([0, 8, 9, 10, 15].map((at) => [map(at, -1), map(at, 1)])).toEqual([
    [0, 0],
    [8, 8],
    [8, 8],
    [8, 8],
    [13, 13],
  ]);
});

test("a word that grows keeps its span whole", () => {
  const { text, map } = applyDefects("Rare. e most", [repair(6, 7, "The")]);
  expect(text.slice(map(6, 1), map(7, -1))).toBe("The");
  expect(text.slice(map(8, 1), map(12, -1))).toBe("most");
});

test("a stretch that moves takes its repairs and its offsets along", () => {
  const old = "HEAD\n\nIt is a 63-year-\n Aim: e  end.\n old man.";
  const inner = old.indexOf("Aim");
  const { text, map } = applyDefects(old, [
    {
      kind: "order",
      start: old.indexOf("\n Aim"),
      end: old.indexOf("old"),
      replacement: "",
      because: "",
      certainty: "likely",
      movedTo: 0,
    },
    repair(inner + 6, inner + 8, " "),
  ]);
  expect(text).toBe("Aim: e end.\n\nHEAD\n\nIt is a 63-year-old man.");
  const moved = (words: string) => {
    const at = old.indexOf(words);
    return text.slice(map(at, 1), map(at + words.length, -1));
  };
  expect(["Aim", "end.", "HEAD", "63-year-", "old man."].map(moved)).toEqual([
    "Aim",
    "end.",
    "HEAD",
    "63-year-",
    "old man.",
  ]);
});

test("repairs that overlap, and offsets outside the text, are the caller's mistake", () => {
  expect(() => applyDefects("abcdef", [repair(1, 4, ""), repair(3, 5, "")])).toThrow(RangeError);
  expect(() => applyDefects("abc", []).map(4, 1)).toThrow(RangeError);
});

const anyRepairs = fc
  .uniqueArray(fc.nat(40), { maxLength: 10 })
  .map((places) => places.sort((a, b) => a - b))
  .chain((places) =>
    fc.array(fc.string({ maxLength: 3 }), { minLength: 5, maxLength: 5 }).map((texts) =>
      texts.flatMap((text, at) => {
        const [start, end] = places.slice(2 * at, 2 * at + 2);
        return start === undefined || end === undefined ? [] : [repair(start, end, text)];
      }),
    ),
  );

test("every character that is not repaired is found again by the map, in order", () => {
  const old = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOP";
  fc.assert(
    fc.property(anyRepairs, (repairs) => {
      const { text, map } = applyDefects(old, repairs);
      let last = 0;
      for (let at = 0; at < old.length; at++) {
        expect(map(at, -1)).toBeLessThanOrEqual(map(at, 1));
        expect(map(at, 1)).toBeGreaterThanOrEqual(last);
        last = map(at, 1);
        const isKept = !repairs.some(({ start, end }) => start <= at && at < end);
        if (isKept) expect(text.slice(map(at, 1), map(at + 1, -1))).toBe(old[at]);
      }
      expect(map(old.length, 1)).toBe(text.length);
    }),
  );
});
