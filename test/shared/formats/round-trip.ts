import { declaredTypes, readBack } from "../../../electron/export/read-back.ts";
import { sourceOf } from "../../../electron/file-source.ts";
import { differences } from "../../../shared/formats/differences.ts";
import { applyFit } from "../../../shared/formats/fit/apply-fit.ts";
import type {
  Format,
  ReadDocument,
  ReadOptions,
  WriteOptions,
} from "../../../shared/formats/format.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import type { RealFile } from "../../real-data.ts";

/** Options as an export gives them that nobody has told anything. */
export const plainOptions: WriteOptions = { offsets: "native", scheme: defaultScheme };

/** Reads a file's bytes with a format's reader. */
export function readFile(
  format: Format,
  { name, bytes }: RealFile,
  beside?: RealFile,
  offsets: ReadOptions["offsets"] = null,
) {
  if (!format.reader) throw new Error(`${format.id} has no reader`);
  const options = { name, annotator: "Ana", offsets, firstLine: 1 };
  const text = beside ? sourceOf(beside.bytes, beside.name) : null;
  return [...format.reader.read(sourceOf(bytes, name), { ...options, beside: text })];
}

export const readText = (
  format: Format,
  text: string,
  name = "file",
  offsets: ReadOptions["offsets"] = null,
): ReadDocument[] => readFile(format, { name, bytes: Buffer.from(text) }, undefined, offsets);

/** What a document loses in a format, and how what is written differs from what was meant: in nothing. */
export function roundTrip(format: Format, document: AnnotatedDocument, options = plainOptions) {
  const { writer, reader } = format;
  if (!writer || !reader) throw new Error(`${format.id} is not written and read`);
  const fitted = applyFit(writer, document, options);
  const texts = writer.write(fitted.document, options);
  const back = readBack(writer, reader, {
    document: fitted.document,
    files: texts.map((text) => Buffer.from(text, "utf8")),
    options,
    types: declaredTypes(writer, reader, options),
  });
  return { ...fitted, texts, back, differences: differences(fitted.document, back) };
}
