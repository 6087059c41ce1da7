import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Zip } from "fflate";
import { shown } from "../../../shared/formats/fit/shown.ts";
import type { Cell, Table } from "../../../shared/formats/tables/table.ts";
import { createSpool, type Spool } from "./sheet-spool.ts";
import { headOf, type Losing, type TableFiles } from "./table-files.ts";
import {
  columnLetters,
  headXml,
  rowXml,
  sheetEnd,
  sheetPath,
  sheetStart,
  workbookParts,
} from "./xlsx-parts.ts";
import { readSheets } from "./xlsx-read.ts";

/** What Excel holds: rows with the head, and UTF-16 code units of a cell. */
const rowsOfExcel = 1_048_576;
const mostCharacters = 32_767;
/** A zip file without extensions says sizes up to four gibibytes. */
const mostBytes = 2 ** 32 - 2 ** 26;

interface Sheet {
  name: string;
  table: Table;
  letters: string[];
  rows: number;
  spool: Spool;
}

/**
 * One workbook with a sheet for each table, and further ones, "spans 2", for rows beyond the limit of
 * a sheet. All sheets grow at once, a zip file grows by one member after the other: so each is packed
 * into a file of its own first. Those lie in a folder in the workbook's place, so that they go with
 * it when the export is given up.
 */
export function xlsxFiles(
  draft: string,
  tables: readonly Table[],
  mostRows = rowsOfExcel,
): TableFiles {
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const sheets = new Map<Table, Sheet[]>();
  let count = 0;
  const newSheet = (table: Table): Sheet => {
    const others = sheets.get(table) ?? [];
    const name = others.length === 0 ? table.name : `${table.name} ${others.length + 1}`;
    const sheet = startSheet(join(draft, `sheet-${++count}`), name, table);
    sheets.set(table, [...others, sheet]);
    return sheet;
  };
  for (const table of tables) newSheet(table);
  return {
    add(table, cells, losing) {
      const last = sheets.get(table)?.at(-1);
      const isFull = last && (last.rows >= mostRows || last.spool.size() >= mostBytes);
      const sheet = last && !isFull ? last : newSheet(table);
      const fitted = cells.map((cell) => fitCell(cell, losing));
      sheet.rows += 1;
      sheet.spool.add(rowXml(fitted, sheet.rows, sheet.letters));
      return fitted;
    },
    close() {
      writeWorkbook(
        draft,
        tables.flatMap((table) => sheets.get(table) ?? []),
      );
      return 1;
    },
    read: (table) =>
      readSheets(
        draft,
        (sheets.get(table) ?? []).map(({ name }) => name),
        table.columns.length,
      ),
  };
}

function startSheet(file: string, name: string, table: Table): Sheet {
  const letters = table.columns.map((_, at) => columnLetters(at));
  const spool = createSpool(file);
  spool.add(sheetStart(table.columns));
  spool.add(headXml(headOf(table), letters));
  return { name, table, letters, rows: 1, spool };
}

/** A text that is too long for a cell is cut; one without characters is no value. */
function fitCell(cell: Cell, { book, name }: Losing): Cell {
  if (typeof cell !== "string") return cell;
  if (cell.length <= mostCharacters) return cell === "" ? null : cell;
  book.lose(
    "Texts longer than 32,767 characters",
    "cut there, since Excel's cells hold no more.",
    shown(name, cell),
  );
  return cell.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, "");
}

/** Puts the packed sheets into one file, which then takes the folder's place. */
function writeWorkbook(draft: string, sheets: readonly Sheet[]): void {
  const parts = workbookParts(sheets.map(({ name }) => name)).map(([path, text], at) => {
    const spool = createSpool(join(draft, `part-${at}`));
    spool.add(text);
    return { path, spool };
  });
  const all = [...parts, ...sheets.map(({ spool }, at) => ({ path: sheetPath(at + 1), spool }))];
  for (const { spool } of sheets) spool.add(sheetEnd);
  for (const { spool } of all) spool.end();
  writeZip(join(draft, "workbook.xlsx"), all);
  const folder = `${draft}.parts`;
  rmSync(folder, { recursive: true, force: true });
  renameSync(draft, folder);
  renameSync(join(folder, "workbook.xlsx"), draft);
  rmSync(folder, { recursive: true, force: true });
}

function writeZip(file: string, members: readonly { path: string; spool: Spool }[]): void {
  const handle = openSync(file, "w");
  let written = 0;
  try {
    const zip = new Zip((error, piece) => {
      if (error) throw error;
      written += piece.length;
      if (written > mostBytes)
        throw new Error("the workbook is larger than four gibibytes, which no zip file can say");
      writeSync(handle, piece);
    });
    for (const { path, spool } of members) {
      const { input, push } = spool.member(path);
      zip.add(input);
      push();
    }
    zip.end();
  } finally {
    closeSync(handle);
  }
}
