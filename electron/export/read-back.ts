import type { Source } from "../../shared/extract/source.ts";
import type { Reader, WriteOptions, Writer } from "../../shared/formats/format.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { sourceOf } from "../file-source.ts";

interface Written {
  /** The document that was written, fitted. */
  document: AnnotatedDocument;
  /** Its files' bytes as they stand on the disk, in the order of the writer's endings. */
  files: readonly Uint8Array[];
  options: WriteOptions;
  /** What the export declares of the types of values (declaredTypes). */
  types: Source | null;
}

/**
 * The document that the bytes of its files hold, read as if nothing were known of it but its name and
 * annotator. Of a file that holds many, the bytes are what `write` made; start and end are put around.
 * @throws Error when they hold no document or several.
 */
export function readBack(
  writer: Writer,
  reader: Reader,
  { document, files, options, types }: Written,
): AnnotatedDocument {
  const [text, annotations] = files;
  // Of a text with annotations beside it, the annotations are the file that is read.
  const main = annotations ?? text ?? new Uint8Array();
  const whole =
    writer.files === "one"
      ? Buffer.concat([encode(writer.begin?.(options)), main, encode(writer.end?.(options))])
      : main;
  const beside = annotations && text ? sourceOf(text, `${document.name}.txt`) : null;
  const found = [
    ...reader.read(sourceOf(whole, document.name + writer.endings.at(-1)), {
      name: document.name,
      annotator: document.layers[0]?.annotator ?? "",
      offsets: options.offsets === "native" ? null : options.offsets,
      firstLine: 1,
      beside,
      types,
    }),
  ];
  const [only] = found;
  if (only === undefined || found.length > 1)
    throw new Error(`${document.name} reads back as ${found.length} documents`);
  return only.document;
}

/** What an export declares of the types of its values, as it stands beside its documents; null for nothing. */
export function declaredTypes(
  { wholes }: Writer,
  { types }: Reader,
  options: WriteOptions,
): Source | null {
  const names = types?.("") ?? [];
  if (names.length === 0) return null;
  const whole = wholes?.(options).find(({ name }) => names.includes(name));
  return whole ? sourceOf(encode(whole.text), whole.name) : null;
}

const encode = (text = "") => Buffer.from(text, "utf8");
