import { isTag } from "./tags.ts";

/** Lines that are looked at. */
const mostLines = 200;

/** Of ten lines one may be damaged. */
const enough = 0.9;

/**
 * Whether a file begins like words with tags: its lines have two to ten columns, the first or the last of them
 * a tag, but for document lines and comments. A column of letters such as "M" and "W" alone is none of tags.
 */
export function recognisesConll(head: string): boolean {
  if (/^\uFEFF?-DOCSTART-/.test(head)) return true;
  const lines = head.split(/\r\n|\r|\n/);
  // The last line of a beginning may be cut.
  const rows = lines
    .slice(0, Math.min(mostLines, Math.max(1, lines.length - 1)))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.trim().split(line.includes("\t") ? "\t" : /\s+/));
  return !isNumbered(rows) && (areTags(rows, -1, 2) || areTags(rows, 0, 4));
}

/** WebAnno's TSV numbers sentences and words, and may have tags as well. */
function isNumbered(rows: readonly string[][]): boolean {
  const numbered = rows.filter(([first = ""]) => /^\d+-\d+$/.test(first));
  return numbered.length * 2 > rows.length;
}

function areTags(rows: readonly string[][], column: number, fewest: number): boolean {
  const tags = rows
    .filter(({ length }) => length >= fewest && length <= 10)
    .map((columns) => columns.at(column) ?? "")
    .filter(isTag);
  const hasPlainTag = tags.some((tag) => tag === "O" || tag.includes("-"));
  return hasPlainTag && tags.length >= rows.length * enough;
}
