import { expect, test } from "vitest";
import { lineAround } from "../../../shared/search/line.ts";
import { parseQuery } from "../../../shared/search/parse.ts";
import { textsOf } from "../../../shared/search/query.ts";
import { occurrencesOf, tokensOf } from "../../../shared/search/words.ts";

/** What a query's first words are found as in a text. */
function found(query: string, text: string): string[] {
  const [literal] = textsOf(parseQuery(query).groups[0] ?? []);
  if (!literal) throw new Error(`"${query}" has no words`);
  return occurrencesOf(tokensOf(text), literal.pattern).map(({ start, end }) =>
    text.slice(start, end),
  );
}

test.each([
  ["Ki-67", "The Ki-67 index, ki 67 and Ki67", ["Ki-67", "ki 67"]],
  ["CD34", "CD34+, CD34-positive, anti-CD34, CD340", ["CD34", "CD34", "CD34"]],
  ["HER2/neu", "HER2/neu and HER2 alone", ["HER2/neu"]],
  ["leio*", "Leiomyoma, leiomyosarcoma, oleioma", ["Leiomyoma", "leiomyosarcoma"]],
  ['"smooth muscle"', "smooth\nmuscle actin, smooth skeletal muscle", ["smooth\nmuscle"]],
  ["sjogren", "Sjögren, Sjo\u0308gren", ["Sjögren", "Sjo\u0308gren"]],
  ["NEAR(desmin SMA, 1)", "SMA and desmin; SMA, CD34 with desmin", ["desmin; SMA"]],
  ["a", "a a a", ["a", "a", "a"]],
  ['"a a"', "a a a", ["a a"]],
  ["absent", "", []],
])("%s in “%s”", (query, text, expected) => {
  expect(found(query, text)).toEqual(expected);
});

test("a line holds its hit, begins and ends with whole words, and stays in its paragraph", () => {
  const text = `Before.\n\n${"word ".repeat(40)}desmin ${"more ".repeat(60)}\n\nAfter.`;
  const start = text.indexOf("desmin");
  const line = lineAround(text, { start, end: start + 6 });
  const said = text.slice(line.start, line.end);
  expect(said).toMatch(/^word .*desmin more .*more$/s);
  expect(start - line.start).toBeLessThanOrEqual(60);
  const short = lineAround("One.\n\nTwo desmin.\n\nThree.", { start: 10, end: 16 });
  expect("One.\n\nTwo desmin.\n\nThree.".slice(short.start, short.end)).toBe("Two desmin.");
});

test("of a hit that is a whole paragraph, the line shows the beginning", () => {
  const text = "word ".repeat(1000);
  const line = lineAround(text, { start: 0, end: text.length });
  expect(line.start).toBe(0);
  expect(line.end).toBeLessThan(300);
});
