import {
  appendFileSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { exportFormats, offsetUnits } from "../../shared/contract/exports.ts";
import { readBrat } from "../../shared/formats/brat/read.ts";
import { readAnnotationConf } from "../../shared/formats/brat/read-conf.ts";
import { namesInScheme } from "../../shared/formats/brat/spelling.ts";
import { writeBrat } from "../../shared/formats/brat/write.ts";
import { writeAnnotationConf } from "../../shared/formats/brat/write-conf.ts";
import { readJsonlLine, writeJsonlLine } from "../../shared/formats/casemark-jsonl.ts";
import { differences } from "../../shared/formats/differences.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import { createLayout, safeFileName } from "./layout.ts";

type ExportFormat = (typeof exportFormats)[number];
type OffsetUnit = (typeof offsetUnits)[number];

export interface WriterOptions {
  format: ExportFormat;
  offsets: OffsetUnit;
  /** The file or folder to write, which exists already if it is a folder. */
  draft: string;
  /** Whether every annotator gets a folder of their own. */
  folders: boolean;
  scheme: Scheme;
}

/** What one document came to. */
export interface Written {
  files: number;
  spans: number;
  losses: Loss[];
}

/** Writes documents one by one. Each is read back from the disk and compared before it counts. */
export interface Writer {
  /** Writes what belongs to the whole export; answers the number of files. */
  begin(): number;
  /** @throws Error naming the first difference when what was written does not read the same. */
  write(document: AnnotatedDocument): Written;
}

export function createWriter(options: WriterOptions): Writer {
  return options.format === "brat" ? bratWriter(options) : jsonlWriter(options);
}

/** NAME.txt and NAME.ann for every layer, and the scheme as annotation.conf. */
function bratWriter({ draft, folders, offsets, scheme }: WriterOptions): Writer {
  const names = namesInScheme(scheme);
  const layouts = new Map<string, ReturnType<typeof createLayout>>();
  const folderOf = (annotator: string) => (folders ? `${safeFileName(annotator)}/` : "");
  const fileFor = (document: AnnotatedDocument, annotator: string) => {
    const folder = folderOf(annotator);
    const layout = layouts.get(folder) ?? createLayout();
    layouts.set(folder, layout);
    const file = join(draft, folder + layout.nameFor(document.name));
    mkdirSync(dirname(file), { recursive: true });
    return file;
  };
  return {
    begin() {
      const conf = writeAnnotationConf(scheme);
      writeFileSync(join(draft, "annotation.conf"), conf);
      readAnnotationConf(readFileSync(join(draft, "annotation.conf"), "utf8"), "annotation.conf");
      return 1;
    },
    write(document) {
      const losses: Loss[] = [];
      for (const layer of document.layers) {
        const file = fileFor(document, layer.annotator);
        const written = writeBrat(document.text, layer, { offsets, names });
        writeFileSync(`${file}.txt`, document.text);
        writeFileSync(`${file}.ann`, written.annotations);
        losses.push(...written.losses);
        const unit = offsets === "native" ? "codepoint" : offsets;
        const back = readBrat({
          text: readFileSync(`${file}.txt`, "utf8"),
          annotations: readFileSync(`${file}.ann`, "utf8"),
          annotator: layer.annotator,
          file: `${file}.ann`,
          offsets: unit,
        });
        const { text } = back;
        // brat has no place for flags and for what was read, which the losses say.
        const spans = layer.spans.map(({ flag: _, ...span }) => span);
        const { reading: _, ...others } = layer;
        const meant = { ...document, layers: [{ ...others, spans }] };
        confirm(meant, { ...document, text, layers: [back.layer] });
      }
      const spans = document.layers.reduce((total, layer) => total + layer.spans.length, 0);
      return { files: 2 * document.layers.length, spans, losses };
    },
  };
}

/** One line for every report, with all its layers. */
function jsonlWriter({ draft, offsets }: WriterOptions): Writer {
  const unit = offsets === "utf16" ? "utf16" : "codepoint";
  let lineNumber = 0;
  let place = 0;
  return {
    begin() {
      writeFileSync(draft, "");
      return 1;
    },
    write(document) {
      const bytes = Buffer.from(`${writeJsonlLine(document, unit)}\n`);
      appendFileSync(draft, bytes);
      lineNumber += 1;
      const line = readBytes(draft, place, bytes.length).toString("utf8");
      place += bytes.length;
      confirm(document, readJsonlLine(line, { file: draft, lineNumber }));
      const spans = document.layers.reduce((total, layer) => total + layer.spans.length, 0);
      return { files: 0, spans, losses: [] };
    },
  };
}

function readBytes(file: string, start: number, length: number): Buffer {
  const handle = openSync(file, "r");
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(handle, bytes, 0, length, start));
  } finally {
    closeSync(handle);
  }
}

function confirm(meant: AnnotatedDocument, readBack: AnnotatedDocument): void {
  const [difference] = differences(meant, readBack);
  if (difference !== undefined)
    throw new Error(`${meant.name} did not read back as it was written: ${difference}`);
}
