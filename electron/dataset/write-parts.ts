import { join } from "node:path";
import { formatPath, recordsFile } from "../../shared/dataset/layout.ts";
import { recordLines } from "../../shared/dataset/records.ts";
import type { Provenance } from "../../shared/dataset/side-files.ts";
import { type Statistics, startStatistics } from "../../shared/dataset/statistics.ts";
import { type ExportFormat, exportFormats } from "../../shared/formats/format-ids.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { exportDocuments } from "../export/export.ts";
import { growFile } from "../export/growing-file.ts";
import { placeFor } from "../export/place.ts";
import { checkRecord } from "./check-record.ts";
import { provenanceOf } from "./provenance.ts";
import type { ReleaseRequest } from "./request.ts";
import { goThrough, type Watch } from "./source.ts";
import { choose } from "./survey.ts";

/** A release that is being written. */
export interface Writing extends Pick<ReleaseRequest, "sources" | "options"> {
  /** The unfinished folder. */
  folder: string;
  /** The part of a case. */
  partOf(caseName: string): string;
  /** With the labels as they are in the release. */
  scheme: Scheme;
}

/** What came of writing the records. */
export interface Records {
  statistics: Statistics;
  provenance: Provenance[];
  /** What the reports' metadata says of their languages, in order. */
  languages: string[];
}

/** Writes every part's records; each is read back. */
export async function writeRecords(
  { folder, sources, options, partOf }: Writing,
  watch: Watch,
): Promise<Records> {
  const names = options.parts.map(({ name }) => name);
  const counting = startStatistics(names);
  const files = new Map(names.map((name) => [name, growFile(join(folder, recordsFile(name)))]));
  const provenance: Provenance[] = [];
  const languages = new Set<string>();
  try {
    await goThrough(sources, watch, "Writing the records", (source) => {
      const { document } = choose(source.document, options);
      const part = partOf(document.case);
      const file = files.get(part);
      if (!file) throw new Error(`no part ${part}`);
      for (const line of recordLines(document))
        checkRecord(file.read(file.append(`${line}\n`)).toString("utf8"), line);
      provenance.push(provenanceOf(source, part));
      counting.add(document, part);
      const language = document.metadata.language ?? document.metadata.lang;
      if (language) languages.add(language);
    });
  } finally {
    for (const file of files.values()) file.close();
  }
  return { statistics: counting.statistics(), provenance, languages: [...languages].sort() };
}

/** Writes every part in every format that was asked for, and says what each could not hold. */
export async function writeFormats(
  writing: Writing,
  watch: Watch,
): Promise<(Loss & { format: string })[]> {
  const losses: (Loss & { format: string })[] = [];
  const formats = exportFormats.filter((id) => writing.options.formats.includes(id));
  for (const format of formats)
    for (const { name: part } of writing.options.parts) {
      const lost = await writeFormat(writing, format, part, watch);
      losses.push(...lost.map((loss) => ({ format: `${format}, ${part}`, ...loss })));
    }
  return losses;
}

async function writeFormat(
  writing: Writing,
  format: ExportFormat,
  part: string,
  watch: Watch,
): Promise<Loss[]> {
  const facts = factsOf(documentsOf(writing, part));
  if (facts.reports === 0) return [];
  const { kind, ending, folders } = placeFor({ format, ...facts }, null);
  const { losses } = await exportDocuments({
    ...{ format, folders, offsets: "native", place: kind, ...watch },
    scheme: writing.scheme,
    path: join(writing.folder, formatPath(format, part)) + ending,
    total: facts.reports,
    documents: documentsOf(writing, part),
  });
  return losses;
}

/** How many reports there are, and how many annotators' layers are chosen of them. */
function factsOf(documents: Iterable<AnnotatedDocument>) {
  const annotators = new Set<string>();
  let reports = 0;
  for (const { layers } of documents) {
    reports += 1;
    for (const { annotator } of layers) annotators.add(annotator);
  }
  return { reports, annotators: annotators.size };
}

/** The documents of a part, as they are in the release. */
function* documentsOf(
  { sources, options, partOf }: Writing,
  part: string,
): Generator<AnnotatedDocument, void> {
  for (const { document } of sources.all())
    if (partOf(document.case) === part) yield choose(document, options).document;
}
