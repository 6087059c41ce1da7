import type { Unit } from "../text/offsets.ts";
import type { ExportFormat, FormatId } from "./format-ids.ts";

/** What a person may say that the offsets of files count. */
export const units = ["codepoint", "utf16", "grapheme"] as const satisfies readonly Unit[];

/** What offsets count in formats that leave no choice, and whose readers would take others amiss; null where there are none. */
const fixed: ReadonlyMap<FormatId | ExportFormat, Unit | null> = new Map<
  FormatId | ExportFormat,
  Unit | null
>([
  ["pubannotation", "codepoint"],
  ["webanno-tsv", "utf16"],
  ["uima-xmi", "utf16"],
  ["uima-cas-json", "utf16"],
  ["conll", null],
  ["conll-iobes", null],
  ["csv", null],
  ["xlsx", null],
  ["parquet", null],
]);

/** Whether a format leaves it open what its offsets count when it is written. */
export function leavesUnitOpen(format: FormatId | ExportFormat): boolean {
  return !fixed.has(format);
}

/** Whether a format may be written with offsets that count so; "native" is its own unit. */
export function mayWrite(format: FormatId | ExportFormat, unit: Unit | "native"): boolean {
  if (unit === "native") return true;
  return leavesUnitOpen(format) ? mayCount(format, unit) : fixed.get(format) === unit;
}

/** Formats that count what a reader sees as one character in some projects, which their files do not say. */
const inGraphemes: ReadonlySet<string> = new Set<FormatId>(["doccano"]);

/** Whether offsets of a format may count so; graphemes are counted by few. */
export function mayCount(format: FormatId | ExportFormat, unit: string | null): boolean {
  return unit !== "grapheme" || inGraphemes.has(format);
}
