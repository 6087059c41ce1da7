import type { ExportFormat } from "../formats/format-ids.ts";

/*
 * Where the files of a release stand. Nothing in it depends on a machine, a clock or the order of work.
 */

/** The files of a release that belong to no part of the split. */
export const releaseFiles = {
  card: "README.md",
  croissant: "croissant.json",
  citation: "CITATION.cff",
  manifest: "release.json",
  checksums: "SHA256SUMS",
  scheme: "scheme.yaml",
  guidelines: "guidelines.md",
  provenance: "provenance.jsonl",
  nearDuplicates: "near-duplicates.jsonl",
  losses: "losses.jsonl",
  agreement: "agreement.jsonl",
  labelPlot: "plots/labels.svg",
  spansPlot: "plots/spans-per-report.svg",
} as const;

/** The records of a part (records.ts), which the card's examples load: "data/train.jsonl". */
export function recordsFile(part: string): string {
  return `data/${fileNameOf(part)}.jsonl`;
}

/**
 * Where a part is in a chosen format, without an ending: "formats/brat/train" is a folder of files, or
 * with the format's ending the one file that holds all.
 */
export function formatPath(format: ExportFormat, part: string): string {
  return `formats/${format}/${fileNameOf(part)}`;
}

/** A part's name as a file's and as a split of Hugging Face, which takes letters, digits and "_". */
export function fileNameOf(part: string): string {
  return part.replace(/\W/gu, "_");
}
