import type { ImportRow } from "./import-rows.ts";
import { sentencesOf } from "./import-rows.ts";

const columns = [
  "file",
  "state",
  "kind",
  "title",
  "case",
  "characters",
  "spans",
  "repairs",
  "offered",
  "left out",
  "encoding",
  "problems",
  "notes",
];

/** The table of an import as CSV (RFC 4180, with a byte order mark, so that Excel reads it as UTF-8). */
export function filesAsCsv(rows: readonly ImportRow[]): string {
  const lines = rows.map((row) => [
    row.file,
    row.state === "left-out" ? "left out" : row.state,
    row.kind ?? "",
    row.title,
    row.case,
    ...[row.characters, row.spans, row.repairs, row.offered, row.leftOut].map(String),
    row.encoding?.name ?? "",
    said(row, (tone) => tone !== "note"),
    said(row, (tone) => tone === "note"),
  ]);
  const text = [columns, ...lines].map((cells) => cells.map(cell).join(","));
  return `\uFEFF${text.join("\r\n")}\r\n`;
}

type Tone = ReturnType<typeof sentencesOf>[number]["tone"];

function said(row: ImportRow, isMeant: (tone: Tone) => boolean): string {
  const meant = sentencesOf(row).filter(({ tone }) => isMeant(tone));
  return meant.map(({ text }) => text).join(" ");
}

/** A cell that a spreadsheet takes as text, never as a formula: names and titles come from strangers. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
