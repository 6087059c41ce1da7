import fc from "fast-check";
import { expect, test } from "vitest";
import { type SameWords, sameWords } from "../../../shared/text/same-words.ts";

const text =
  "Desmin and desmin. H-\ncaldesmon, smooth\nmuscle actin; smooth muscle actin. C++ (ER) ER.";
const found = (quote: string, how: Partial<SameWords> = {}) =>
  sameWords(text, { quote, matchCase: false, wholeWords: true, ...how }).map(({ start, end }) =>
    text.slice(start, end),
  );

test("words are found in any case, over a line's end, and only where they stand alone", () => {
  expect(found("desmin")).toEqual(["Desmin", "desmin"]);
  expect(found("smooth muscle actin")).toEqual(["smooth\nmuscle actin", "smooth muscle actin"]);
  expect(found("smooth\nmuscle actin")).toHaveLength(2);
  expect(found("act")).toEqual([]);
});

test("letters inside of words and the same case are asked for", () => {
  expect(found("desmin", { matchCase: true })).toEqual(["desmin"]);
  expect(found("desm", { wholeWords: false })).toEqual(["Desm", "desm", "desm"]);
});

test("signs are signs, and nothing is found of no words", () => {
  expect(found("C++")).toEqual(["C++"]);
  expect(found("(ER)")).toEqual(["(ER)"]);
  expect(found("ER")).toEqual(["ER", "ER"]);
  expect(found(" ")).toEqual([]);
});

test("only a range is looked through", () => {
  const words = { quote: "desmin", matchCase: false, wholeWords: true };
  expect(sameWords(text, words, { start: 3, end: text.length })).toHaveLength(1);
  expect(sameWords(text, words, { start: 0, end: 16 })).toHaveLength(1);
});

test("any words of a text are found again where they stand", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme", maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      (given, a, b) => {
        const [start, end] = [a, b].map((at) => at % (given.length + 1)).toSorted((x, y) => x - y);
        const quote = given.slice(start, end);
        fc.pre(quote.isWellFormed() && quote.trim() === quote && quote !== "");
        const hits = sameWords(given, { quote, matchCase: true, wholeWords: false });
        expect(hits.map((hit) => given.slice(hit.start, hit.end))).toContain(quote);
      },
    ),
  );
});
