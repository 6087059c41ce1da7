import type { offsetUnits } from "../../shared/contract/exports.ts";
import type { WholeFile } from "../../shared/formats/format.ts";
import {
  type ExportFormat,
  isTableFormat,
  type TableFormat,
} from "../../shared/formats/format-ids.ts";
import { addUpLosses, type Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { formatWriter } from "./format-writer.ts";
import { createTableWriter } from "./tables/table-writer.ts";

export interface WriterOptions {
  format: ExportFormat;
  offsets: (typeof offsetUnits)[number];
  /** The file or folder to write, which exists already if it is a folder; null: only losses are looked for. */
  draft: string | null;
  place: "file" | "folder";
  /** Whether every annotator gets a folder or file of their own. */
  folders: boolean;
  scheme: Scheme;
}

/** What one document, or the start or end of an export, came to. */
export interface Written {
  files: number;
  spans: number;
  losses: Loss[];
  /** Files that stand beside the one that was asked for. */
  beside: WholeFile[];
}

/** Writes documents one by one. Each is read back from the disk and compared before it counts. */
export interface Writer {
  /** Writes what belongs to the whole export. */
  begin(): Written;
  /** @throws Error naming the first difference when what was written does not read the same. */
  write(document: AnnotatedDocument): Promise<Written>;
  end(): Promise<Written>;
}

export const nothingWritten = (): Written => ({ files: 0, spans: 0, losses: [], beside: [] });

export function createWriter(options: WriterOptions): Writer {
  const { format, draft } = options;
  if (!isTableFormat(format)) return formatWriter(options);
  return draft === null ? silentWriter() : tableWriter(format, draft, options.scheme);
}

function tableWriter(format: TableFormat, draft: string, scheme: Scheme): Writer {
  const tables = createTableWriter(format, { draft, scheme });
  return {
    begin: nothingWritten,
    async write(document) {
      await tables.add(document);
      return { ...nothingWritten(), spans: spansOf(document) };
    },
    end: async () => ({ ...nothingWritten(), ...(await tables.finish()) }),
  };
}

/** Tables say what they cannot hold once they are written. */
function silentWriter(): Writer {
  const write = (document: AnnotatedDocument) =>
    Promise.resolve({ ...nothingWritten(), spans: spansOf(document) });
  return { begin: nothingWritten, write, end: async () => nothingWritten() };
}

export function spansOf({ layers }: AnnotatedDocument): number {
  return layers.reduce((sum, { spans }) => sum + spans.length, 0);
}

/** What several steps came to together. */
export function addUp(all: readonly Written[]): Written {
  return {
    files: all.reduce((sum, { files }) => sum + files, 0),
    spans: all.reduce((sum, { spans }) => sum + spans, 0),
    losses: addUpLosses(all.flatMap(({ losses }) => losses)),
    beside: all.flatMap(({ beside }) => beside),
  };
}
