import { createReadStream, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";
import { shown } from "../../../shared/formats/fit/shown.ts";
import { byteOrderMark, csvLine, csvText, isFormula } from "../../../shared/formats/tables/csv.ts";
import type { Cell, Table } from "../../../shared/formats/tables/table.ts";
import { type Chunks, chunksTo, inBatches } from "./chunks.ts";
import { headOf, type Losing, type TableFiles } from "./table-files.ts";

/** A folder with TABLE.csv for each table. */
export function csvFiles(folder: string, tables: readonly Table[]): TableFiles {
  mkdirSync(folder, { recursive: true });
  const fileOf = (table: Table) => join(folder, `${table.name}.csv`);
  const files = new Map<Table, Chunks>();
  for (const table of tables) {
    writeFileSync(fileOf(table), byteOrderMark);
    const chunks = chunksTo(fileOf(table));
    chunks.add(csvLine(headOf(table)));
    files.set(table, chunks);
  }
  return {
    add(table, cells, losing) {
      for (const cell of cells) if (isFormula(cell)) countFormula(cell, losing);
      files.get(table)?.add(csvLine(cells));
      return cells.map(csvText);
    },
    close() {
      for (const chunks of files.values()) chunks.end();
      return files.size;
    },
    read: (table) => readRows(fileOf(table)),
  };
}

function countFormula(cell: string, { book, name }: Losing): void {
  book.lose(
    "Cells that spreadsheets would take for formulas",
    "written with an apostrophe before them, so that nothing is calculated; it does not belong to them.",
    shown(name, cell),
  );
}

/** Reads strictly: every row has as many cells as the first, and every line ends as RFC 4180 has it. */
async function* readRows(file: string): AsyncIterable<Cell[][]> {
  const parser = parse({ bom: true, record_delimiter: "\r\n" });
  const input = createReadStream(file);
  input.on("error", (error) => parser.destroy(error));
  yield* inBatches<Cell[]>(input.pipe(parser));
}
