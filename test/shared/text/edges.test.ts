import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { TextRange } from "../../../shared/model/annotation.ts";
import {
  type EdgeStep,
  nearestEdge,
  nextEdge,
  stepEdge,
  withEdgeAt,
} from "../../../shared/text/edges.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";

const text = "A high-grade tumour, CD34+ and 😀 ki-67 low.";

function on(words: string): TextRange {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

/** What the span says after its edge was moved so many steps; `<` and `>` as the keys have them. */
function moved(words: string, side: "start" | "end", steps: string, step: EdgeStep): string {
  let ranges = [on(words)];
  for (const sign of steps) {
    const edge = { range: 0, side };
    const to = stepEdge(text, ranges, edge, sign === "<" ? -1 : 1, step);
    ranges = withEdgeAt(text, ranges, edge, to);
  }
  return quoteOf(text, ranges);
}

describe("by word", () => {
  test("an edge goes to where words begin and end", () => {
    expect(moved("tumour", "start", "<", "word")).toBe("grade tumour");
    expect(moved("tumour", "start", "<<", "word")).toBe("high-grade tumour");
    expect(moved("tumour", "end", ">", "word")).toBe("tumour, CD34");
    expect(moved("grade tumour, CD34", "end", "<", "word")).toBe("grade tumour");
    expect(moved("grade tumour, CD34", "start", ">", "word")).toBe("tumour, CD34");
  });

  test("a word is always left", () => {
    expect(moved("tumour", "end", "<<<", "word")).toBe("tumour");
    expect(moved("tumour", "start", ">>>", "word")).toBe("tumour");
  });

  test("it ends at the text's ends, with the last sign", () => {
    expect(moved("A high", "start", "<<", "word")).toBe("A high");
    expect(moved("low", "end", ">>", "word")).toBe("low.");
  });
});

describe("by character", () => {
  test("an edge takes a sign along, and goes over white space in one step", () => {
    expect(moved("CD34", "end", ">", "character")).toBe("CD34+");
    expect(moved("CD34+", "end", ">>", "character")).toBe("CD34+ an");
    expect(moved("CD34", "start", "<", "character")).toBe(", CD34");
  });

  test("what is drawn as one character is one", () => {
    expect(moved("ki", "start", "<", "character")).toBe("😀 ki");
  });

  test("a character is always left", () => {
    expect(moved("and", "end", "<<<<", "character")).toBe("a");
  });
});

describe("of several fragments", () => {
  const ranges = [on("low"), on("high-grade"), on("CD34")];

  test("the edge nearest to the caret is in hand, and the next one comes after it in the text", () => {
    const first = nearestEdge(ranges, 0);
    expect(first).toEqual({ range: 1, side: "start" });
    expect(nearestEdge(ranges, on("CD34").end + 2)).toEqual({ range: 2, side: "end" });
    const round = [first];
    for (let step = 0; step < 6; step++) round.push(nextEdge(ranges, round.at(-1) ?? first));
    expect(round.map(({ range, side }) => `${range} ${side}`)).toEqual([
      ...["1 start", "1 end", "2 start", "2 end", "0 start", "0 end"],
      "1 start",
    ]);
  });

  test("one that comes to reach another grows together with it", () => {
    const wider = withEdgeAt(text, ranges, { range: 1, side: "end" }, on("tumour,").end);
    expect(quoteOf(text, wider)).toBe("low high-grade tumour, CD34");
    expect(wider).toEqual([on("low"), on("high-grade tumour, CD34")]);
  });
});

test("no step leaves the text, empties a fragment, or ends in white space", () => {
  const anyText = fc.string({
    unit: fc.constantFrom("a", "b", " ", "\n", ".", "-", "😀"),
    maxLength: 40,
  });
  const steps = fc.array(
    fc.record({
      direction: fc.constantFrom<-1 | 1>(-1, 1),
      step: fc.constantFrom<EdgeStep>("word", "character"),
      side: fc.constantFrom<"start" | "end">("start", "end"),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(anyText, anyText, steps, (before, after, all) => {
      const whole = `${before}x${after}`;
      let ranges: TextRange[] = [{ start: before.length, end: before.length + 1 }];
      for (const { direction, step, side } of all) {
        const edge = { range: 0, side };
        const to = stepEdge(whole, ranges, edge, direction, step);
        ranges = withEdgeAt(whole, ranges, edge, to);
        const quote = quoteOf(whole, ranges);
        expect(ranges).toHaveLength(1);
        expect(quote.trim()).toBe(quote);
        expect(quote).not.toBe("");
        expect(quote.isWellFormed()).toBe(true);
      }
    }),
  );
});
