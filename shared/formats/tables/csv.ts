import type { Cell } from "./table.ts";

/*
 * CSV as RFC 4180 has it: commas, quotes doubled, CRLF behind each row. The files are UTF-8 with a byte
 * order mark: without it Excel reads them in the system's old code page; DuckDB, pandas and R's readr
 * skip it. "No value" and "a text without characters" look the same.
 */

export const byteOrderMark = "\uFEFF";

/**
 * The beginnings of what spreadsheets calculate instead of showing it, wide forms included; a tab or
 * line end is skipped by them before they look. Source: OWASP, CSV Injection.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** Whether a spreadsheet would take the cell for a formula. Numbers and flags never are. */
export function isFormula(cell: Cell): cell is string {
  return typeof cell === "string" && formula.test(cell);
}

/** What a reader of the file finds in the cell: a text that looks like a formula has an apostrophe before it. */
export function csvText(cell: Cell): string {
  if (cell === null) return "";
  return isFormula(cell) ? `'${cell}` : String(cell);
}

/** A row with its line end. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => quoted(csvText(cell))).join(",")}\r\n`;
}

/** In quotes where it has to be, and where spaces at its ends would be trimmed by some. */
function quoted(text: string): string {
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
