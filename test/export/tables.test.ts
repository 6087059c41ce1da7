import {
  appendFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import fc from "fast-check";
import { readXlsx } from "hucre/xlsx";
import { expect, test } from "vitest";
import { createTableWriter, type TableFormat } from "../../electron/export/tables/table-writer.ts";
import { xlsxFiles } from "../../electron/export/tables/xlsx-files.ts";
import { readSheets } from "../../electron/export/tables/xlsx-read.ts";
import { sourceOf } from "../../electron/file-source.ts";
import { readBrat } from "../../shared/formats/brat/read.ts";
import { lossBook } from "../../shared/formats/losses.ts";
import type { Cell, Table } from "../../shared/formats/tables/table.ts";
import { tablesOf } from "../../shared/formats/tables/tables.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { realFiles } from "../real-data.ts";
import { anyDocument } from "../shared/formats/arbitrary-document.ts";
import { layer, sentence, span, temporaryFolder } from "../store/project.ts";

const formats = ["csv", "xlsx", "parquet"] as const;

function documentOf(name: string, text: string, parts: Partial<AnnotatedDocument> = {}) {
  const facts = { title: "", case: name, sections: [], metadata: {}, layers: [] };
  return { name, text, ...facts, ...parts };
}

/** Real reports with thousands of spans, relations, events and groups; none where they are not there. */
const corpus = realFiles("brat/maccrobat2020/*.txt").map(({ name, bytes }) => {
  const report = name.replace(".txt", "");
  const [found] = realFiles(`brat/maccrobat2020/${report}.ann`);
  const text = Buffer.from(bytes).toString("utf8");
  const annotations = sourceOf(found!.bytes, `${report}.ann`).decode(found!.bytes, "utf-8")!;
  const file = `${report}.ann`;
  const read = readBrat({ text, annotations, annotator: "Ana", file });
  return documentOf(report, read.text, { layers: [read.layer] });
});

/** Writes documents to a folder or file of their own, and reads back as every export does. */
async function written(format: TableFormat, documents: readonly AnnotatedDocument[]) {
  const draft = join(temporaryFolder(), "draft");
  const writer = createTableWriter(format, { draft, scheme: defaultScheme });
  for (const document of documents) await writer.add(document);
  return { draft, ...(await writer.finish()) };
}

const rowsOf = (table: Table, documents: readonly AnnotatedDocument[]) =>
  documents.flatMap((document) => [...table.rowsOf(document)]);

test.each(formats)("any documents read back from %s as they were written", async (format) => {
  const folder = temporaryFolder();
  let run = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(anyDocument, { maxLength: 3 }), async (documents) => {
      const draft = join(folder, String(run++));
      const writer = createTableWriter(format, { draft, scheme: defaultScheme });
      for (const document of documents) await writer.add(document);
      expect(await writer.finish()).toMatchObject({ files: format === "xlsx" ? 1 : 6 });
      rmSync(draft, { recursive: true });
    }),
    { numRuns: 40 },
  );
});

test.each(formats)("the same documents give the same bytes in %s", async (format) => {
  const spans = [span("s1", "desmin", { attributes: { negated: true } })];
  const documents = [documentOf("one", sentence, { layers: [layer("Ana", { spans })] })];
  const bytesOf = ({ draft }: { draft: string }) =>
    format === "xlsx"
      ? [readFileSync(draft)]
      : readdirSync(draft).map((file) => readFileSync(join(draft, file)));
  const first = bytesOf(await written(format, documents));
  expect(bytesOf(await written(format, documents))).toEqual(first);
});

async function rowsIn(batches: AsyncIterable<Cell[][]>): Promise<Cell[][]> {
  const rows: Cell[][] = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
}

/** What DuckDB answers to a query, row by row. */
async function asked(query: string): Promise<DuckDBValue[][]> {
  const connection = await DuckDBConnection.create();
  try {
    return (await connection.runAndReadAll(query)).getRowsJson() as DuckDBValue[][];
  } finally {
    connection.closeSync();
  }
}

test.skipIf(corpus.length === 0).each(["csv", "parquet"] as const)(
  "DuckDB finds in %s the rows, sums and cells that the documents have",
  async (format) => {
    const { draft } = await written(format, corpus);
    for (const table of tablesOf(defaultScheme)) {
      const rows = rowsOf(table, corpus);
      const from = `FROM '${join(draft, `${table.name}.${format}`)}'`;
      const described = await asked(`DESCRIBE SELECT * ${from}`);
      expect(described.map(([name]) => name)).toEqual(table.columns.map(({ name }) => name));
      const types = { text: "VARCHAR", integer: "INTEGER", number: "DOUBLE", boolean: "BOOLEAN" };
      if (format === "parquet")
        expect(described.map(([, type]) => type)).toEqual(
          table.columns.map(({ type }) => types[type]),
        );
      const sums = table.columns.flatMap(({ name, type }, at) =>
        type === "integer"
          ? [
              {
                sql: `sum("${name}")`,
                sum: rows.reduce((sum, cells) => sum + Number(cells[at]), 0),
              },
            ]
          : [],
      );
      if (rows.length === 0) continue;
      const [found] = await asked(`SELECT ${["count(*)", ...sums.map(({ sql }) => sql)]} ${from}`);
      expect(found?.map(Number)).toEqual([rows.length, ...sums.map(({ sum }) => sum)]);
    }
    const { name, layers } = corpus[0]!;
    const spans = layers[0]!.spans;
    const file = join(draft, `spans.${format}`);
    const [quotes] = await asked(`SELECT list(quote) FROM '${file}' WHERE report = '${name}'`);
    expect(quotes).toEqual([spans.map(({ quote }) => quote)]);
  },
);

const odd = [
  ...["=1+1", "-1", "1-2", "007", "3,5", "TRUE", " spaces ", "two\nlines\r\n", "\tx", "a\u0001b"],
  ...["_x0041_", "<b>&amp;</b>", "👩🏽‍🔬", "\uFFFF", "]]>", "'", "\u2028", "\uFEFF"],
];

test("another reader of workbooks finds every cell with its type, texts as they were", async () => {
  const spans = odd.map((note, at) => span(`s${at}`, "desmin", { note }));
  const documents = [documentOf("one", sentence, { layers: [layer("Ana", { spans })] })];
  documents.push(...corpus.slice(0, 3));
  const { draft } = await written("xlsx", documents);
  const { sheets } = await readXlsx(readFileSync(draft));
  const found = sheets.map(({ name, rows, freezePane }) => ({ name, rows, freezePane }));
  const expected = tablesOf(defaultScheme).map((table) => ({
    name: table.name,
    rows: [
      table.columns.map(({ name }) => name),
      ...rowsOf(table, documents).map((cells) => cells.map((cell) => (cell === "" ? null : cell))),
    ],
    freezePane: { rows: 1 },
  }));
  expect(found).toEqual(expected);
});

test("what a workbook cannot hold is cut and counted, what starts as a formula is marked in CSV", async () => {
  const long = `${"a".repeat(32_766)}🧪 and more`;
  const documents = [documentOf("=one", long), documentOf("two", "half \uD83E")];
  const workbook = await written("xlsx", documents);
  const half = {
    things: "Texts with half a character",
    count: 1,
    consequence: "written with � in its place.",
    examples: ["two: “half �”"],
  };
  expect(workbook.losses).toEqual([
    {
      things: "Texts longer than 32,767 characters",
      count: 1,
      consequence: "cut there, since Excel's cells hold no more.",
      examples: [`=one: “${"a".repeat(40)} … aaaa🧪 and more”`],
    },
    half,
  ]);
  const { sheets } = await readXlsx(readFileSync(workbook.draft));
  expect(sheets[0]!.rows[1]).toEqual([
    ...["=one", "=one", null, null, 32_776, 32_777, "a".repeat(32_766), null, null],
  ]);
  const { draft, losses } = await written("csv", documents);
  expect(losses).toEqual([
    {
      things: "Cells that spreadsheets would take for formulas",
      count: 2,
      consequence:
        "written with an apostrophe before them, so that nothing is calculated; it does not belong to them.",
      examples: ["=one: “=one”", "=one: “=one”"],
    },
    half,
  ]);
  expect(readFileSync(join(draft, "reports.csv"), "utf8").slice(0, 100)).toBe(
    "\uFEFFreport,case,title,annotators,characters,characters_utf16,text,sections,metadata\r\n'=one,'=one,,,3277".slice(
      0,
      100,
    ),
  );
});

test("rows beyond the limit of a sheet go on in further sheets, each with the columns' names", async () => {
  const table: Table = {
    name: "numbers",
    columns: [
      { name: "number", type: "integer" },
      { name: "words", type: "text" },
    ],
    *rowsOf() {},
  };
  const draft = join(temporaryFolder(), "numbers.xlsx");
  const files = xlsxFiles(draft, [table], 4);
  const rows = Array.from({ length: 8 }, (_, at): Cell[] => [at, `number ${at}`]);
  for (const cells of rows) files.add(table, cells, { book: lossBook(), name: "one" });
  await files.close();
  const { sheets } = await readXlsx(readFileSync(draft));
  const head = ["number", "words"];
  expect(sheets.map(({ name, rows: found }) => [name, found])).toEqual([
    ["numbers", [head, ...rows.slice(0, 3)]],
    ["numbers 2", [head, ...rows.slice(3, 6)]],
    ["numbers 3", [head, ...rows.slice(6)]],
  ]);
  expect(await rowsIn(files.read(table))).toEqual([head, ...rows]);

  const bytes = readFileSync(draft);
  bytes[bytes.indexOf("xl/worksheets/sheet2.xml") + 200]! ^= 1;
  writeFileSync(draft, bytes);
  const names = ["numbers", "numbers 2", "numbers 3"];
  await expect(rowsIn(readSheets(draft, names, 2))).rejects.toThrow();
});

test("files that somebody else writes into are not taken for finished", async () => {
  const draft = join(temporaryFolder(), "draft");
  const writer = createTableWriter("csv", { draft, scheme: defaultScheme });
  await writer.add(documentOf("one", sentence));
  appendFileSync(join(draft, "reports.csv"), "a,b\r\n");
  await expect(writer.finish()).rejects.toThrow('the table "reports" cannot be read back');
});

test("a workbook that is given up leaves nothing beside its place", async () => {
  const folder = temporaryFolder();
  const draft = join(folder, "out.xlsx.unfinished");
  const writer = createTableWriter("xlsx", { draft, scheme: defaultScheme });
  await writer.add(documentOf("one", sentence));
  expect(readdirSync(folder)).toEqual(["out.xlsx.unfinished"]);
  await writer.finish();
  expect(readdirSync(folder)).toEqual(["out.xlsx.unfinished"]);
  expect(existsSync(`${draft}.parts`)).toBe(false);
});
