import { extname } from "node:path";
import { type ExportFormat, isTableFormat } from "../../shared/formats/format-ids.ts";
import { formatOf } from "../../shared/formats/registry.ts";

interface Asked {
  format: ExportFormat;
  /** How many annotators' layers are written. */
  annotators: number;
  /** How many reports. */
  reports: number;
}

/** Where an export goes: into one file with this ending, or into a folder. */
export interface Place {
  kind: "file" | "folder";
  ending: string;
  /** Whether every annotator gets a folder or file of their own in it. */
  folders: boolean;
}

/**
 * Where a format puts an export. One report in a format of a file each may go straight into a file,
 * where the path that was asked for has the format's ending.
 */
export function placeFor({ format, annotators, reports }: Asked, path: string | null): Place {
  if (isTableFormat(format))
    return format === "xlsx" ? place("file", ".xlsx") : place("folder", "");
  const { writer } = formatOf(format);
  if (!writer) throw new RangeError(`${format} is not written`);
  const [ending, ...more] = writer.endings;
  const folders = annotators > 1 && !writer.holds.layers;
  const isAsked = path !== null && extname(path).toLowerCase() === ending;
  const isSingle = more.length === 0 && reports === 1 && isAsked;
  if (folders || (writer.files === "each" && !isSingle)) return place("folder", "", folders);
  return place("file", ending);
}

function place(kind: Place["kind"], ending: string, folders = false): Place {
  return { kind, ending, folders };
}
