import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { differences } from "../../shared/formats/differences.ts";
import { applyFit } from "../../shared/formats/fit/apply-fit.ts";
import type { Format, Writer as TextWriter, WriteOptions } from "../../shared/formats/format.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import { formatOf } from "../../shared/formats/registry.ts";
import { getOrMake } from "../../shared/get-or-make.ts";
import { type AnnotatedDocument, emptyLayer } from "../../shared/model/document.ts";
import { type GrowingFile, growFile } from "./growing-file.ts";
import { createLayout, safeFileName } from "./layout.ts";
import { declaredTypes, readBack } from "./read-back.ts";
import { addUp, nothingWritten, spansOf, type Writer, type WriterOptions } from "./writer.ts";

/** Where a document's files are below the export's folder, without their endings. */
interface Home {
  folder: string;
  name: string;
}

/** Puts the texts of one document into files, and answers their bytes as the disk has them. */
interface Files {
  put(texts: readonly string[], home: Home): Buffer[];
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
  const homeFor = createHomes(writer, asked);
  const confirm = confirmer(format, options);
  const writePart = (part: AnnotatedDocument) => {
    const { document, losses } = applyFit(writer, part, options);
    const home = homeFor(document);
    if (files !== null) {
      const bytes = files.put(writer.write(document, options), home);
      confirm(document, bytes);
    }
    const lost = [...losses, ...renamed(document.name, home.name)];
    return { ...nothingWritten(), spans: spansOf(document), losses: lost };
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

/** Finds each annotator a folder, and each document's file a name in it that no other has. */
function createHomes(
  { files, holds }: TextWriter,
  { place, folders }: WriterOptions,
): (document: AnnotatedDocument) => Home {
  const folderNames = createLayout();
  const folderOf = new Map<string, string>();
  const layouts = new Map<string, ReturnType<typeof createLayout>>();
  return ({ name, layers: [layer] }) => {
    const whose = layer?.annotator || "nobody";
    const newFolder = () => folderNames.nameFor(safeFileName(whose));
    const folder = folders && !holds.layers ? getOrMake(folderOf, whose, newFolder) : "";
    if (files === "one" || place === "file") return { folder, name };
    return { folder, name: getOrMake(layouts, folder, createLayout).nameFor(name) };
  };
}

/** A file that cannot be called as its document is, which is how a reader calls it. */
function renamed(name: string, fileName: string): Loss[] {
  if (name === fileName) return [];
  const things = "Names that no file may have, or that another file has";
  const consequence = "the files are called otherwise, and so is what is read of them.";
  return [{ things, count: 1, consequence, examples: [`${name} → ${fileName}`] }];
}

function filesFor(
  writer: TextWriter,
  draft: string,
  { place }: WriterOptions,
  options: WriteOptions,
): Files {
  if (writer.files === "one") {
    const pathFor = ({ folder }: Home) =>
      place === "file" ? draft : join(draft, (folder || "all") + writer.endings[0]);
    return growingFiles(writer, pathFor, options);
  }
  return place === "file" ? theOnlyFile(draft) : filesOfEach(writer, draft);
}

/** Files that hold all documents, usually one; one for each annotator where the format cannot hold several. */
function growingFiles(
  writer: TextWriter,
  pathFor: (home: Home) => string,
  options: WriteOptions,
): Files {
  const open = new Map<string, GrowingFile>();
  const begun = (path: string) => {
    const file = growFile(path);
    file.append(writer.begin?.(options) ?? "");
    return file;
  };
  return {
    put([text = ""], home) {
      const path = pathFor(home);
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
function filesOfEach({ endings }: TextWriter, draft: string): Files {
  let count = 0;
  return {
    put(texts, { folder, name }) {
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

/** Sees that the bytes of a document's files hold it. */
function confirmer({ reader, writer, id }: Format, options: WriteOptions) {
  if (!reader || !writer) throw new Error(`${id} cannot be read back`);
  const types = declaredTypes(writer, reader, options);
  return (document: AnnotatedDocument, files: readonly Buffer[]) => {
    const back = readBack(writer, reader, { document, files, options, types });
    const [difference] = differences(document, back);
    if (difference !== undefined)
      throw new Error(`${document.name} did not read back as it was written: ${difference}`);
  };
}
