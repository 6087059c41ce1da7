import { mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  asyncBufferFromFile,
  parquetMetadataAsync,
  parquetRead,
  parquetSchema,
  type SchemaElement,
} from "hyparquet";
import { fileWriter, ParquetWriter } from "hyparquet-writer";
import type { Cell, Column, ColumnType, Table } from "../../../shared/formats/tables/table.ts";
import type { TableFiles } from "./table-files.ts";

/** A row group is written when it has so many rows, or texts of so many characters. */
const mostRows = 25_000;
const mostCharacters = 2 ** 24;

/** A folder with TABLE.parquet for each table. */
export function parquetFiles(folder: string, tables: readonly Table[]): TableFiles {
  mkdirSync(folder, { recursive: true });
  const fileOf = (table: Table) => join(folder, `${table.name}.parquet`);
  const files = new Map(
    tables.map((table) => [table, parquetFile(fileOf(table), table.columns)] as const),
  );
  return {
    add(table, cells) {
      files.get(table)?.add(cells);
      return cells;
    },
    close() {
      for (const file of files.values()) file.end();
      return files.size;
    },
    read: (table) => readRows(fileOf(table)),
  };
}

function parquetFile(file: string, columns: readonly Column[]) {
  const schema = [{ name: "root", num_children: columns.length }, ...columns.map(schemaElement)];
  const writer = new ParquetWriter({ writer: fileWriter(file), schema, createdBy: "Casemark" });
  let rows: Cell[][] = [];
  let characters = 0;
  const writeGroup = () => {
    if (rows.length === 0) return;
    const group = rows;
    const columnData = columns.map(({ name }, at) => ({
      name,
      data: group.map((cells) => cells[at] ?? null),
    }));
    // A file's writer, unlike one for a network, is through when this returns.
    void writer.write({ columnData, rowGroupSize: group.length });
    rows = [];
    characters = 0;
  };
  return {
    add(cells: Cell[]) {
      rows.push(cells);
      for (const cell of cells) if (typeof cell === "string") characters += cell.length;
      if (rows.length >= mostRows || characters >= mostCharacters) writeGroup();
    },
    end() {
      writeGroup();
      void writer.finish();
    },
  };
}

function schemaElement({ name, type }: Column): SchemaElement {
  return { name, repetition_type: "OPTIONAL", ...parquetTypes[type] };
}

const parquetTypes = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", logical_type: { type: "STRING" } },
  integer: { type: "INT32" },
  number: { type: "DOUBLE" },
  boolean: { type: "BOOLEAN" },
} satisfies Record<ColumnType, Partial<SchemaElement>>;

/** A text may begin with a byte order mark, which a decoder would take away by itself. */
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
const stringFromBytes = (bytes: Uint8Array) => decoder.decode(bytes);

/** One row group after the other. */
async function* readRows(path: string): AsyncIterable<Cell[][]> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  yield [parquetSchema(metadata).children.map(({ element }) => element.name)];
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    let rows: Cell[][] = [];
    await parquetRead({
      ...{ file, metadata, rowStart, rowEnd, parsers: { stringFromBytes } },
      onComplete: (read) => {
        rows = read;
      },
    });
    yield rows;
    rowStart = rowEnd;
  }
}
