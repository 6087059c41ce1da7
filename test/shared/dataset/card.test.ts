import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { Texts } from "../../../shared/contract/datasets.ts";
import { datasetCard } from "../../../shared/dataset/card.ts";
import { citationFile } from "../../../shared/dataset/citation.ts";
import { licenceUrl } from "../../../shared/dataset/licences.ts";
import { loadingExamples } from "../../../shared/dataset/loading-examples.ts";
import { plainMarkdown, table } from "../../../shared/dataset/markdown.ts";
import { recordFields, recordLosses } from "../../../shared/dataset/records.ts";
import { documentOf, layerOf, spanOf } from "./documents.ts";
import { hashed, releaseOf, texts } from "./release.ts";

const text = "Leiomyosarcoma of the lung 🫁, CD34 positive.";
const documents = Array.from({ length: 10 }, (_, at) => {
  const spans = [
    spanOf(text, "s1", "diagnosis", "Leiomyosarcoma", {
      attributes: { sites: ["a", "b"], grade: 2 },
    }),
    spanOf(text, "s2", "marker", "CD34", { entity: "e1" }),
    {
      ...spanOf(text, "s3", "result", "CD34"),
      ranges: [
        { start: 22, end: 26 },
        { start: 36, end: 44 },
      ],
    },
  ];
  const codes = [{ system: "HGNC", code: "1662", display: "CD34" }];
  const fields = { result: "positive", sites: ["a", "b"], percent: 90 };
  const entity = { id: "e1", kind: "marker", name: "CD34", codes, fields, note: "strong" };
  const link = { attributes: {}, note: "" };
  const layers = [
    layerOf("Ana", spans, {
      entities: [entity],
      relations: [{ ...link, id: "r1", label: "in", from: "s1", to: "e1", note: "why" }],
      events: [
        {
          ...link,
          id: "v1",
          label: "is",
          trigger: "s3",
          arguments: [{ role: "of", target: "s2" }],
        },
      ],
      groups: [{ id: "g1", label: "same", members: ["s1", "r1"], note: "" }],
      labels: { kind: "case report" },
    }),
    layerOf("Ben", at % 2 === 0 ? [{ ...spans[0]!, entity: null }] : []),
  ];
  const [name, words] = [
    `report ${at}`,
    Array.from({ length: 40 }, (_each, n) => `word${at}x${n}`),
  ];
  return documentOf(`${text} ${words.join(" ")}`, layers, { name, metadata: { year: "2020" } });
});
const { files, facts, assignment } = releaseOf(documents);
const file = (name: string) => files.get(name) ?? "";
const recordsOf = (name: string) =>
  file(name)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

test("the same documents and seed make the same bytes, in whatever order they come", () => {
  const again = releaseOf(documents);
  expect(hashed(again.files)).toEqual(hashed(files));
  expect(releaseOf(documents.toReversed()).assignment).toEqual(assignment);
  expect(releaseOf(documents, 8).assignment).not.toEqual(assignment);
});

test("a record holds a layer, with offsets in code points", () => {
  const records = [...recordsOf("data/train.jsonl"), ...recordsOf("data/test.jsonl")];
  expect(records).toHaveLength(20);
  for (const record of records)
    expect(Object.keys(record)).toEqual(recordFields.map(({ name }) => name));
  const ana = records.find(({ report, annotator }) => report === "report 0" && annotator === "Ana");
  expect(ana).toEqual({
    ...{ report: "report 0", case: "report 0", annotator: "Ana", title: "report 0" },
    status: "done",
    text: documents[0]!.text,
    metadata: [{ key: "year", value: "2020" }],
    spans: [
      {
        ...{ id: "s1", label: "diagnosis", start: 0, end: 14, quote: "Leiomyosarcoma", note: "" },
        fragments: [{ start: 0, end: 14 }],
        attributes: [
          { name: "sites", value: "a" },
          { name: "sites", value: "b" },
          { name: "grade", value: "2" },
        ],
        ...{ entity: "", entity_id: "", entity_kind: "", codes: [] },
      },
      {
        ...{ id: "s2", label: "marker", start: 30, end: 34, quote: "CD34", note: "" },
        ...{ fragments: [{ start: 30, end: 34 }], attributes: [], entity: "CD34" },
        ...{ entity_id: "e1", entity_kind: "marker" },
        codes: [{ system: "HGNC", code: "1662", display: "CD34" }],
      },
      {
        ...{ id: "s3", label: "result", start: 22, end: 43, quote: "CD34", note: "" },
        fragments: [
          { start: 22, end: 26 },
          { start: 35, end: 43 },
        ],
        ...{ attributes: [], entity: "", entity_id: "", entity_kind: "", codes: [] },
      },
    ],
    entities: [
      {
        ...{ id: "e1", kind: "marker", name: "CD34", note: "strong" },
        codes: [{ system: "HGNC", code: "1662", display: "CD34" }],
        fields: [
          { name: "result", value: "positive" },
          { name: "sites", value: "a" },
          { name: "sites", value: "b" },
          { name: "percent", value: "90" },
        ],
      },
    ],
    relations: [{ id: "r1", label: "in", from: "s1", to: "e1", attributes: [], note: "why" }],
    events: [
      {
        ...{ id: "v1", label: "is", trigger: "s3", attributes: [], note: "" },
        arguments: [{ role: "of", target: "s2" }],
      },
    ],
    groups: [
      { id: "g1", label: "same", member: "s1", note: "" },
      { id: "g1", label: "same", member: "r1", note: "" },
    ],
    labels: [{ name: "kind", value: "case report" }],
  });
});

test("the card's YAML is what Hugging Face reads", () => {
  const [, yaml = "", card] = /^---\n(.*?)\n---\n(.*)$/s.exec(file("README.md")) ?? [];
  const { dataset_info: info, ...others } = parse(yaml);
  expect(others).toEqual({
    pretty_name: "Case reports: a sample",
    license: "cc-by-4.0",
    language: ["en"],
    multilinguality: ["monolingual"],
    task_categories: ["token-classification"],
    task_ids: ["named-entity-recognition"],
    annotations_creators: ["expert-generated"],
    source_datasets: ["original"],
    size_categories: ["n<1K"],
    tags: ["sarcoma", "medical", "pathology", "casemark"],
    configs: [
      {
        ...{ config_name: "default", default: true },
        data_files: [
          { split: "train", path: "data/train.jsonl" },
          { split: "test", path: "data/test.jsonl" },
        ],
      },
    ],
  });
  expect(info.features.map(({ name }: { name: string }) => name)).toEqual(
    recordFields.map(({ name }) => name),
  );
  expect(card).toContain("| Ana | Ben | 10 | 10 | 0.286 |");
  expect(card).toContain("[More Information Needed]");
  expect(card).toContain("| train | 8 | 8 |");
});

test("every file that a description names is there", () => {
  const named = Array.from(file("README.md").matchAll(/`((?:data|plots)\/[\w.]+)`|\]\(([^)]+)\)/g));
  const names = named.flatMap(([, quoted, linked]) => quoted ?? linked ?? []);
  for (const name of names.filter((one) => !one.includes("PART")))
    expect(files.keys()).toContain(name);
  const croissant = JSON.parse(file("croissant.json"));
  for (const one of croissant.distribution) {
    const described = {
      name: one.contentUrl,
      sha256: one.sha256,
      bytes: Number.parseInt(one.contentSize, 10),
    };
    expect(hashed(files)).toContainEqual(described);
  }
});

/** The rows that DuckDB makes of a query over the release's folder. */
async function rowsOf(query: string) {
  const folder = mkdtempSync(join(tmpdir(), "release-"));
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  const connection = await (await DuckDBInstance.create()).connect();
  const reader = await connection.runAndReadAll(query.replace("'data/", `'${folder}/data/`));
  connection.closeSync();
  rmSync(folder, { recursive: true });
  return reader.getRows();
}

test("DuckDB finds the fields of entities in the records", async () => {
  const records = "read_json('data/*.jsonl', format = 'newline_delimited')";
  const query = `SELECT entity.kind, entity.name, field.name, field.value, count(*)
    FROM (SELECT entity, unnest(entity.fields) AS field
      FROM (SELECT unnest(entities) AS entity FROM ${records}))
    GROUP BY ALL ORDER BY field.name, field.value`;
  expect(await rowsOf(query)).toEqual([
    ["marker", "CD34", "percent", "90", 10n],
    ["marker", "CD34", "result", "positive", 10n],
    ["marker", "CD34", "sites", "a", 10n],
    ["marker", "CD34", "sites", "b", 10n],
  ]);
});

test("what records have no place for is counted, and the card says it", () => {
  const [first] = documents;
  const layer = {
    ...first!.layers[0]!,
    ...{ unsure: true, note: "private", reading: { read: [], skipped: [], seconds: 1 } },
  };
  const losses = recordLosses({ ...first!, layers: [layer] });
  expect(losses.map(({ things, count, examples }) => [things, count, examples])).toEqual([
    ["Notes on reports", 1, ["report 0, Ana"]],
    ["Layers marked unsure", 1, ["report 0"]],
    ["Records of what was read", 1, ["report 0"]],
  ]);
  const named = losses.map((loss) => ({ format: "records", ...loss }));
  expect(datasetCard({ ...facts, losses: named })).toContain(
    "| records | Layers marked unsure | 1 | left out. |",
  );
  expect(file("README.md")).toContain("Nothing of these annotations is left out of the release.");
});

test("the DuckDB example of the card runs in the release's folder", async () => {
  const example = loadingExamples(["train"]).find(({ language }) => language === "sql")?.code ?? "";
  expect(await rowsOf(example)).toEqual([
    ["diagnosis", 15n, 10n],
    ["marker", 10n, 10n],
    ["result", 10n, 10n],
  ]);
});

test("formats that are there have examples, and others have none", () => {
  const titles = (...names: string[]) =>
    loadingExamples(["train"], names)
      .map(({ title }) => title)
      .slice(4);
  expect(titles("formats/brat/train/one.ann", "formats/csv/test/spans.csv")).toEqual([]);
  expect(titles("formats/csv/train/spans.csv")).toEqual(["CSV with pandas"]);
  expect(titles("formats/conll/train.conll", "formats/parquet/train/spans.parquet")).toEqual([
    ...["Parquet with pandas", "Parquet with DuckDB", "CoNLL with spaCy"],
  ]);
});

test("the citation has what the format asks for, even where nobody has given anything", () => {
  expect(parse(citationFile(texts))).toEqual({
    "cff-version": "1.2.0",
    message: "If you use this dataset, please cite it as below.",
    type: "dataset",
    title: "Case reports: a sample",
    abstract: "Reports with labelled findings.",
    authors: [
      {
        ...{ "family-names": "Muñoz", "given-names": "Ana" },
        orcid: "https://orcid.org/0000-0002-1825-0097",
      },
      { "family-names": "Doe", affiliation: "A hospital" },
    ],
    version: "1.0.0",
    "date-released": "2026-11-22",
    license: "CC-BY-4.0",
    doi: "10.5281/zenodo.1",
    url: "https://example.org/sample",
    keywords: ["sarcoma"],
  });
  const bare = {
    summary: "",
    authors: [],
    licence: "",
    url: "",
    doi: "",
    keywords: [],
    released: "",
  };
  expect(parse(citationFile({ ...texts, ...bare }))).toEqual({
    "cff-version": "1.2.0",
    message: "If you use this dataset, please cite it as below.",
    type: "dataset",
    title: "Case reports: a sample",
    authors: [{ name: "The makers of Case reports: a sample" }],
    version: "1.0.0",
  });
});

test.each([
  ["cc-by-nc-4.0", "CC-BY-NC-4.0"],
  ["apache-2.0", "Apache-2.0"],
  ["ODbL", "ODbL-1.0"],
  ["Artistic-2.0", "Artistic-2.0"],
])("the licence %s is cited as SPDX spells it, %s", (licence, spelling) => {
  expect(parse(citationFile({ ...texts, licence }))).toMatchObject({ license: spelling });
  expect(licenceUrl(licence)).toBe(`https://spdx.org/licenses/${spelling}`);
});

test("DOIs and ORCIDs are cited as their formats want them, and a date is a day", () => {
  const author = { family: "Doe", orcid: "0000-0002-1825-0097" };
  const given = { title: "t", doi: "https://doi.org/10.5281/zenodo.1", authors: [author] };
  expect(parse(citationFile(Texts.parse(given)))).toMatchObject({
    doi: "10.5281/zenodo.1",
    authors: [{ orcid: "https://orcid.org/0000-0002-1825-0097" }],
  });
  expect(Texts.safeParse({ title: "t", released: "20 Nov" }).success).toBe(false);
});

test("what other readers of YAML would take for no text is in quotes", () => {
  const odd = { title: "no", version: "1_0", keywords: ["=", "a\n---\nb", "12:30"] };
  const written = citationFile({ ...texts, ...odd });
  expect(parse(written)).toMatchObject(odd);
  expect(written).toContain('title: "no"\n');
  expect(written).toContain('- "a\\n---\\nb"\n');
});

test("words of reports are not taken for markup", () => {
  expect(plainMarkdown("<b>*x*</b> [a](b) `c` | d\n- e\n1. f\n# g 1.0")).toBe(
    "\\<b\\>\\*x\\*\\</b\\> \\[a\\](b) \\`c\\` \\| d\n\\- e\n1\\. f\n\\# g 1.0",
  );
  expect(table(["a|b", "n"], [["x\ny", 1]])).toBe("| a\\|b | n |\n| --- | ---: |\n| x y | 1 |");
  expect(facts.statistics.whole.reports).toBe(10);
});
