import fc from "fast-check";
import { expect, test } from "vitest";
import { snapToWords, trimRange, wordAt, wordRanges } from "../../../shared/text/words.ts";

const words = (text: string) => wordRanges(text).map(({ start, end }) => text.slice(start, end));

test("names of markers, drugs and rearrangements are one word", () => {
  const text =
    "HMB-45 Melan-A Ki-67 p16 5-FU t(11;22)(q24;q12) del(17p) PD-L1 T-cell β-catenin CAM5.2 CK5/6 Crohn’s";
  expect(words(text)).toEqual(text.split(" "));
});

test("results, ranges and compounds are words of their own", () => {
  expect(words("CD34+ CD34-positive C5–C7 63-year-old (10%), ER/PR; naïve")).toEqual([
    "CD34",
    "CD34",
    "positive",
    "C5",
    "C7",
    "63",
    "year",
    "old",
    "10",
    "ER",
    "PR",
    "naïve",
  ]);
});

test("the word at an offset is the one it is in or at the end of", () => {
  const text = "A HMB-45, then";
  const at = [0, 1, 2, 5, 8, 9, 10].map((offset) => {
    const word = wordAt(text, offset);
    return word && text.slice(word.start, word.end);
  });
  expect(at).toEqual(["A", "A", "HMB-45", "HMB-45", "HMB-45", null, "then"]);
});

test("the words of a range are those that reach into it", () => {
  const text = "smooth muscle actin";
  expect(wordRanges(text, { start: 8, end: 15 })).toEqual([
    { start: 7, end: 13 },
    { start: 14, end: 19 },
  ]);
});

test("a range snaps to the words it begins and ends in, and to no more", () => {
  const text = "the smooth muscle actin was";
  const snap = (start: number, end: number) => {
    const range = snapToWords(text, { start, end });
    return text.slice(range.start, range.end);
  };
  expect([snap(6, 20), snap(3, 18), snap(4, 10), snap(3, 4)]).toEqual([
    "smooth muscle actin",
    "smooth muscle",
    "smooth",
    "",
  ]);
});

test("the range is trimmed as strings are", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const { start, end } = trimRange(text, { start: 0, end: text.length });
      expect(text.slice(start, end)).toBe(text.trim());
    }),
  );
  expect(trimRange(" \u00a0\u2005\ufeff\u3000x\u2028 ", { start: 0, end: 8 })).toEqual({
    start: 5,
    end: 6,
  });
});

test("words are in order, disjoint, and the same whether looked for from the start or nearby", () => {
  const piece = fc.oneof(
    fc.constantFrom("Ki-67", "t(1;2)", " ", "-", "CD34+", "\n", "5-FU", "’s"),
    fc.string(),
  );
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join("")),
      fc.nat(),
      (text, n) => {
        const all = wordRanges(text);
        const offset = n % (text.length + 1);
        const near = all.filter(({ start, end }) => start <= offset && offset <= end).at(-1);
        expect(wordAt(text, offset)).toEqual(near ?? null);
        expect(all.every(({ start }, at) => start >= (all[at - 1]?.end ?? 0))).toBe(true);
      },
    ),
  );
});
