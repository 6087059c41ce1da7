import type { AnnotatedDocument } from "../../model/document.ts";

/** What stands in one place of a table; null where there is nothing to say. Integers fit into 32 bits. */
export type Cell = string | number | boolean | null;
export type ColumnType = "text" | "integer" | "number" | "boolean";

export interface Column {
  /** In snake_case, unique within its table. */
  name: string;
  type: ColumnType;
}

/** One kind of thing in rows, of one document after the other. */
export interface Table {
  /** In snake_case; the name of its file or sheet. */
  name: string;
  columns: readonly Column[];
  /** Each row has a cell for each column, of its type. */
  rowsOf(document: AnnotatedDocument): Iterable<Cell[]>;
}

export const text = (...names: string[]): Column[] =>
  names.map((name) => ({ name, type: "text" as const }));
export const integer = (...names: string[]): Column[] =>
  names.map((name) => ({ name, type: "integer" as const }));
export const yesOrNo = (...names: string[]): Column[] =>
  names.map((name) => ({ name, type: "boolean" as const }));

/** A list, or facts by name, as JSON; null where there are none. */
export function jsonCell(value: object): string | null {
  return Object.keys(value).length === 0 ? null : JSON.stringify(value);
}

/** A text that is often empty; null where it is. */
export function textCell(value: string | undefined): string | null {
  return value || null;
}
