import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine, csvText } from "../../../shared/formats/tables/csv.ts";
import { tablesOf } from "../../../shared/formats/tables/tables.ts";
import type { Span } from "../../../shared/model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../../shared/model/document.ts";
import { Scheme } from "../../../shared/model/scheme.ts";
import { quoteOf } from "../../../shared/text/offsets.ts";
import { anyDocument } from "./arbitrary-document.ts";

const text = "👩🏽‍🔬 Histology: ER and PR positive, Ki-67 1-2 %.";

const scheme = Scheme.parse({
  name: "Test",
  labels: [{ name: "marker" }, { name: "finding" }],
  attributes: [
    { name: "negated", type: "flag", on: ["marker"] },
    { name: "Percent (%)", type: "number" },
    { name: "Note", type: "text" },
    { name: "部位", type: "choices" },
  ],
  kinds: [
    { name: "marker", fields: [{ name: "percent", type: "number" }] },
    { name: "drug", fields: [{ name: "percent", type: "text" }] },
  ],
});

function span(id: string, pieces: string[], parts: Partial<Span> = {}): Span {
  const ranges = pieces.map((words) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  });
  const quote = quoteOf(text, ranges);
  return { id, label: "marker", ranges, quote, attributes: {}, entity: null, note: "", ...parts };
}

const layer: DocumentLayer = {
  annotator: "Ana",
  status: "done",
  spans: [
    span("s1", ["ER", "positive"], {
      attributes: { negated: true, "Percent (%)": 90, 部位: ["lung", "liver"] },
      entity: "e1",
    }),
    span("s2", ["Ki-67"], { attributes: { negated: "perhaps", Note: "=1", new: 2 }, unsure: true }),
    span("s3", ["1-2"], { label: "finding", flag: "Look again." }),
  ],
  entities: [
    {
      ...{ id: "e1", kind: "marker", name: "ER", note: "", fields: { percent: 90, clone: "SP1" } },
      codes: [{ system: "HGNC", code: "3467", display: "ESR1" }],
    },
    { id: "e2", kind: "drug", name: "", codes: [], fields: { percent: "few" }, note: "which?" },
  ],
  relations: [
    { id: "r1", label: "of", from: "s3", to: "s2", attributes: { sure: true }, note: "" },
  ],
  events: [
    {
      ...{ id: "v1", label: "Test", trigger: "s2", attributes: {}, note: "" },
      arguments: [
        { role: "Result", target: "s3" },
        { role: "Of", target: "e1" },
      ],
    },
    { id: "v2", label: "Test", trigger: "s1", arguments: [], attributes: {}, note: "" },
  ],
  groups: [{ id: "g1", label: "Same", members: ["s1", "v1"], note: "both" }],
  labels: { include: true, quality: 3, sites: ["lung", "liver"], sort: "good" },
  source: null,
};

const document: AnnotatedDocument = {
  ...{ name: "a/one", title: "One", case: "case 1", text, metadata: { doi: "10.1/x" } },
  sections: [
    { kind: "case", title: "Case", start: 0, end: text.length },
    {
      kind: "immunohistochemistry",
      title: "IHC",
      start: text.indexOf("ER"),
      end: text.indexOf("1-2"),
    },
  ],
  layers: [layer],
};

/** The rows of a table, each with the columns' names, without what has no value. */
function rowsOf(name: string): Record<string, unknown>[] {
  const table = tablesOf(scheme).find((one) => one.name === name)!;
  return Array.from(table.rowsOf(document), (cells) => {
    expect(cells).toHaveLength(table.columns.length);
    const pairs = table.columns.map((column, at) => [column.name, cells[at]] as const);
    return Object.fromEntries(pairs.filter(([, cell]) => cell !== null));
  });
}

const place = { report: "a/one", case: "case 1", annotator: "Ana" };

test("a span is a row with both kinds of offsets, its words and a column for each attribute", () => {
  // The first character is one that readers see, four code points and seven UTF-16 code units.
  expect(rowsOf("spans")).toEqual([
    {
      ...{ ...place, span: "s1", label: "marker", unsure: false, negated: true, percent: 90 },
      ...{ start: 16, end: 34, start_utf16: 19, end_utf16: 37, fragments: "16 18;26 34" },
      ...{ quote: "ER positive", before: "👩🏽‍🔬 Histology: ", after: ", Ki-67 1-2 %." },
      ...{ section: "immunohistochemistry", attribute: '["lung","liver"]' },
      ...{ entity: "e1", entity_kind: "marker", entity_name: "ER" },
    },
    {
      ...{ ...place, span: "s2", label: "marker", unsure: true, attribute_note: "=1" },
      ...{ start: 36, end: 41, start_utf16: 39, end_utf16: 44, fragments: "36 41" },
      ...{ quote: "Ki-67", before: "👩🏽‍🔬 Histology: ER and PR positive, ", after: " 1-2 %." },
      ...{ section: "immunohistochemistry", attributes: '{"negated":"perhaps","new":2}' },
    },
    {
      ...{ ...place, span: "s3", label: "finding", unsure: false, flag: "Look again." },
      ...{ start: 42, end: 45, start_utf16: 45, end_utf16: 48, fragments: "42 45" },
      ...{ quote: "1-2", before: "🔬 Histology: ER and PR positive, Ki-67 ", after: " %." },
      ...{ section: "case" },
    },
  ]);
});

test("an entity is a row with its codes, fields by their types and the words that speak of it", () => {
  expect(rowsOf("entities")).toEqual([
    {
      ...{ ...place, entity: "e1", kind: "marker", name: "ER", unsure: false },
      ...{ codes: '["HGNC:3467"]', displays: '["ESR1"]', percent: 90, fields: '{"clone":"SP1"}' },
      ...{ spans: 1, quotes: '["ER positive"]' },
    },
    {
      ...{ ...place, entity: "e2", kind: "drug", name: "", unsure: false, note: "which?" },
      ...{ field_percent: "few", spans: 0 },
    },
  ]);
});

test("relations, arguments of events and members of groups are rows of one table", () => {
  const finding = { to_id: "s3", to_type: "span", to_label: "finding", to_quote: "1-2" };
  const marker = { from_id: "s2", from_type: "span", from_label: "marker", from_quote: "Ki-67" };
  const relation = { relation: "r1", type: "relation", label: "of", attributes: '{"sure":true}' };
  const event = { ...place, type: "event", label: "Test" };
  const group = { ...place, relation: "g1", type: "group", label: "Same", note: "both" };
  expect(rowsOf("relations")).toEqual([
    {
      ...{ ...place, ...relation, from_id: "s3", from_type: "span" },
      ...{ from_label: "finding", from_quote: "1-2" },
      ...{ to_id: "s2", to_type: "span", to_label: "marker", to_quote: "Ki-67" },
    },
    { ...event, relation: "v1", ...marker, role: "Result", ...finding },
    {
      ...{ ...event, relation: "v1", ...marker, role: "Of" },
      ...{ to_id: "e1", to_type: "entity", to_label: "marker", to_quote: "ER" },
    },
    {
      ...{ ...event, relation: "v2" },
      ...{ from_id: "s1", from_type: "span", from_label: "marker", from_quote: "ER positive" },
    },
    { ...group, to_id: "s1", to_type: "span", to_label: "marker", to_quote: "ER positive" },
    { ...group, to_id: "v1", to_type: "event", to_label: "Test", to_quote: "Ki-67" },
  ]);
});

test("reports, layers and each value of a report's label are rows", () => {
  const [report] = rowsOf("reports");
  expect({ ...report, sections: JSON.parse(String(report!.sections)) }).toEqual({
    ...{ report: "a/one", case: "case 1", title: "One", annotators: '["Ana"]', text },
    ...{ characters: 48, characters_utf16: 51, metadata: '{"doi":"10.1/x"}' },
    sections: [
      { kind: "case", title: "Case", start: 0, end: 48 },
      { kind: "immunohistochemistry", title: "IHC", start: 16, end: 42 },
    ],
  });
  const counts = { spans: 3, entities: 2, relations: 1, events: 2, groups: 1 };
  expect(rowsOf("layers")).toEqual([{ ...place, status: "done", unsure: false, ...counts }]);
  expect(rowsOf("report_labels")).toEqual([
    { ...place, label: "include" },
    { ...place, label: "quality", value: "3", number: 3 },
    { ...place, label: "sites", value: "lung" },
    { ...place, label: "sites", value: "liver" },
    { ...place, label: "sort", value: "good" },
  ]);
});

test("columns have names in snake_case that are unique and need no quotes", () => {
  const names = ["label", "Label", "Größe (cm)", "Grosse CM", "22C3", "疾病", "状态", "label_"];
  const attributes = names.map((name) => ({ name, type: "text" }));
  const spans = tablesOf(Scheme.parse({ name: "Test", attributes }))[2]!;
  expect(spans.columns.map(({ name }) => name).slice(14, 22)).toEqual([
    ...["attribute_label", "attribute_label_2", "grosse_cm", "attribute_grosse_cm"],
    ...["attribute_22c3", "attribute", "attribute_attribute", "attribute_label_3"],
  ]);
});

test("cells in CSV are quoted where they have to be, and no text is a formula", () => {
  const cells = ["a", "b,c", '"d"', "e\nf", " g", "", null, 1.5, -1, true];
  expect(csvLine(cells)).toBe('a,"b,c","""d""","e\nf"," g",,,1.5,-1,true\r\n');
  const formulas = ["=1+1", "+1", "-1", "@SUM", "\tx", "\rx", "＝1", "'=1", "1-2", "a=b"];
  expect(csvLine(formulas)).toBe(`'=1+1,'+1,'-1,'@SUM,'\tx,"'\rx",'＝1,'=1,1-2,a=b\r\n`);
});

test("another reader of CSV finds the cells that were meant", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab,";=-@\t\n\r \uFEFF🧪') }),
    fc.double({ noNaN: true }),
    fc.constantFrom(null, true, false),
  );
  const row = fc.array(cell, { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1 }), (rows) => {
      const read = parse(rows.map(csvLine).join(""), { record_delimiter: "\r\n" });
      expect(read).toEqual(rows.map((cells) => cells.map(csvText)));
    }),
    { numRuns: 300 },
  );
});

test("rows of any document have the columns' types", () => {
  const fits = {
    text: (cell: unknown) => typeof cell === "string",
    integer: (cell: unknown) => Number.isInteger(cell),
    number: (cell: unknown) => typeof cell === "number",
    boolean: (cell: unknown) => typeof cell === "boolean",
  };
  fc.assert(
    fc.property(anyDocument, (any) => {
      for (const { columns, rowsOf: rows } of tablesOf(scheme))
        for (const cells of rows(any)) {
          expect(cells).toHaveLength(columns.length);
          for (const [at, { type }] of columns.entries())
            expect(cells[at] === null || fits[type](cells[at])).toBe(true);
        }
    }),
    { numRuns: 200 },
  );
});
