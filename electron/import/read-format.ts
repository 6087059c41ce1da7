import { createReadStream, existsSync } from "node:fs";
import { open, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { AppError } from "../../shared/errors.ts";
import type { Format, ReadDocument } from "../../shared/formats/format.ts";
import { mayCount } from "../../shared/formats/offset-units.ts";
import { formatOf, recognise } from "../../shared/formats/registry.ts";
import type { Unit as OffsetUnit } from "../../shared/text/offsets.ts";
import { sourceOf } from "../file-source.ts";
import type { Unit } from "./collect.ts";
import { decodeUtf8 } from "./decode.ts";
import { linesOf } from "./lines.ts";

type UnitFile = Pick<Unit, "file" | "name" | "shown" | "annotator">;

/** A document of a file, with the bytes that are kept as its original and the ending of what they are. */
export interface FormatRead extends ReadDocument {
  original: Uint8Array;
  ending: string;
}

/** What tells a format: in bytes, more than any head of a file that is looked for. */
const headLength = 65_536;

/** The beginning of a file as text, whatever its encoding; enough to recognise a format. */
export function headOf(bytes: Uint8Array): string {
  const { buffer, byteOffset, length } = bytes;
  return Buffer.from(buffer, byteOffset, Math.min(length, headLength)).toString("utf8");
}

/** @throws AppError "bad-file" for a file of no format that is known. */
export async function formatOfFile({ file, shown }: UnitFile): Promise<Format> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headLength), 0, headLength, 0);
    const format = recognise(headOf(buffer.subarray(0, bytesRead)), basename(shown));
    if (format !== null) return format;
    // Our own reader says in which line the trouble is.
    if (extname(file).toLowerCase() === ".jsonl") return formatOf("casemark-jsonl");
  } finally {
    await handle.close();
  }
  throw new AppError(
    "bad-file",
    `"${shown}" is in no format of annotated documents that Casemark knows; name its format, or convert it with the program that made it.`,
  );
}

/**
 * The documents of a file, one after the other; a format of one document a line is read line by line,
 * so that the file may be of any size. @throws AppError "bad-file".
 */
export async function* readFormat(
  format: Format,
  unit: UnitFile,
  annotator: string,
  offsets: OffsetUnit | null = null,
): AsyncGenerator<FormatRead, void> {
  const { reader } = format;
  if (!reader) throw new RangeError(`${format.id} is not read`);
  const { file, name, shown } = unit;
  if (!mayCount(format.id, offsets))
    throw new AppError(
      "bad-input",
      `"${shown}" is ${format.title}, whose offsets never count graphemes; choose another unit for them.`,
    );
  const types = await typesOf(format, unit);
  const options = { name, annotator, offsets, types };
  const ending = extname(file);
  if (reader.byLine) {
    let firstLine = 0;
    for await (const bytes of linesWithin(unit)) {
      firstLine += 1;
      if (decodeUtf8(bytes, `${shown}, line ${firstLine}`).trim() === "") continue;
      const found = reader.read(sourceOf(bytes, shown), { ...options, firstLine, beside: null });
      for (const one of found) yield { ...one, original: bytes, ending };
    }
    return;
  }
  if ((await stat(file)).size > mostBytes) throw tooLong(`"${shown}"`);
  const bytes = await readFile(file);
  if (!isXml(bytes)) decodeUtf8(bytes, shown);
  const beside = await besideOf(format, unit);
  const found = reader.read(sourceOf(bytes, shown), { ...options, firstLine: 1, beside });
  // The text is what a person thinks of as the report's file, where annotations lie beside it.
  const original = beside?.bytes ?? bytes;
  yield* withOriginals(found, original, beside ? extname(beside.fileName) : ending);
}

/** What is read into memory at once: larger lines and files are no documents. */
const mostBytes = 150_000_000;

/** A file's lines. @throws AppError "bad-file" for one that is too long, before it fills memory. */
async function* linesWithin({ file, shown }: UnitFile): AsyncGenerator<Buffer, void> {
  let line = 1;
  try {
    for await (const bytes of linesOf(createReadStream(file), mostBytes)) {
      yield bytes;
      line += 1;
    }
  } catch (error) {
    if (error instanceof RangeError) throw tooLong(`"${shown}, line ${line}"`);
    throw error;
  }
}

function tooLong(what: string): AppError {
  return new AppError(
    "bad-file",
    `${what} is longer than 150 MB; split it into smaller documents.`,
  );
}

/** Of a file with one document its bytes are the original; of one with many, each document's text is. */
function* withOriginals(
  found: Iterable<ReadDocument>,
  bytes: Uint8Array,
  ending: string,
): Generator<FormatRead> {
  const ofText = (one: ReadDocument) => ({
    ...{ ...one, ending, original: Buffer.from(one.document.text) },
  });
  let last: ReadDocument | null = null;
  let count = 0;
  for (const one of found) {
    if (last !== null) yield ofText(last);
    last = one;
    count += 1;
  }
  if (last !== null) yield count === 1 ? { ...last, ending, original: bytes } : ofText(last);
}

const isXml = (bytes: Uint8Array) =>
  /^\s*</.test(headOf(bytes.subarray(0, 64)).replace("\uFEFF", ""));

/** What declares the types of a file's values: beside it, or in a folder above it up to the one that was imported. */
async function typesOf({ reader }: Format, { file, name: document, annotator }: UnitFile) {
  const names = reader?.types?.(basename(file)) ?? [];
  let folder = dirname(file);
  // A folder that names the annotator is no part of the document's name.
  const folders = document.split("/").length + (annotator === undefined ? 0 : 1);
  for (let left = folders; left > 0; left -= 1) {
    const name = names.find((one) => existsSync(join(folder, one)));
    if (name !== undefined) return sourceOf(await readFile(join(folder, name)), name);
    folder = dirname(folder);
  }
  return null;
}

/** The text that belongs to annotations in a file of their own. */
async function besideOf({ reader }: Format, { file, shown }: UnitFile) {
  const name = reader?.beside?.(basename(file));
  if (name === undefined) return null;
  const path = join(dirname(file), name);
  if (!existsSync(path) && reader?.mayHaveText) return null;
  if (!existsSync(path))
    throw new AppError(
      "bad-file",
      `"${shown}" has no text: put "${name}" into the same folder and import both.`,
    );
  const bytes = await readFile(path);
  decodeUtf8(bytes, name);
  return sourceOf(bytes, name);
}
