import fc from "fast-check";
import { expect, test } from "vitest";
import { hullOf, offsetConverter, quoteOf } from "../../../shared/text/offsets.ts";

test("one string has one place in each unit", () => {
  const text = "IHC 💊: CD34+";
  const { toCodePoint, toUnit } = offsetConverter(text);
  expect(text.indexOf("CD34")).toBe(8);
  expect({ codePoint: toCodePoint(8), unit: toUnit(7) }).toEqual({ codePoint: 7, unit: 8 });
});

test("combining characters and joiners count as the code points they are", () => {
  const text = "e\u0301 👩🏽‍🔬 x";
  const { toCodePoint } = offsetConverter(text);
  expect(toCodePoint(text.indexOf("x"))).toBe(Array.from(text).indexOf("x"));
});

test("a lone surrogate counts as one character in both units", () => {
  const { toCodePoint, toUnit } = offsetConverter("a\uD83Cb💊c");
  expect([toCodePoint(3), toCodePoint(5), toUnit(4)]).toEqual([3, 4, 5]);
});

test("the text's end is a place, what lies beyond is a mistake", () => {
  const { toCodePoint, toUnit } = offsetConverter("💊");
  expect([toCodePoint(2), toUnit(1)]).toEqual([1, 2]);
  expect(() => toCodePoint(3)).toThrow(RangeError);
  expect(() => toUnit(2)).toThrow(RangeError);
  expect(() => toUnit(-1)).toThrow(RangeError);
  expect(() => toUnit(Number.NaN)).toThrow(RangeError);
});

test("both conversions agree with counting code points one by one", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "🧪", "é", "\u0301", "疾", "\n") });
  fc.assert(
    fc.property(texts, (text) => {
      const { toCodePoint, toUnit } = offsetConverter(text);
      let unit = 0;
      Array.from(text).forEach((character, codePoint) => {
        expect([toCodePoint(unit), toUnit(codePoint)]).toEqual([codePoint, unit]);
        unit += character.length;
      });
      expect(toUnit(toCodePoint(text.length))).toBe(text.length);
    }),
  );
});

test("a quote joins its ranges by one space, in the order given", () => {
  const ranges = [
    { start: 10, end: 18 },
    { start: 0, end: 4 },
  ];
  expect(quoteOf("CD34 (SP1)positive", ranges)).toBe("positive CD34");
  expect(hullOf(ranges)).toEqual({ start: 0, end: 18 });
});
