import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTableWriter } from "../../../electron/export/tables/table-writer.ts";
import { sourceOf } from "../../../electron/file-source.ts";
import { brat } from "../../../shared/formats/brat/brat.ts";
import { applyFit } from "../../../shared/formats/fit/apply-fit.ts";
import type { Reader, WriteOptions, Writer } from "../../../shared/formats/format.ts";
import { type TableFormat, tableFormats } from "../../../shared/formats/format-ids.ts";
import { formatOf } from "../../../shared/formats/registry.ts";
import type { AnnotatedDocument } from "../../../shared/model/document.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { realFiles } from "../../real-data.ts";
import { quantile, type Row, row } from "../row.ts";
import { generatedDocuments } from "./generated.ts";

const options: WriteOptions = { offsets: "native", scheme: defaultScheme };
const runs = 3;

interface Corpus {
  name: string;
  documents: AnnotatedDocument[];
}

// A process of its own for each format, so that none is slower for what another one has done before.
const [wanted = ""] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
try {
  const rows: Row[] = [];
  for (const corpus of corpora()) rows.push(...(await benchOf(wanted, corpus)));
  writeSync(1, JSON.stringify(rows));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function benchOf(id: string, corpus: Corpus): Promise<Row[]> {
  const table = tableFormats.find((one) => one === id);
  if (table !== undefined) return benchTables(table, corpus);
  const { writer, reader } = formatOf(id);
  if (!writer || !reader) throw new Error(`${id} is not written and read`);
  return benchFormat(id, writer, reader, corpus);
}

/** MACCROBAT where it is, whose annotations have no codes; and as long ones that have them. */
function corpora(): Corpus[] {
  const rich = [...generatedDocuments(100, { words: 640, spans: 250 })];
  const real = maccrobat();
  if (real.length === 0)
    console.error("MACCROBAT is not there; only made-up documents are measured.");
  return [
    ...(real.length > 0
      ? [{ name: `${real.length} documents of MACCROBAT`, documents: real }]
      : []),
    { name: `${rich.length} made-up documents with codes`, documents: rich },
  ];
}

function maccrobat(): AnnotatedDocument[] {
  const texts = new Map(
    realFiles("brat/maccrobat2020/*.txt").map((file) => [file.name, file.bytes]),
  );
  return realFiles("brat/maccrobat2020/*.ann").flatMap(({ name, bytes }) => {
    const id = name.replace(/\.ann$/, "");
    const text = sourceOf(texts.get(`${id}.txt`) ?? new Uint8Array(), `${id}.txt`);
    const asked = { name: id, annotator: "Ana", offsets: null, firstLine: 1, beside: text };
    const read = brat.reader?.read(sourceOf(bytes, name), asked) ?? [];
    return Array.from(read, ({ document }) => document);
  });
}

async function benchFormat(
  id: string,
  writer: Writer,
  reader: Reader,
  { name, documents }: Corpus,
): Promise<Row[]> {
  const written = await timed(() => documents.map((document) => writeOne(writer, document)));
  const files = filesOf(writer, written.result, documents);
  const read = await timed(() => files.map((file) => readOne(writer, reader, file)));
  const count = read.result.reduce((sum, found) => sum + found, 0);
  if (count !== documents.length)
    throw new Error(`${id}: ${documents.length} documents were read as ${count}`);
  const copied = await copyTime(files);
  return [
    row(`write of ${name} in ${id}`, "casemark", written.milliseconds, "ms", copied),
    row(`read of ${name} in ${id}`, "casemark", read.milliseconds, "ms", copied),
  ];
}

interface WrittenFile {
  name: string;
  parts: Buffer[];
}

function writeOne(writer: Writer, document: AnnotatedDocument): Buffer[] {
  const fitted = applyFit(writer, document, options);
  return writer.write(fitted.document, options).map((text) => Buffer.from(text, "utf8"));
}

/** As an export has them: every document's own, or one for all, whose lines are read one by one. */
function filesOf(
  writer: Writer,
  written: readonly Buffer[][],
  documents: readonly AnnotatedDocument[],
): WrittenFile[] {
  if (writer.files === "each")
    return written.map((parts, at) => ({ name: documents[at]?.name ?? "", parts }));
  const between = Buffer.from(writer.between ?? "");
  const pieces = written.flatMap(([part = between], at) => (at === 0 ? [part] : [between, part]));
  const [begin, end] = [writer.begin?.(options) ?? "", writer.end?.(options) ?? ""];
  const whole = Buffer.concat([Buffer.from(begin), ...pieces, Buffer.from(end)]);
  return [{ name: "all", parts: [whole] }];
}

/** The number of documents in it. */
function readOne(writer: Writer, reader: Reader, { name, parts }: WrittenFile): number {
  const main = parts.at(-1) ?? Buffer.alloc(0);
  const text = parts.length > 1 ? parts[0] : undefined;
  const beside = text ? sourceOf(text, `${name}.txt`) : null;
  const asked = { name, annotator: "Ana", offsets: null, beside };
  const pieces = reader.byLine ? linesOf(main) : [main];
  return pieces.reduce((sum, bytes, at) => {
    const source = sourceOf(bytes, name + writer.endings.at(-1));
    return sum + [...reader.read(source, { ...asked, firstLine: at + 1 })].length;
  }, 0);
}

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start);
    const after = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, after));
    start = after;
  }
  return lines;
}

/**
 * The median time of several runs after one that is not counted, by the clock or by the processor, whichever is
 * less: other programs make the one longer, threads that tidy up memory beside the other.
 */
function timed<Result>(work: () => Result | Promise<Result>) {
  return timedAfter(() => null, work);
}

/** The same for work that something else has to be done for each time, which does not count. */
async function timedAfter<Ready, Result>(
  prepare: () => Ready | Promise<Ready>,
  work: (ready: Ready) => Result | Promise<Result>,
) {
  const result = await work(await prepare());
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const ready = await prepare();
    const begin = performance.now();
    const before = process.cpuUsage();
    await work(ready);
    const { user, system } = process.cpuUsage(before);
    times.push(Math.min(performance.now() - begin, (user + system) / 1000));
  }
  return { result, milliseconds: quantile(times, 0.5) };
}

/** What it takes to read the files from the disk and to write them there again. */
async function copyTime(files: readonly WrittenFile[]): Promise<number> {
  const parts = files.flatMap((file) => file.parts);
  for (const [at, bytes] of parts.entries()) writeFileSync(join(folder, `${at}`), bytes);
  const copy = () => {
    for (const at of parts.keys())
      writeFileSync(join(folder, `${at} copy`), readFileSync(join(folder, `${at}`)));
  };
  return (await timed(copy)).milliseconds;
}

/** Tables are packed where their file is, and then read back, all at once; that is what reading is here. */
async function benchTables(format: TableFormat, { name, documents }: Corpus): Promise<Row[]> {
  const draft = join(folder, format);
  const writeAll = async () => {
    rmSync(draft, { recursive: true, force: true });
    if (format !== "xlsx") mkdirSync(draft);
    const writer = createTableWriter(format, { draft, scheme: defaultScheme });
    for (const document of documents) await writer.add(document);
    return writer;
  };
  const written = await timed(writeAll);
  const read = await timedAfter(writeAll, (writer) => writer.finish());
  const paths = format === "xlsx" ? [draft] : readdirSync(draft).map((file) => join(draft, file));
  const parts = paths.map((path) => readFileSync(path));
  const copied = await copyTime([{ name: format, parts }]);
  return [
    row(`write of ${name} in ${format}`, "casemark", written.milliseconds, "ms", copied),
    row(`read of ${name} in ${format}`, "casemark", read.milliseconds, "ms", copied),
  ];
}
