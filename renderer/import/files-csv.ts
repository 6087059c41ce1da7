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
  "left out",
  "notes",
];

/** The table of an import as CSV (RFC 4180, with a byte order mark, so that Excel reads it as UTF-8). */
export function filesAsCsv(rows: readonly ImportRow[], leftOut: ReadonlySet<string>): string {
  const lines = rows.map((row) => [
    row.file,
    leftOut.has(row.id) ? "left out" : row.state,
    row.kind ?? "",
    row.title,
    row.case,
    ...[row.characters, row.spans, row.repairs, row.leftOut].map(String),
    sentencesOf(row).join(" "),
  ]);
  const text = [columns, ...lines].map((cells) => cells.map(cell).join(","));
  return `\uFEFF${text.join("\r\n")}\r\n`;
}

/** A cell that a spreadsheet takes as text, never as a formula: names and titles come from strangers. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
