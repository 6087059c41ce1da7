import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { differences } from "../../shared/formats/differences.ts";
import { applyFit } from "../../shared/formats/fit/apply-fit.ts";
import type { Format, Writer as TextWriter, WriteOptions } from "../../shared/formats/format.ts";
import { formatOf } from "../../shared/formats/registry.ts";
import { getOrMake } from "../../shared/get-or-make.ts";
import { type AnnotatedDocument, emptyLayer } from "../../shared/model/document.ts";
import { type GrowingFile, growFile } from "./growing-file.ts";
import { createLayout, safeFileName } from "./layout.ts";
import { readBack } from "./read-back.ts";
import { addUp, nothingWritten, spansOf, type Writer, type WriterOptions } from "./writer.ts";

/** Puts the texts of one document into files, and answers their bytes as the disk has them. */
interface Files {
  put(texts: readonly string[], document: AnnotatedDocument): Buffer[];
  /** Ends what was begun; answers the number of files. */
  end(): number;
}

/** Writes a format of annotated documents; what a format cannot hold is taken off first, and counted. */
export function formatWriter(asked: WriterOptions): Writer {
  const { draft, place, format: id } = asked;
  const format = formatOf(id);
  const { writer } = format;
  if (!writer) throw new RangeError(`${id} is not written`);
  const options: WriteOptions = { offsets: asked.offsets, scheme: asked.scheme };
  const files = draft === null ? null : filesFor(writer, draft, asked, options);
  const writePart = (part: AnnotatedDocument) => {
    const { document, losses } = applyFit(writer, part, options);
    if (files !== null) {
      const bytes = files.put(writer.write(document, options), document);
      confirm(format, document, bytes, options);
    }
    return { ...nothingWritten(), spans: spansOf(document), losses };
  };
  return {
    begin() {
      const wholes = writer.wholes?.(options) ?? [];
      if (draft === null) return nothingWritten();
      if (place === "file") return { ...nothingWritten(), beside: wholes };
      for (const { name, text } of wholes) writeFileSync(join(draft, name), text);
      return { ...nothingWritten(), files: wholes.length };
    },
    write: async (document) => addUp(partsOf(document, writer).map(writePart)),
    end: async () => ({ ...nothingWritten(), files: files?.end() ?? 0 }),
  };
}

/** A document as often as the format has to write it: one for each layer where it holds one annotator only. */
function partsOf(document: AnnotatedDocument, { holds }: TextWriter): AnnotatedDocument[] {
  if (holds.layers) return [document];
  const layers = document.layers.length > 0 ? document.layers : [emptyLayer("")];
  return layers.map((layer) => ({ ...document, layers: [layer] }));
}

function filesFor(
  writer: TextWriter,
  draft: string,
  { place, folders }: WriterOptions,
  options: WriteOptions,
): Files {
  const home = ({ layers: [layer] }: AnnotatedDocument) =>
    folders && !writer.holds.layers ? safeFileName(layer?.annotator || "nobody") : "";
  if (writer.files === "one") {
    const pathFor = (document: AnnotatedDocument) =>
      place === "file" ? draft : join(draft, (home(document) || "all") + writer.endings[0]);
    return growingFiles(writer, pathFor, options);
  }
  return place === "file" ? theOnlyFile(draft) : filesOfEach(writer, draft, home);
}

/** Files that hold all documents, usually one; one for each annotator where the format cannot hold several. */
function growingFiles(
  writer: TextWriter,
  pathFor: (document: AnnotatedDocument) => string,
  options: WriteOptions,
): Files {
  const open = new Map<string, GrowingFile>();
  const begun = (path: string) => {
    const file = growFile(path);
    file.append(writer.begin?.(options) ?? "");
    return file;
  };
  return {
    put([text = ""], document) {
      const path = pathFor(document);
      const isFirst = !open.has(path);
      const file = getOrMake(open, path, () => begun(path));
      if (!isFirst && writer.between) file.append(writer.between);
      return [file.read(file.append(text))];
    },
    end() {
      for (const file of open.values()) {
        file.append(writer.end?.(options) ?? "");
        file.close();
      }
      return open.size;
    },
  };
}

/** Files of its own for each document. */
function filesOfEach(
  { endings }: TextWriter,
  draft: string,
  home: (document: AnnotatedDocument) => string,
): Files {
  const layouts = new Map<string, ReturnType<typeof createLayout>>();
  let count = 0;
  return {
    put(texts, document) {
      const folder = home(document);
      const name = getOrMake(layouts, folder, createLayout).nameFor(document.name);
      const path = join(draft, folder, name);
      mkdirSync(dirname(path), { recursive: true });
      const paths = endings.map((ending) => path + ending);
      for (const [at, file] of paths.entries()) writeFileSync(file, texts[at] ?? "");
      count += paths.length;
      return paths.map((file) => readFileSync(file));
    },
    end: () => count,
  };
}

/** One document in the very file that was asked for. */
function theOnlyFile(path: string): Files {
  return {
    put([text = ""]) {
      writeFileSync(path, text);
      return [readFileSync(path)];
    },
    end: () => 1,
  };
}

function confirm(
  { reader, writer, id }: Format,
  document: AnnotatedDocument,
  files: Buffer[],
  options: WriteOptions,
): void {
  if (!reader || !writer) throw new Error(`${id} cannot be read back`);
  const [difference] = differences(
    document,
    readBack(writer, reader, { document, files, options }),
  );
  if (difference !== undefined)
    throw new Error(`${document.name} did not read back as it was written: ${difference}`);
}
