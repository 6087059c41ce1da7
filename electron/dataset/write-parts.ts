import { join } from "node:path";
import type { ReleaseLoss } from "../../shared/dataset/facts.ts";
import { formatPath, recordsFile } from "../../shared/dataset/layout.ts";
import { recordLines, recordLosses, recordsId } from "../../shared/dataset/records.ts";
import type { Provenance } from "../../shared/dataset/side-files.ts";
import { type Statistics, startStatistics } from "../../shared/dataset/statistics.ts";
import { type ExportFormat, exportFormats } from "../../shared/formats/format-ids.ts";
import { addUpLosses, type Loss } from "../../shared/formats/losses.ts";
import { getOrMake } from "../../shared/get-or-make.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import {
  exportInThread,
  type LossRequest,
  lossesInThread,
  type WriterThread,
  withWriter,
} from "../export/export.ts";
import { growFile } from "../export/growing-file.ts";
import { placeFor } from "../export/place.ts";
import { checkRecord } from "./check-record.ts";
import { provenanceOf } from "./provenance.ts";
import type { ReleaseRequest } from "./request.ts";
import { goThrough, type Listed, readListed, type Watch } from "./source.ts";
import { choose } from "./survey.ts";

/** What goes into a release. */
export interface Chosen extends Pick<ReleaseRequest, "sources" | "options"> {
  /** The reports of each part that has any, in the order of the release. */
  parts: ReadonlyMap<string, readonly Listed[]>;
  /** With the labels as they are in the release. */
  scheme: Scheme;
}

/** A release that is being written. */
export interface Writing extends Chosen {
  /** The unfinished folder. */
  folder: string;
}

/** What came of writing the records. */
export interface Records {
  statistics: Statistics;
  provenance: Provenance[];
  /** What the reports' metadata says of their languages, in order. */
  languages: string[];
  /** Whose layers each part has. */
  annotators: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the records have no place for. */
  losses: Loss[];
}

/** Writes every part's records; each is read back. */
export async function writeRecords(writing: Writing, watch: Watch): Promise<Records> {
  const { folder, sources, options, parts } = writing;
  const names = options.parts.map(({ name }) => name);
  const counting = startStatistics(names);
  const provenance: Provenance[] = [];
  const languages = new Set<string>();
  let losses: Loss[] = [];
  const annotators = new Map(names.map((name) => [name, new Set<string>()]));
  for (const part of names) {
    const file = growFile(join(folder, recordsFile(part)));
    try {
      await goThrough(parts.get(part) ?? [], watch, "Writing the records", (listed) => {
        const source = readListed(sources, listed);
        const { document } = choose(source.document, options);
        for (const line of recordLines(document))
          checkRecord(file.read(file.append(`${line}\n`)).toString("utf8"), line);
        losses = addUpLosses([...losses, ...recordLosses(document)]);
        provenance.push(provenanceOf(source, part));
        counting.add(document, part);
        for (const { annotator } of document.layers) annotators.get(part)?.add(annotator);
        const language = document.metadata.language ?? document.metadata.lang;
        if (language) languages.add(language);
      });
    } finally {
      file.close();
    }
  }
  return {
    statistics: counting.statistics(),
    provenance,
    languages: [...languages].sort(),
    annotators,
    losses,
  };
}

/** Writes every part in every format that was asked for, and says what each could not hold. */
export function writeFormats(
  writing: Writing,
  { annotators }: Pick<Records, "annotators">,
  watch: Watch,
): Promise<ReleaseLoss[]> {
  return inEachFormat(writing, annotators, async (thread, one) => {
    const { order, ending } = orderFor(writing, one, watch);
    const path = join(writing.folder, formatPath(one.format, one.part)) + ending;
    return (await exportInThread(thread, { ...order, path })).losses;
  });
}

/** What the records and the formats will not hold, without writing anything. */
export async function foreseenLosses(chosen: Chosen, watch: Watch): Promise<ReleaseLoss[]> {
  const { sources, options, parts } = chosen;
  const annotators = new Map<string, Set<string>>();
  let ofRecords: Loss[] = [];
  for (const [part, listed] of parts) {
    const whose = getOrMake(annotators, part, () => new Set<string>());
    await goThrough(listed, watch, "Looking for what cannot be held", (one) => {
      const { document } = choose(readListed(sources, one).document, options);
      ofRecords = addUpLosses([...ofRecords, ...recordLosses(document)]);
      for (const { annotator } of document.layers) whose.add(annotator);
    });
  }
  const ofFormats = await inEachFormat(chosen, annotators, (thread, one) =>
    lossesInThread(thread, orderFor(chosen, one, watch).order),
  );
  return [...ofRecords.map((loss) => ({ format: recordsId, ...loss })), ...ofFormats];
}

/** Does something with every part in every format that was asked for, in one thread, and gathers what is lost. */
async function inEachFormat(
  { options, parts }: Chosen,
  annotators: ReadonlyMap<string, ReadonlySet<string>>,
  visit: (thread: WriterThread, one: PartFormat) => Promise<Loss[]>,
): Promise<ReleaseLoss[]> {
  const formats = exportFormats.filter((id) => options.formats.includes(id));
  if (formats.length === 0) return [];
  const losses: ReleaseLoss[] = [];
  await withWriter(async (thread) => {
    for (const format of formats)
      for (const part of parts.keys()) {
        const one = { format, part, annotators: annotators.get(part)?.size ?? 0 };
        const lost = await visit(thread, one);
        losses.push(...lost.map((loss) => ({ format: `${format}, ${part}`, ...loss })));
      }
  });
  return losses;
}

interface PartFormat {
  format: ExportFormat;
  part: string;
  /** How many have layers in the part. */
  annotators: number;
}

/** A part as it is handed to a writer, and the ending of its file. */
function orderFor(
  chosen: Chosen,
  { format, part, annotators }: PartFormat,
  watch: Watch,
): { order: LossRequest; ending: string } {
  const listed = chosen.parts.get(part) ?? [];
  const { length: reports } = listed;
  const { kind, ending, folders } = placeFor({ format, annotators, reports }, null);
  const order: LossRequest = {
    ...{ format, folders, offsets: "native", place: kind, ...watch },
    scheme: chosen.scheme,
    total: reports,
    documents: documentsOf(chosen, listed),
  };
  return { order, ending };
}

/** The documents as they are in the release. */
function* documentsOf(
  { sources, options }: Chosen,
  listed: readonly Listed[],
): Generator<AnnotatedDocument, void> {
  for (const one of listed) yield choose(readListed(sources, one).document, options).document;
}
