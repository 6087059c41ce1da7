import { closeSync, createReadStream, fstatSync, openSync, readSync } from "node:fs";
import { buffer } from "node:stream/consumers";
import { crc32, createInflateRaw } from "node:zlib";
import { SaxesParser } from "saxes";
import type { Cell } from "../../../shared/formats/tables/table.ts";
import { getOrMake } from "../../../shared/get-or-make.ts";

/*
 * Reads sheets of a workbook from the disk, some rows at a time, knowing nothing of how they were written
 * but their names: through the list at the zip file's end, the workbook and its relationships.
 */

/**
 * The rows of sheets behind each other, each as wide as said; the first row of all but the first
 * sheet, which repeats the columns' names, is left out. @throws Error when a sheet is not as it should be.
 */
export async function* readSheets(
  file: string,
  names: readonly string[],
  width: number,
): AsyncIterable<Cell[][]> {
  const members = membersOf(file);
  const paths = await sheetPaths(file, members);
  const heads = createHeads();
  for (const name of names) {
    const member = members.get(paths.get(name) ?? "");
    if (member === undefined) throw new Error(`the sheet "${name}" is missing`);
    for await (const { rows, isStart } of readRows(textOf(file, member), width))
      yield isStart ? heads.first(rows, name) : rows;
  }
}

/** Knows the row of names that every sheet of a table begins with. */
function createHeads() {
  let known: string | null = null;
  return {
    /** The first rows of a sheet; without the names if they have been there. */
    first(rows: Cell[][], sheet: string): Cell[][] {
      const given = JSON.stringify(rows[0]);
      if (known !== null && known !== given) throw new Error(`"${sheet}" has other columns`);
      const isKnown = known !== null;
      known = given;
      return isKnown ? rows.slice(1) : rows;
    },
  };
}

interface Member {
  /** Where its own header begins. */
  at: number;
  packedSize: number;
  crc: number;
}

/** The members of a zip file by their names, from the list at its end. */
function membersOf(file: string): Map<string, Member> {
  const handle = openSync(file, "r");
  try {
    const { size } = fstatSync(handle);
    const end = readAt(handle, Math.max(0, size - 65_557), Math.min(size, 65_557));
    const at = end.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
    if (at === -1) throw new Error("the workbook's end is missing");
    return listOf(readAt(handle, end.readUInt32LE(at + 16), end.readUInt32LE(at + 12)));
  } finally {
    closeSync(handle);
  }
}

function listOf(list: Buffer): Map<string, Member> {
  const members = new Map<string, Member>();
  for (let at = 0; at < list.length; ) {
    const nameLength = list.readUInt16LE(at + 28);
    const name = list.toString("utf8", at + 46, at + 46 + nameLength);
    members.set(name, {
      at: list.readUInt32LE(at + 42),
      packedSize: list.readUInt32LE(at + 20),
      crc: list.readUInt32LE(at + 16),
    });
    at += 46 + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return members;
}

function readAt(handle: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(handle, bytes, { position }));
}

/** The text of a member in pieces. @throws Error when its checksum is another. */
async function* textOf(file: string, member: Member): AsyncIterable<string> {
  const head = await buffer(createReadStream(file, { start: member.at, end: member.at + 29 }));
  const start = member.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = createReadStream(file, { start, end: start + member.packedSize - 1 });
  const inflate = createInflateRaw({ chunkSize: 2 ** 16 });
  packed.on("error", (error) => inflate.destroy(error));
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let crc = 0;
  for await (const chunk of packed.pipe(inflate)) {
    const bytes: Buffer = chunk;
    crc = crc32(bytes, crc);
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
  if (crc !== member.crc) throw new Error("a sheet is damaged");
}

/** Where the sheets lie in the zip file, by their names. */
async function sheetPaths(file: string, members: Map<string, Member>) {
  const targets = new Map<string, string>();
  for (const { Id = "", Target = "" } of await elements(
    "xl/_rels/workbook.xml.rels",
    "Relationship",
  ))
    targets.set(Id, `xl/${Target}`);
  const paths = new Map<string, string>();
  for (const sheet of await elements("xl/workbook.xml", "sheet"))
    paths.set(sheet.name ?? "", targets.get(sheet["r:id"] ?? "") ?? "");
  return paths;

  async function elements(path: string, name: string): Promise<Record<string, string>[]> {
    const member = members.get(path);
    if (member === undefined) throw new Error(`${path} is missing`);
    const found: Record<string, string>[] = [];
    const parser = new SaxesParser();
    parser.on("opentag", (tag) => {
      if (tag.name === name) found.push(tag.attributes);
    });
    for await (const text of textOf(file, member)) parser.write(text);
    parser.close();
    return found;
  }
}

/** The rows of a sheet, as many at a time as a piece of its text has, and whether they are its first. */
async function* readRows(texts: AsyncIterable<string>, width: number) {
  let rows: Cell[][] = [];
  let isStart = true;
  const parser = sheetParser(width, (row) => rows.push(row));
  for await (const text of texts) {
    parser.write(text);
    if (rows.length === 0) continue;
    yield { rows, isStart };
    rows = [];
    isStart = false;
  }
  parser.close();
}

/** Tells each row when it ends. */
function sheetParser(width: number, tell: (row: Cell[]) => void): SaxesParser {
  const parser = new SaxesParser();
  const columnOf = createColumns();
  let row: Cell[] = [];
  let at = 0;
  let type = "";
  let value: string | null = null;
  let isValue = false;
  let number = 0;
  parser.on("opentag", ({ name, attributes }) => {
    if (name === "row") {
      row = new Array<Cell>(width).fill(null);
      number += 1;
      if (attributes.r !== String(number)) throw new Error(`row ${number} is missing`);
    } else if (name === "c") {
      at = columnOf(attributes.r ?? "", number);
      type = attributes.t ?? "n";
      value = null;
    } else if (name === "v" || name === "t") {
      isValue = true;
      value ??= "";
    } else if (name === "f") throw new Error(`row ${number} has a formula`);
  });
  parser.on("text", (text) => {
    if (isValue) value += text;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "v" || name === "t") isValue = false;
    else if (name === "c" && at < width) row[at] = cellOf(type, value);
    else if (name === "c") throw new Error(`row ${number} has too many cells`);
    else if (name === "row") tell(row);
  });
  return parser;
}

/** Finds the column of a cell like "AB12", counted from 0. The letters are the same in all rows. */
function createColumns() {
  const known = new Map<string, number>();
  return (place: string, row: number): number => {
    const number = String(row);
    if (!place.endsWith(number)) throw new Error(`the cell ${place} stands in row ${row}`);
    const letters = place.slice(0, place.length - number.length);
    return getOrMake(known, letters, () => columnOfLetters(letters, place));
  };
}

function columnOfLetters(letters: string, place: string): number {
  if (!/^[A-Z]+$/.test(letters)) throw new Error(`there is no cell ${place}`);
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellOf(type: string, value: string | null): Cell {
  if (value === null) return null;
  switch (type) {
    case "inlineStr":
      return value.includes("_x") ? unescaped(value) : value;
    case "b":
      return value === "1";
    case "n":
      return Number(value);
    default:
      throw new Error(`a cell has the type "${type}"`);
  }
}

/** Without the escapes of ST_Xstring: _xHHHH_ is the character of that number. */
function unescaped(text: string): string {
  return text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
