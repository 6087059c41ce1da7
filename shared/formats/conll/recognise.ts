import { isTag } from "./tags.ts";

/** Lines that are looked at. */
const mostLines = 200;

/**
 * Whether a file begins like words with tags: every line has two to ten columns, the first or the last of them
 * a tag, but for document lines and comments.
 */
export function recognisesConll(head: string): boolean {
  if (/^\uFEFF?-DOCSTART-/.test(head)) return true;
  const lines = head.split(/\r\n|\r|\n/);
  // The last line of a beginning may be cut.
  const rows = lines
    .slice(0, Math.min(mostLines, Math.max(1, lines.length - 1)))
    .filter((line) => line.trim() !== "" && !line.startsWith("#"))
    .map((line) => line.trim().split(line.includes("\t") ? "\t" : /\s+/));
  if (rows.length === 0 || rows.some(({ length }) => length < 2 || length > 10)) return false;
  const isTags = (column: number) => rows.every((columns) => isTag(columns.at(column) ?? ""));
  return isTags(-1) || (isTags(0) && rows.every(({ length }) => length > 3));
}
