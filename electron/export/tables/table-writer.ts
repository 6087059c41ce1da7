import { shown } from "../../../shared/formats/fit/shown.ts";
import { addUpLosses, type Loss, lossBook } from "../../../shared/formats/losses.ts";
import type { Cell, Table } from "../../../shared/formats/tables/table.ts";
import { tablesOf } from "../../../shared/formats/tables/tables.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { csvFiles } from "./csv-files.ts";
import { parquetFiles } from "./parquet-files.ts";
import { createRowSum, type RowSum } from "./row-sum.ts";
import { headOf, type Losing, type TableFiles } from "./table-files.ts";
import { xlsxFiles } from "./xlsx-files.ts";

export type TableFormat = "csv" | "xlsx" | "parquet";

export interface TableOptions {
  /** The unfinished folder; for XLSX the unfinished file, in whose place is a folder until `finish`. */
  draft: string;
  /** Its attributes and fields become columns. */
  scheme: Scheme;
}

/** Writes documents as tables; memory does not grow with their number. */
export interface TableWriter {
  add(document: AnnotatedDocument): void | Promise<void>;
  /**
   * Ends the files and reads all of them back from the disk. @throws Error naming the first table that
   * does not have the rows that were written.
   */
  finish(): Promise<{ files: number; losses: Loss[] }>;
}

const makers: Record<TableFormat, (draft: string, tables: readonly Table[]) => TableFiles> = {
  csv: csvFiles,
  xlsx: xlsxFiles,
  parquet: parquetFiles,
};

export function createTableWriter(
  format: TableFormat,
  { draft, scheme }: TableOptions,
): TableWriter {
  const tables = tablesOf(scheme);
  const files = makers[format](draft, tables);
  const sums = tables.map((table) => {
    const written = createRowSum();
    written.add(headOf(table));
    return { table, written };
  });
  let losses: Loss[] = [];
  return {
    add(document) {
      const losing = { book: lossBook(), name: document.name };
      for (const { table, written } of sums)
        for (const cells of table.rowsOf(document))
          written.add(
            files.add(
              table,
              cells.map((cell) => whole(cell, losing)),
              losing,
            ),
          );
      losses = addUpLosses([...losses, ...losing.book.losses()]);
    },
    async finish() {
      const count = await files.close();
      for (const { table, written } of sums) await confirm(table, written, files);
      return { files: count, losses };
    },
  };
}

/** UTF-8 has no halves of characters. */
function whole(cell: Cell, { book, name }: Losing): Cell {
  if (typeof cell !== "string" || cell.isWellFormed()) return cell;
  const fitted = cell.toWellFormed();
  book.lose("Texts with half a character", "written with � in its place.", shown(name, fitted));
  return fitted;
}

async function confirm(table: Table, written: RowSum, files: TableFiles): Promise<void> {
  const meant = written.result();
  const found = await readSum(table, files);
  if (meant.rows !== found.rows)
    throw new Error(`the table "${table.name}" has ${found.rows} rows instead of ${meant.rows}`);
  if (meant.sum !== found.sum)
    throw new Error(`the table "${table.name}" does not read back as it was written`);
}

async function readSum(table: Table, files: TableFiles) {
  const read = createRowSum();
  try {
    for await (const rows of files.read(table)) for (const cells of rows) read.add(cells);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`the table "${table.name}" cannot be read back: ${why}`, { cause });
  }
  return read.result();
}
