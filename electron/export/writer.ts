import type { offsetUnits } from "../../shared/contract/exports.ts";
import type { WholeFile } from "../../shared/formats/format.ts";
import type { ExportFormat } from "../../shared/formats/format-ids.ts";
import { addUpLosses, type Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";

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
