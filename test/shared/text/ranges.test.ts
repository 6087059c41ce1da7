import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextRange } from "../../../shared/model/annotation.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { cutRanges, joinRanges, withoutRange, withRange } from "../../../shared/text/ranges.ts";

const text = "ER and PR were strongly positive.";

function on(words: string): TextRange {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

describe("a fragment", () => {
  test("comes after those that were marked before it", () => {
    const ranges = withRange(text, [on("positive")], on("ER"));
    expect(quoteOf(text, ranges)).toBe("positive ER");
  });

  test("grows together with what it touches, overlaps or only white space parts it from", () => {
    const ranges = [on("ER"), on("strongly"), on("ive")];
    expect(withRange(text, ranges, on("positi"))).toEqual([on("ER"), on("strongly positive")]);
    expect(withRange(text, [on("ER and"), on("were")], on("and PR"))).toEqual([
      on("ER and PR were"),
    ]);
  });

  test("that is in the span already changes nothing", () => {
    const ranges = [on("ER and PR"), on("positive")];
    expect(withRange(text, ranges, on("and"))).toEqual(ranges);
  });
});

describe("what is taken out", () => {
  test("is a fragment, or a hole in one, with no white space left at its sides", () => {
    const ranges = [on("ER and PR"), on("positive")];
    expect(withoutRange(text, ranges, on("positive"))).toEqual([on("ER and PR")]);
    expect(withoutRange(text, ranges, on("and"))).toEqual([on("ER"), on("PR"), on("positive")]);
  });

  test("may be all there is", () => {
    expect(withoutRange(text, [on("PR")], on("and PR were"))).toEqual([]);
  });
});

describe("a cut", () => {
  test("parts a span in two, inside a fragment or between two", () => {
    const caret = text.indexOf(" PR");
    expect(cutRanges(text, [on("ER and PR"), on("positive")], caret)).toEqual([
      [on("ER and")],
      [on("PR"), on("positive")],
    ]);
    expect(cutRanges(text, [on("ER"), on("positive")], caret)).toEqual([
      [on("ER")],
      [on("positive")],
    ]);
  });

  test("at an end, with nothing on one side, is none", () => {
    expect(cutRanges(text, [on("PR")], on("PR").start)).toBeNull();
    expect(cutRanges(text, [on("PR")], on("PR").end)).toBeNull();
  });
});

test("joined ranges are in the order of the text, one where they meet", () => {
  expect(joinRanges(text, [on("positive"), on("and PR"), on("ER and"), on("were")])).toEqual([
    on("ER and PR were"),
    on("positive"),
  ]);
});

/** Words of a letter and spaces, and ranges on them that neither begin nor end in white space. */
const anyText = fc.string({ unit: fc.constantFrom("a", "b", " "), minLength: 1, maxLength: 30 });
const anyRange = (of: string) =>
  fc
    .tuple(fc.nat(of.length), fc.nat(of.length))
    .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }))
    .filter(({ start, end }) => of.slice(start, end).trim() !== "")
    .map(({ start, end }) => {
      const words = of.slice(start, end);
      const from = start + words.length - words.trimStart().length;
      return { start: from, end: from + words.trim().length };
    });
const covered = (of: string, ranges: readonly TextRange[]) =>
  [...of].flatMap((letter, at) =>
    letter !== " " && ranges.some(({ start, end }) => start <= at && at < end) ? at : [],
  );
const someRanges = anyText
  .filter((of) => of.trim() !== "")
  .chain((of) => fc.tuple(fc.constant(of), fc.array(anyRange(of), { maxLength: 4 }), anyRange(of)));

test("letters are never lost nor won, whatever is added, taken out or joined", () => {
  fc.assert(
    fc.property(someRanges, ([of, ranges, range]) => {
      const both = covered(of, [...ranges, range]);
      expect(covered(of, withRange(of, ranges, range))).toEqual(both);
      expect(covered(of, joinRanges(of, [...ranges, range]))).toEqual(both);
      const hole = covered(of, [range]);
      expect(covered(of, withoutRange(of, ranges, range))).toEqual(
        covered(of, ranges).filter((at) => !hole.includes(at)),
      );
      const parts = cutRanges(of, ranges, range.start);
      if (parts) expect(covered(of, parts.flat())).toEqual(covered(of, ranges));
      const joined = joinRanges(of, [...ranges, range]);
      for (const [at, { start }] of joined.entries())
        expect(start).toBeGreaterThan(joined[at - 1]?.end ?? -1);
    }),
  );
});
