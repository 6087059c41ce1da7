import { fileNameOf, formatPath, recordsFile } from "./layout.ts";

/** Code that loads a release, for the card. */
export interface LoadingExample {
  title: string;
  /** Of the code block: "python", "sql". */
  language: string;
  code: string;
}

/**
 * How a release is loaded, to be run in its folder: its records, and what of the chosen formats programs
 * read as they are. The files are those of layout.ts.
 * @param parts the names of the parts that have reports, the one to learn from first.
 * @param files the names of all files of the release.
 */
export function loadingExamples(
  parts: readonly string[],
  files: readonly string[] = [],
): LoadingExample[] {
  const [first] = parts;
  if (first === undefined) return [];
  return [
    { title: "Hugging Face datasets", language: "python", code: huggingFace(first) },
    { title: "pandas", language: "python", code: pandas(first) },
    { title: "spaCy", language: "python", code: spacy(first) },
    { title: "DuckDB", language: "sql", code: duckDb() },
    ...formatExamples(first, new Set(files)),
  ];
}

/** Examples for formats that are among the files of the part. */
function formatExamples(part: string, files: ReadonlySet<string>): LoadingExample[] {
  const parquet = `${formatPath("parquet", part)}/spans.parquet`;
  const csv = `${formatPath("csv", part)}/spans.csv`;
  const conll = `${formatPath("conll", part)}.conll`;
  const examples: [file: string, example: LoadingExample][] = [
    [parquet, { title: "Parquet with pandas", language: "python", code: parquetPandas(parquet) }],
    [parquet, { title: "Parquet with DuckDB", language: "sql", code: parquetDuckDb() }],
    [csv, { title: "CSV with pandas", language: "python", code: csvPandas(csv) }],
    [conll, { title: "CoNLL with spaCy", language: "sh", code: conllSpacy(conll) }],
  ];
  return examples.flatMap(([file, example]) => (files.has(file) ? example : []));
}

function huggingFace(part: string): string {
  return `from pathlib import Path
from datasets import load_dataset

dataset = load_dataset(str(Path().absolute()))  # this folder, or the dataset's name on the Hub
record = dataset["${fileNameOf(part)}"][0]
for span in record["spans"]:
    assert record["text"][span["start"]:span["end"]] == span["quote"] or len(span["fragments"]) > 1
    print(span["label"], span["quote"])`;
}

function pandas(part: string): string {
  return `import pandas as pd

records = pd.read_json("${recordsFile(part)}", lines=True, dtype=False, convert_dates=False)
spans = records[["report", "case", "annotator", "spans"]].explode("spans")
spans = spans.dropna(subset="spans").reset_index(drop=True)
spans = spans.drop(columns="spans").join(pd.json_normalize(spans["spans"].tolist()))
print(spans["label"].value_counts())`;
}

function spacy(part: string): string {
  const name = fileNameOf(part);
  return `import json
import spacy
from spacy.tokens import DocBin

nlp = spacy.blank("xx")  # or the language of the reports
store = DocBin()
for line in open("${recordsFile(part)}", encoding="utf-8"):
    record = json.loads(line)
    doc = nlp.make_doc(record["text"])
    spans = [
        doc.char_span(span["start"], span["end"], label=span["label"], alignment_mode="expand")
        for span in record["spans"]
        if len(span["fragments"]) == 1 and span["start"] < span["end"]
    ]
    doc.spans["sc"] = [span for span in spans if span is not None]  # may overlap
    doc.ents = spacy.util.filter_spans(doc.spans["sc"])  # may not: the longer one stays
    store.add(doc)
store.to_disk("${name}.spacy")`;
}

function duckDb(): string {
  return `SELECT span.label, count(*) AS spans, count(DISTINCT report) AS reports
FROM (SELECT report, unnest(spans) AS span FROM read_json('data/*.jsonl', format = 'newline_delimited'))
GROUP BY span.label
ORDER BY spans DESC, span.label;`;
}

function parquetPandas(file: string): string {
  return `import pandas as pd

spans = pd.read_parquet("${file}")
reports = pd.read_parquet("${file.replace("spans.", "reports.")}")
print(spans.merge(reports[["report", "title"]], on="report").groupby("label").size())`;
}

function parquetDuckDb(): string {
  return `SELECT label, count(*) AS spans, count(DISTINCT report) AS reports
FROM read_parquet('formats/parquet/*/spans.parquet', union_by_name = true)
GROUP BY label
ORDER BY spans DESC, label;`;
}

function csvPandas(file: string): string {
  return `import pandas as pd

spans = pd.read_csv("${file}", encoding="utf-8-sig", keep_default_na=False)
print(spans["label"].value_counts())`;
}

function conllSpacy(file: string): string {
  return `python -m spacy convert ${file} . --converter ner --n-sents 10`;
}
