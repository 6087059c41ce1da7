import type { Unit } from "../text/offsets.ts";
import type { ExportFormat, FormatId } from "./format-ids.ts";

/** What a person may say that the offsets of files count. */
export const units = ["codepoint", "utf16", "grapheme"] as const satisfies readonly Unit[];

/** Formats that count what a reader sees as one character in some projects, which their files do not say. */
const inGraphemes: ReadonlySet<string> = new Set<FormatId>(["doccano"]);

/** Whether offsets of a format may count so; graphemes are counted by few. */
export function mayCount(format: FormatId | ExportFormat, unit: string | null): boolean {
  return unit !== "grapheme" || inGraphemes.has(format);
}
