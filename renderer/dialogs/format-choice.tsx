import {
  type ExportFormat,
  exportFormats,
  titleOfFormat,
} from "../../shared/formats/format-ids.ts";
import { Select } from "../look/choice.tsx";
import { t } from "../messages.ts";

interface FormatChoiceProps {
  value: ExportFormat;
  onChange: (format: ExportFormat) => void;
}

/** One of all formats, and what it is for. */
export function FormatChoice({ value, onChange }: FormatChoiceProps) {
  const choose = (id: string) => {
    const format = exportFormats.find((known) => known === id);
    if (format) onChange(format);
  };
  return (
    <div className="stack-small">
      <Select
        label={t("Format")}
        options={exportFormats.map((id) => ({ id, label: titleOfFormat(id) }))}
        value={value}
        onChange={choose}
      />
      <p className="small soft format-sentence">{sentences[value]}</p>
    </div>
  );
}

const sentences: Readonly<Record<ExportFormat, string>> = {
  brat: t("A text file and an annotation file for each report, which most tools can read."),
  "casemark-jsonl": t(
    "One line for each report with everything Casemark knows about it; nothing is lost.",
  ),
  "bioc-xml": t("One XML collection, for biomedical text mining; sections become passages."),
  "bioc-json": t("The same collection as JSON, as PubTator and the BioC tools exchange it."),
  pubtator: t("Title, abstract and concept lines, for biomedical taggers."),
  pubannotation: t("Denotations, relations and attributes, for PubAnnotation and TextAE."),
  "webanno-tsv": t("Words in columns, one file for each report, for WebAnno and INCEpTION."),
  "uima-xmi": t("One file for each report with its type system; INCEpTION opens it with layers."),
  "uima-cas-json": t("One file for each report; INCEpTION opens it with layers, as JSON."),
  conll: t("Words and their IOB2 tags, for training taggers; flat spans only."),
  "conll-iobes": t("Words and their IOBES tags, for training taggers; flat spans only."),
  doccano: t("One line for each report with labels and relations, for doccano."),
  "label-studio": t("Tasks with everybody’s annotations, and the labelling interface they need."),
  prodigy: t("One line for each report with words and spans, for Prodigy and spaCy."),
  medtator: t("One XML file for each report, for MedTator and MAE."),
  "web-annotation": t("The W3C’s annotations of text positions and quotes, as JSON-LD."),
  csv: t("Tables of reports, spans, entities and relations, for any program that reads tables."),
  xlsx: t("The same tables as sheets of one Excel workbook."),
  parquet: t("The same tables in typed columns, for DuckDB, pandas, Spark and the like."),
};
