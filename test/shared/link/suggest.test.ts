import { expect, test } from "vitest";
import { type Suggestion, suggestEntities } from "../../../shared/link/suggest.ts";
import type { Entity, Span } from "../../../shared/model/annotation.ts";

const text =
  "A leiomyosarcoma (LMS) of the uterus. SMA was positive, CD34 negative. Later a lymphoma was seen. " +
  "The tumour had grown.";

const entity = (id: string, kind: string, name: string): Entity => ({
  id,
  kind,
  name,
  codes: [],
  fields: {},
  note: "",
});

const spanAt = (quote: string, entity: string | null, start = text.indexOf(quote)): Span => ({
  id: `span ${quote}`,
  label: "label",
  ranges: [{ start, end: start + quote.length }],
  quote,
  attributes: {},
  entity,
  note: "",
});

const entities = [
  entity("lms", "diagnosis", "leiomyosarcoma"),
  entity("lymphoma", "diagnosis", "lymphoma"),
  entity("sma", "marker", "smooth muscle actin"),
  entity("cd34", "marker", "CD34"),
];
const spans = [
  spanAt("leiomyosarcoma", "lms"),
  spanAt("lymphoma", "lymphoma"),
  spanAt("SMA", "sma"),
  spanAt("CD34", "cd34"),
];

const among = (all: readonly Span[]) => (id: string) => all.filter(({ entity }) => entity === id);

function suggest(kind: string, quote: string, start = text.length): Suggestion[] {
  const range = { start, end: start + quote.length };
  return suggestEntities({ text, quote, range, kind, entities, spansOf: among(spans) });
}

test("an abbreviation that the text explains leads to its entity", () => {
  expect(suggest("diagnosis", "LMS")).toEqual([
    { entity: "lms", score: 0.9, because: "abbreviation" },
  ]);
});

test("the quotes of linked spans count as names", () => {
  expect(suggest("marker", "SMA")).toEqual([{ entity: "sma", score: 1, because: "same words" }]);
});

test("entities of other kinds are never offered", () => {
  expect(suggest("drug", "CD34")).toEqual([]);
});

test("what no entity means gets no offer", () => {
  expect(suggest("marker", "CD3")).toEqual([]);
});

test("a general word gets no offer", () => {
  expect(suggest("diagnosis", "The tumour", text.indexOf("The tumour"))).toEqual([]);
});

test("the same name in two entities offers the nearer one first", () => {
  const twice = [entity("a", "diagnosis", "sarcoma"), entity("b", "diagnosis", "sarcoma")];
  const marked = [spanAt("sarcoma", "a", 10), spanAt("sarcoma", "b", 60)];
  const offered = (start: number) =>
    suggestEntities({
      text,
      quote: "sarcoma",
      range: { start, end: start + 7 },
      kind: "diagnosis",
      entities: twice,
      spansOf: among(marked),
    }).map((suggestion) => suggestion.entity);
  expect([offered(80), offered(30)]).toEqual([
    ["b", "a"],
    ["a", "b"],
  ]);
});

test("a report with no entities and a quote without words have no suggestions", () => {
  expect([suggest("diagnosis", "—"), suggest("procedure", "biopsy")]).toEqual([[], []]);
});
