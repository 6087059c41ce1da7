/** Formats of annotated documents that are read and written. */
const bothWays = [
  "brat",
  "casemark-jsonl",
  "bioc-xml",
  "bioc-json",
  "pubtator",
  "pubannotation",
  "webanno-tsv",
  "uima-xmi",
  "uima-cas-json",
  "conll",
  "doccano",
  "label-studio",
  "prodigy",
  "medtator",
  "web-annotation",
] as const;

/** Formats of annotated documents that are read. */
export const readFormats = [...bothWays, "knowtator"] as const;
export type ReadFormat = (typeof readFormats)[number];

/** Tables of the annotations, for people and for programs that count. */
export const tableFormats = ["csv", "xlsx", "parquet"] as const;
export type TableFormat = (typeof tableFormats)[number];

/** Formats that an export is written in. */
export const exportFormats = [...bothWays, "conll-iobes", ...tableFormats] as const;
export type ExportFormat = (typeof exportFormats)[number];

export function isTableFormat(format: ExportFormat): format is TableFormat {
  return tableFormats.some((one) => one === format);
}

/** A format whose files are made from documents and read back into them. */
export type FormatId = ReadFormat | Exclude<ExportFormat, TableFormat>;

const titles: Readonly<Record<FormatId | TableFormat, string>> = {
  brat: "brat standoff",
  "casemark-jsonl": "Casemark JSON lines",
  "bioc-xml": "BioC XML",
  "bioc-json": "BioC JSON",
  pubtator: "PubTator",
  pubannotation: "PubAnnotation JSON",
  "webanno-tsv": "WebAnno TSV 3.3",
  "uima-xmi": "UIMA CAS XMI",
  "uima-cas-json": "UIMA CAS JSON",
  conll: "CoNLL IOB2",
  "conll-iobes": "CoNLL IOBES",
  doccano: "doccano JSONL",
  "label-studio": "Label Studio JSON",
  prodigy: "Prodigy / spaCy JSONL",
  medtator: "MedTator / MAE XML",
  knowtator: "Knowtator XML",
  "web-annotation": "W3C Web Annotation",
  csv: "CSV",
  xlsx: "Excel (XLSX)",
  parquet: "Parquet",
};

/** A format's name as its makers write it; the same in every language. */
export function titleOfFormat(id: FormatId | TableFormat): string {
  return titles[id];
}
