import { fileNameOf, recordsFile } from "./layout.ts";

/** Code that loads a release, for the card. */
export interface LoadingExample {
  title: string;
  /** Of the code block: "python", "sql". */
  language: string;
  code: string;
}

/**
 * How the records of a release are loaded, to be run in its folder. The files are those of layout.ts.
 * @param parts the names of the parts that have reports, the one to learn from first.
 */
export function loadingExamples(parts: readonly string[]): LoadingExample[] {
  const [first] = parts;
  if (first === undefined) return [];
  return [
    { title: "Hugging Face datasets", language: "python", code: huggingFace(first) },
    { title: "pandas", language: "python", code: pandas(first) },
    { title: "spaCy", language: "python", code: spacy(first) },
    { title: "DuckDB", language: "sql", code: duckDb() },
  ];
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
