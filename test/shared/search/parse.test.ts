import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fullTextQuery } from "../../../shared/search/full-text.ts";
import { lex } from "../../../shared/search/lex.ts";
import { parseQuery } from "../../../shared/search/parse.ts";
import type { Group, Literal } from "../../../shared/search/query.ts";

/** A query's groups as text: "desmin & -label=marker | NEAR(...)". */
const told = (query: string): string => parseQuery(query).groups.map(tellGroup).join(" | ");
const tellGroup = (group: Group) => group.map(tell).join(" & ");

function tell(literal: Literal): string {
  const sign = literal.isNegated ? "-" : "";
  if (literal.kind === "text") return sign + fullTextQuery(literal.pattern);
  const { name, value, isPrefix, compare } = literal.fact;
  const compared = compare ? ` ${compare.by} ${compare.to}` : "";
  return `${sign}${name}=${value}${isPrefix ? "*" : ""}${compared}`;
}

test.each([
  ["desmin SMA", '"desmin" & "sma"'],
  ["desmin AND SMA", '"desmin" & "sma"'],
  ['"smooth muscle" actin*', '"smooth muscle" & "actin"*'],
  ['"smooth mus"*', '"smooth mus"*'],
  ["Ki-67", '"ki 67"'],
  ["HER2/neu", '"her2 neu"'],
  ["Sjögren", '"sjogren"'],
  ["t(11;22)", '"t 11 22"'],
  ["HER2:amplified", '"her2 amplified"'],
  ["NEAR(desmin SMA, 5)", 'NEAR("desmin" "sma", 5)'],
  ['NEAR("Ki-67" index)', 'NEAR("ki 67" "index", 10)'],
  ["a -b", '"a" & -"b"'],
  ["a NOT b", '"a" & -"b"'],
  ["a OR b c", '"a" | "b" & "c"'],
  ["a | b", '"a" | "b"'],
  ["(a OR b) c", '"a" & "c" | "b" & "c"'],
  ["-(a OR b)", '-"a" & -"b"'],
  ["-(a b)", '-"a" | -"b"'],
  ["or not", '"or" & "not"'],
  ["label:marker", "label=marker"],
  ["Label:marker", "label=marker"],
  ["-label:mark*", "-label=mark*"],
  ['label:"frozen section"', "label=frozen section"],
  ["attr:negated", "attr=negated"],
  ["attribute:size>2.5", "attr=size > 2.5"],
  ["field:result=positive", "field=result = positive"],
  ['field:result="not stated"', "field=result = not stated"],
  ['field:"fusion partner"=EWSR1', "field=fusion partner = EWSR1"],
  ["note:*", "note=*"],
  ["by:“Dr. Ada”", "by=Dr. Ada"],
  ["(a", '"a"'],
  ['"a b', '"a b"'],
  ["", ""],
] as const)("%s is read as it is meant", (query, groups) => {
  expect({ groups: told(query), problems: parseQuery(query).problems }).toEqual({
    groups,
    problems: [],
  });
});

describe("what cannot be understood", () => {
  test.each([
    ["a )", '"a"', 2, "This bracket closes nothing"],
    ["a OR", '"a"', 2, "OR needs something on both sides"],
    ["OR a", '"a"', 0, "OR needs something on both sides"],
    ["a NOT", '"a"', 2, "NOT needs something after it"],
    ["lable:marker", '"lable marker"', 0, "write “label:”"],
    ["label:", "", 0, "“label:” needs something after the colon, as in label:marker"],
    ["status:finished", "", 0, "can be new, open, done or locked, not “finished”"],
    ["field:percent>many", "", 0, "compares numbers, and “many” is none"],
    ["NEAR(a, 3) b", '"a" & "b"', 0, "NEAR needs two words"],
    ["a + b", '"a" & "b"', 2, "Signs alone cannot be found"],
  ])("in %s is said, with its place, and the rest is searched", (query, groups, start, words) => {
    const { problems } = parseQuery(query);
    expect(told(query)).toBe(groups);
    expect(problems).toEqual([
      { sentence: expect.stringContaining(words), place: expect.objectContaining({ start }) },
    ]);
  });

  test("is refused as a whole where it would be thousands of searches", () => {
    const pairs = Array.from({ length: 12 }, (_, n) => `(a${n} OR b${n})`).join(" ");
    expect(parseQuery(pairs)).toEqual({
      groups: [],
      problems: [
        {
          sentence:
            "These brackets and ORs make more than 64 searches in one; search for a part of it.",
          place: { start: 0, end: pairs.length },
        },
      ],
    });
  });
});

const syllable = fc.constantFrom(
  ...["desmin", "Ki-67", '"', "“", "(", ")", "OR", "NOT", "AND", "-", "NEAR(", ",", "5", "*"],
  ...["label:", "field:", "a=b", ">", "status:open", " ", "  ", "é", "\u0000", "😀", "|", "&"],
);
const anyQuery = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(syllable, { maxLength: 40 }).map((parts) => parts.join("")),
  fc.array(syllable, { maxLength: 40 }).map((parts) => parts.join(" ")),
);

test("anything typed is read, and every problem has a place in it", () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      for (const { place, sentence } of parseQuery(query).problems) {
        expect(sentence).toMatch(/^.*[.]$/s);
        expect(place.start >= 0 && place.end <= query.length).toBe(true);
      }
    }),
  );
});

test("the pieces of a query stand in order and hold all of it but white space", () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      let rest = "";
      let at = 0;
      for (const { start, end } of lex(query)) {
        expect(start).toBeGreaterThanOrEqual(at);
        rest += query.slice(at, start);
        at = end;
      }
      expect((rest + query.slice(at)).trim()).toBe("");
    }),
  );
});

test("two thousand opening brackets are said, and break nothing", () => {
  const { problems } = parseQuery(`${"(".repeat(2000)}a`);
  expect(problems[0]?.sentence).toContain("more than 50 brackets inside each other");
});
