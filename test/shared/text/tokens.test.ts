import fc from "fast-check";
import { expect, test } from "vitest";
import { tokenRanges } from "../../../shared/text/tokens.ts";
import { wordRanges } from "../../../shared/text/words.ts";

const tokens = (text: string) => tokenRanges(text).map(({ start, end }) => text.slice(start, end));

test("tokens are words, and every symbol apart but for runs of one", () => {
  const words = [
    ...["HMB-45", "+++", "(", "90", "%", ")", ")", ",", "5.2cm", "…", "x\u0338", "≠"],
    ...["=\u0338", "=", "t(11;22)(q24;q12)", "CD34", "-", "positive", "...", "approx", ".", "."],
  ];
  expect(
    tokens(
      "HMB-45+++ (90%)), 5.2cm…\u00A0x\u0338≠=\u0338= t(11;22)(q24;q12) CD34-positive... approx..",
    ),
  ).toEqual(words);
});

const character = fc.constantFrom(
  ...["a", "B", "7", "-", "'", ".", "+", "(", "=", " ", "\n", "\u00A0", "\uFEFF", "\u2028"],
  ...[
    "\u0301",
    "\u0338",
    "\u200C",
    "\u200D",
    "\u200B",
    "\u00AD",
    "🧪",
    "👩🏽‍🔬",
    "é",
    "疾",
    "\uD800",
  ],
);
const text = fc.string({ unit: character, maxLength: 60 });

test("tokens are in order and disjoint, hold all but white space, and cut no sequence", () => {
  fc.assert(
    fc.property(text, (written) => {
      const ranges = tokenRanges(written);
      const ends = [0, ...ranges.map(({ end }) => end)];
      const gaps = [...ranges.map(({ start }) => start), written.length].map((start, at) =>
        written.slice(ends[at], start),
      );
      expect(gaps.filter((gap) => /\S/u.test(gap))).toEqual([]);
      expect(
        ranges.filter(({ start, end }, at) => start >= end || start < (ends[at] ?? 0)),
      ).toEqual([]);
      const cut = ranges.filter(
        ({ start }) =>
          /^[\p{M}\u200C\u200D]/u.test(written.slice(start)) && /\S$/.test(written.slice(0, start)),
      );
      expect(cut).toEqual([]);
      expect(tokens(written).filter((token) => /^[\uDC00-\uDFFF]|\s/.test(token))).toEqual([]);
    }),
  );
});

test("a word's edges are edges of tokens, unless a mark or joiner follows", () => {
  fc.assert(
    fc.property(text, (written) => {
      const plain = written.replace(/[\p{M}\u200C\u200D]/gu, "");
      const starts = new Set(tokenRanges(plain).map(({ start, end }) => `${start}-${end}`));
      expect(wordRanges(plain).filter(({ start, end }) => !starts.has(`${start}-${end}`))).toEqual(
        [],
      );
    }),
  );
});

test("the tokens of a range are those of the whole text that reach into it", () => {
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (written, a, b) => {
      const start = Math.min(a, b, written.length);
      const range = { start, end: Math.min(Math.max(a, b), written.length) };
      const reaching = tokenRanges(written).filter(
        (token) => token.end > range.start && token.start < range.end,
      );
      expect(tokenRanges(written, range)).toEqual(reaching);
    }),
  );
});
