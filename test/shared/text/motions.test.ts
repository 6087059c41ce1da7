import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findBlocks } from "../../../shared/text/blocks.ts";
import {
  type Caret,
  type Direction,
  type MotionUnit,
  moved,
  phraseBeyond,
  type ReadText,
} from "../../../shared/text/motions.ts";
import { phraseRanges } from "../../../shared/text/phrases.ts";
import { findSections } from "../../../shared/text/sections.ts";

function read(text: string): ReadText {
  const sections = findSections(text);
  return { text, sections, paragraphs: findBlocks(text, sections) };
}

/** The caret is "|", a selection goes from "<" to ">", where the head is the one that comes second in `order`. */
function place(marked: string): { text: string; caret: Caret } {
  const at = marked.search(/[|^]/);
  const head = marked.replace("^", "").indexOf("|");
  const text = marked.replace(/[|^]/g, "");
  const anchor = marked.includes("^") ? marked.replace("|", "").indexOf("^") : at;
  return { text, caret: { anchor, head } };
}

function shown(text: string, { anchor, head }: Caret): string {
  const marks =
    anchor === head
      ? [[head, "|"]]
      : [
          [head, "|"],
          [anchor, "^"],
        ];
  return marks
    .toSorted(([a], [b]) => Number(b) - Number(a))
    .reduce((all, [at, mark]) => all.slice(0, Number(at)) + mark + all.slice(Number(at)), text);
}

const go = (marked: string, unit: MotionUnit, direction: Direction, extend = false) => {
  const { text, caret } = place(marked);
  return shown(text, moved(read(text), caret, unit, direction, extend));
};

const report = "Case report\n\nS-100 was seen. p53 was lost.\n\nDiscussion\n\nIt is rare.";
const at = (words: string) => report.replace(words, `|${words}`);

describe("the caret goes", () => {
  test("to the beginning of words, which hold their digits and hyphens", () => {
    expect(go("|HMB-45 and Ki-67 (T-cell)", "word", 1)).toBe("HMB-45 |and Ki-67 (T-cell)");
    expect(go("HMB-45 and |Ki-67 (T-cell)", "word", 1)).toBe("HMB-45 and Ki-67 (|T-cell)");
    expect(go("HMB-45 and Ki-67 (|T-cell)", "word", 1)).toBe("HMB-45 and Ki-67 (T-cell)|");
    expect(go("HMB-45 and Ki|-67", "word", -1)).toBe("HMB-45 and |Ki-67");
    expect(go("HMB-|45", "word", -1)).toBe("|HMB-45");
    expect(go("|HMB-45", "word", -1)).toBe("|HMB-45");
  });

  test("by sentences, paragraphs and sections, over headings", () => {
    expect(go(at("S-100"), "sentence", 1)).toBe(at("p53"));
    expect(go(at("p53"), "sentence", 1)).toBe(at("Discussion"));
    expect(go(at("Discussion"), "sentence", -1)).toBe(at("p53"));
    expect(go(at("seen"), "paragraph", 1)).toBe(at("Discussion"));
    expect(go(at("lost"), "paragraph", -1)).toBe(at("S-100"));
    expect(go(at("lost"), "section", 1)).toBe(at("Discussion"));
    expect(go(at("rare"), "section", -1)).toBe(at("Discussion"));
  });
});

describe("the selection", () => {
  test("takes in words to their ends and lets them go whole", () => {
    expect(go("smooth| muscle actin", "word", 1, true)).toBe("smooth^ muscle| actin");
    expect(go("smooth^ muscle| actin", "word", 1, true)).toBe("smooth^ muscle actin|");
    expect(go("smooth^ muscle actin|", "word", -1, true)).toBe("smooth^ muscle| actin");
    expect(go("|smooth muscle^ actin", "word", 1, true)).toBe("smooth |muscle^ actin");
  });

  test("stops where it began before it goes the other way", () => {
    expect(go("^muscle| actin", "word", -1, true)).toBe("|muscle actin");
    expect(go("a muscle| actin", "word", -1, true)).toBe("a |muscle^ actin");
  });

  test("takes in the rest of a sentence without the space behind it", () => {
    expect(go("It |grew. It shrank.", "sentence", 1, true)).toBe("It ^grew.| It shrank.");
  });
});

describe("phrases", () => {
  const phrases = (text: string) =>
    phraseRanges(text).map(({ start, end }) => text.slice(start, end));

  test("are words that nothing parts", () => {
    expect(
      phrases("A 58-year-old woman with smooth muscle actin (SMA), desmin and HMB-45 was seen."),
    ).toEqual(["58-year-old woman", "smooth muscle actin", "SMA", "desmin", "HMB-45"]);
  });

  test("do not go over a blank line, and over a line's end they do", () => {
    expect(phrases("spindle\ncells\n\nDiscussion")).toEqual(["spindle\ncells", "Discussion"]);
  });

  test("are found before and behind the caret, in other paragraphs, too", () => {
    const found = (offset: number, direction: Direction) => {
      const range = phraseBeyond(read(report), offset, direction);
      return range && report.slice(range.start, range.end);
    };
    expect(found(0, 1)).toBe("Case report");
    expect(found("Case report".length, 1)).toBe("S-100");
    expect(found(report.indexOf("p53"), -1)).toBe("S-100");
    expect(found(0, -1)).toBeNull();
    expect(found(report.length, 1)).toBeNull();
  });
});

/** Goes on in one direction until nothing moves any more. */
function toTheEnd(all: ReadText, from: number, by: MotionUnit, to: Direction, extend: boolean) {
  let caret: Caret = { anchor: from, head: from };
  for (let step = 0; step <= all.text.length; step++) {
    const next = moved(all, caret, by, to, extend);
    expect((next.head - caret.head) * to).toBeGreaterThanOrEqual(0);
    if (next.head === caret.head) break;
    caret = next;
  }
  return caret;
}

test("every motion goes on until the end of the text and back, and never leaves it", () => {
  const unit = fc.constantFrom<MotionUnit>("word", "sentence", "paragraph", "section");
  const text = fc
    .array(fc.constantFrom("CD34", "Case report", ". ", "\n\n", " ", "E. coli", "–", "𝒳", "(a)"), {
      maxLength: 30,
    })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, unit, fc.boolean(), fc.nat(), (given, by, extend, seed) => {
      const all = read(given);
      const start = seed % (given.length + 1);
      const ends = [0, given.length].map((head) => ({ anchor: extend ? start : head, head }));
      expect(toTheEnd(all, start, by, -1, extend)).toEqual(ends[0]);
      expect(toTheEnd(all, start, by, 1, extend)).toEqual(ends[1]);
    }),
    { numRuns: 300 },
  );
});
