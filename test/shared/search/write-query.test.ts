import { expect, test } from "vitest";
import { completed, completionsAt, inQuotes } from "../../../shared/search/complete.ts";
import { partsOf, withoutPart } from "../../../shared/search/parts.ts";

const names = { label: ["marker", "frozen section"], field: ["result", "result=not stated"] };
const texts = (query: string) => completionsAt(query, query.length, names).map(({ text }) => text);

test.each([
  ["la", ["label:"]],
  ["l", []],
  ["desmin sta", ["status:"]],
  ["label:", ["marker", '"frozen section"']],
  ["-label:sec", ['"frozen section"']],
  ["label:marker", []],
  ["status:", ["new", "open", "done", "locked"]],
  ["field:res", ["result", 'result="not stated"']],
  ["nonsense:x", []],
  ["", []],
])("%s can become what the project knows", (query, expected) => {
  expect(texts(query)).toEqual(expected);
});

test("a completion takes the word's place, and the caret goes on behind it", () => {
  const query = "desmin label:mar OR x";
  const [offer] = completionsAt(query, 16, names);
  expect(offer && completed(query, offer)).toEqual({
    query: "desmin label:marker OR x",
    caret: 20,
  });
  const [name] = completionsAt("la", 2, names);
  expect(name && completed("la", name)).toEqual({ query: "label:", caret: 6 });
});

test("a value of several words is put in quotes", () => {
  expect([inQuotes("a b"), inQuotes("x=a b"), inQuotes("ab"), inQuotes("t(11;22)")]).toEqual([
    '"a b"',
    'x="a b"',
    "ab",
    '"t(11;22)"',
  ]);
});

test("the parts of a query are its conditions with their signs", () => {
  const query = '(desmin OR -"smooth muscle") NOT label:marker NEAR(a b, 3)';
  const parts = partsOf(query).map(({ text, isNegated, isAlternative }) =>
    [isAlternative && "or", isNegated && "not", text].filter(Boolean).join(" "),
  );
  expect(parts).toEqual(["desmin", 'or not "smooth muscle"', "not label:marker", "NEAR(a b, 3)"]);
});

test.each([
  ["a b c", 1, "a c"],
  ["a OR b", 0, "b"],
  ["a OR b", 1, "a"],
  ["a OR b OR c", 1, "a OR c"],
  ["(a OR b) c", 0, "(b) c"],
  ["a -b", 1, "a"],
  ["(a) b", 0, "b"],
])("%s without its part number %i is %s", (query, at, expected) => {
  const part = partsOf(query)[at];
  expect(part && withoutPart(query, part)).toBe(expected);
});
