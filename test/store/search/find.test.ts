import { expect, test } from "vitest";
import { correctText } from "../../../electron/store/corrections.ts";
import type { WriteDb } from "../../../electron/store/database.ts";
import { updateEntity } from "../../../electron/store/entities.ts";
import { undo } from "../../../electron/store/history.ts";
import { setLayerStatus } from "../../../electron/store/layers.ts";
import { removeReports } from "../../../electron/store/reports.ts";
import { findHits, reportsFound } from "../../../electron/store/search/find.ts";
import { addSpan, updateSpan } from "../../../electron/store/spans.ts";
import {
  addReport,
  ana,
  arrivalOf,
  ben,
  layer,
  newProject,
  sentence,
  span,
  takeIn,
} from "../project.ts";

const texts = {
  one: "Positive for desmin, SMA and Ki-67.\n\nA HER2/neu test was négative.",
  two: "Desmin was negative. CD34 stained the vessels; desmin did not.",
  three: "No marker was tested.",
};

/** Three reports; Ana has marked desmin in the first two, Ben CD34 in the second. */
function project() {
  const db = newProject();
  const arrivals = Object.entries(texts).map(([name, text]) => {
    const arrival = arrivalOf(text, { name });
    const sections = [
      { kind: "case" as const, title: "Case", start: 0, end: 20 },
      { kind: "microscopy" as const, title: "Microscopic findings", start: 20, end: text.length },
    ];
    return { ...arrival, document: { ...arrival.document, sections } };
  });
  const [one = "", two = "", three = ""] = takeIn(db, arrivals);
  const desmin = mark(db, one, texts.one, "desmin", {
    attributes: { negated: true },
    entity: "new",
  });
  const other = mark(db, two, texts.two, "Desmin", { entity: "new" });
  const bens = mark(db, two, texts.two, "CD34", { label: "drug", author: ben });
  return { db, one, two, three, desmin, other, bens };
}

function mark(
  db: WriteDb,
  report: string,
  text: string,
  words: string,
  { label = "marker", entity = null as string | null, attributes = {}, author = ana } = {},
) {
  const start = text.indexOf(words);
  const ranges = [{ start, end: start + words.length }];
  const change = addSpan(db, author, report, { label, ranges, quote: words, entity, attributes });
  return { span: change.put.spans[0]?.id ?? "", entity: change.put.entities[0]?.id ?? "" };
}

/** "report: quote, quote" for each report, as Ana sees it. */
function found(db: WriteDb, query: string): string[] {
  const { groups } = findHits(db, "Ana", { query, after: null, limit: 200 });
  return groups.map(({ title, hits }) => [title, ...hits.map(({ quote }) => quote)].join(": "));
}

test.each([
  ["desmin", ["one: desmin", "two: Desmin: desmin"]],
  ['"Desmin was"', ["two: Desmin was"]],
  ["desm*", ["one: desmin", "two: Desmin: desmin"]],
  ["Ki-67", ["one: Ki-67"]],
  ["HER2/neu", ["one: HER2/neu"]],
  ["negative", ["one: négative", "two: negative"]],
  ["NEAR(CD34 did, 4)", ["two: CD34 stained the vessels; desmin did"]],
  ["NEAR(CD34 did, 3)", []],
  ["desmin -SMA", ["two: Desmin: desmin"]],
  ["SMA OR CD34", ["one: SMA", "two: CD34"]],
  ["desmin section:microscopy", ["two: desmin"]],
  ["section:tables desmin", []],
  ["desmin -is:marked", ["two: desmin"]],
  ["label:marker", ["one: desmin", "two: Desmin"]],
  ["label:MARK*", ["one: desmin", "two: Desmin"]],
  ["label:marker -desmin", []],
  ["label:marker section:case", ["one: desmin", "two: Desmin"]],
  ["label:marker CD34", []],
  ["attr:negated", ["one: desmin"]],
  ["label:marker -attr:negated", ["two: Desmin"]],
  ["entity:desmin", ["one: desmin", "two: Desmin"]],
  ["entity:des", []],
  ["entity:des*", ["one: desmin", "two: Desmin"]],
  ["by:Ben", ["two: CD34"]],
  ["by:anyone desmin", ["one: desmin", "two: Desmin"]],
  ["label:drug", []],
  ["status:new", ["three"]],
  ["title:two", ["two"]],
  ["case:t*", ["two", "three"]],
  ["-desmin", ["three"]],
  ["text:SMA label:marker", ["one: desmin"]],
  ["-label:marker", ["three"]],
  ["", []],
] as const)("%s finds what it says", (query, expected) => {
  expect(found(project().db, query)).toEqual(expected);
});

test("fields, notes, flags and doubts are found, and no longer once they are changed", () => {
  const { db, desmin, other } = project();
  updateEntity(db, ana, desmin.entity, { fields: { result: "positive", percent: 30 } });
  updateEntity(db, ana, other.entity, { fields: { result: "not stated" } });
  updateSpan(db, ana, desmin.span, { note: "check the block", unsure: true });
  expect(found(db, "field:result=positive")).toEqual(["one: desmin"]);
  expect(found(db, 'field:result="not stated"')).toEqual(["two: Desmin"]);
  expect(found(db, "field:percent>29 field:percent<=30")).toEqual(["one: desmin"]);
  expect(found(db, "field:percent=30")).toEqual(["one: desmin"]);
  expect(found(db, "field:percent>30")).toEqual([]);
  expect(found(db, "note:block is:unsure")).toEqual(["one: desmin"]);
  expect(found(db, "note:*")).toEqual(["one: desmin"]);
  undo(db, ana);
  expect(found(db, "note:block OR is:unsure")).toEqual([]);
  undo(db, ana);
  expect(found(db, "field:result=*")).toEqual(["one: desmin"]);
});

test("a removed report is not found until undo brings it back", () => {
  const { db, two } = project();
  removeReports(db, ana, [two]);
  expect(found(db, "desmin")).toEqual(["one: desmin"]);
  undo(db, ana);
  expect(found(db, "CD34 OR label:marker")).toEqual(["one: desmin", "two: Desmin: CD34"]);
});

test("a corrected text is found by its new words and not by the old", () => {
  const { db, three } = project();
  const start = texts.three.indexOf("marker");
  const edit = { start, end: start + 6, text: "vimentin" };
  correctText(db, ana, { report: three, base: 1, edits: [edit] });
  expect(found(db, "vimentin")).toEqual(["three: vimentin"]);
  expect(found(db, "marker")).toEqual([]);
});

test("a finished report is found by its status", () => {
  const { db, one } = project();
  setLayerStatus(db, ana, one, "done");
  expect(found(db, "status:done")).toEqual(["one"]);
  expect(found(db, "status:open label:marker")).toEqual(["two: Desmin"]);
});

test("what one side of an OR says of reports does not let the other side's reports in", () => {
  const { db, one } = project();
  setLayerStatus(db, ana, one, "done");
  expect(found(db, "entity:CD34 OR label:marker status:done")).toEqual(["one: desmin"]);
  expect(found(db, "desmin title:two OR SMA status:done")).toEqual([
    "one: SMA",
    "two: Desmin: desmin",
  ]);
  expect(found(db, "negative OR desmin status:done")).toEqual([
    "one: desmin: négative",
    "two: negative",
  ]);
});

test("a hit shows its line with what is marked there", () => {
  const { db, one, desmin } = project();
  const { groups, reports } = findHits(db, "Ana", { query: "SMA", after: null, limit: 9 });
  expect(reports).toEqual({ count: 1, isExact: true });
  expect(groups).toEqual([
    {
      ...{ report: one, title: "one", case: "one", status: "open", total: 1 },
      hits: [
        {
          id: `${one}:21-24`,
          ranges: [{ start: 21, end: 24 }],
          quote: "SMA",
          span: null,
          line: "Positive for desmin, SMA and Ki-67.",
          lineStart: 0,
          marked: [{ start: 13, end: 19, label: "marker" }],
        },
      ],
    },
  ]);
  const [group] = findHits(db, "Ana", { query: "attr:negated", after: null, limit: 9 }).groups;
  expect(group?.hits[0]?.span).toEqual({
    ...{ id: desmin.span, label: "marker", annotator: "Ana", entity: "desmin" },
  });
});

test("pages follow each other and hold every hit once", () => {
  const { db } = project();
  const titles: string[] = [];
  let after: string | null = null;
  do {
    const page = findHits(db, "Ana", { query: "desmin OR tested", after, limit: 1 });
    titles.push(...page.groups.map(({ title }) => title));
    after = page.next;
  } while (after !== null);
  expect(titles).toEqual(["one", "two", "three"]);
});

test("a list of reports holds those that have a hit, also where the text has to be read", () => {
  const { db } = project();
  expect(reportsFound(db, "Ana", "label:marker")).toEqual([1, 2]);
  expect(reportsFound(db, "Ana", "desmin -is:marked")).toEqual([2]);
});

test("an entity that no span speaks of is not found by its kind", () => {
  const db = newProject();
  const facts = { name: "desmin", codes: [], fields: {}, note: "" };
  const entities = [
    { ...facts, id: "e", kind: "marker" },
    { ...facts, id: "bare", kind: "drug" },
  ];
  addReport(db, sentence, {
    layers: [layer("Ana", { entities, spans: [span("s", "desmin", { entity: "e" })] })],
  });
  const counts = ["kind:marker", "kind:drug", "kind:*"].map(
    (query) => findHits(db, "Ana", { query, after: null, limit: 200 }).reports.count,
  );
  expect(counts).toEqual([1, 0, 1]);
});

test("an annotator with a slash in the name is searched beside others", () => {
  const db = newProject();
  addReport(db, sentence, {
    layers: ["Ana", "Ben", "A/B"].map((name) => layer(name, { spans: [span(name, "desmin")] })),
  });
  const hits = (query: string) =>
    findHits(db, "Ana", { query, after: null, limit: 200 }).groups.flatMap(({ hits }) =>
      hits.map((hit) => hit.span?.annotator),
    );
  expect(hits("label:marker by:anyone").sort()).toEqual(["A/B", "Ana", "Ben"]);
  expect(hits("label:marker by:A*").sort()).toEqual(["A/B", "Ana"]);
  expect(hits("label:marker by:A/B")).toEqual(["A/B"]);
});
