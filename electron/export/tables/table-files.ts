import type { LossBook } from "../../../shared/formats/losses.ts";
import type { Cell, Table } from "../../../shared/formats/tables/table.ts";

/** The files of one kind that tables are written to, row by row, so that memory stays flat. */
export interface TableFiles {
  /** Writes a row and answers its cells as they have to read back. */
  add(table: Table, cells: Cell[], losing: Losing): Cell[];
  /** Writes what is left, and answers the number of files. */
  close(): number | Promise<number>;
  /**
   * The rows on the disk with the columns' names as the first, read by another's code than wrote them,
   * some at a time.
   */
  read(table: Table): AsyncIterable<Cell[][]>;
}

/** Where it is written down what cells lose, with the name of their report. */
export interface Losing {
  book: LossBook;
  name: string;
}

/** The columns' names, as a row. */
export function headOf({ columns }: Table): string[] {
  return columns.map(({ name }) => name);
}
