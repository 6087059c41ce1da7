import { execFileSync } from "node:child_process";
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  type ExportFormat,
  exportFormats,
  isTableFormat,
} from "../../../shared/formats/format-ids.ts";
import { type Row, row } from "../row.ts";
import { spansEach } from "./generated.ts";

/** What one export took. */
interface Exported {
  milliseconds: number;
  /** The most that its process has taken up. */
  megabytes: number;
  reports: number;
  spans: number;
  files: number;
  /** How many reports its progress had told of at the end. */
  told: number;
}

/** How much each format takes for a corpus, and whether memory stays as it is with a part of it. */
export function benchExports(count: number, isWanted: (format: string) => boolean): Row[] {
  return exportFormats.filter(isWanted).flatMap((format) => {
    console.log(`export of ${count} reports in ${format} …`);
    return benchExport(format, count);
  });
}

function benchExport(format: ExportFormat, count: number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  try {
    const few = exportOnce(format, join(folder, "few"), Math.ceil(count * shareOf(format)));
    const many = exportOnce(format, join(folder, "many"), count);
    if (many.reports !== count || many.told !== count || many.spans > count * spansEach)
      throw new Error(`${format}: ${JSON.stringify(many)} for ${count} reports`);
    const copied = copyTime(join(folder, "many"), join(folder, "copy"));
    const name = `export of ${count} reports in ${format}`;
    const seconds = many.milliseconds / 1000;
    return [
      row(`${name}, ${many.spans} spans`, "casemark", seconds, "s", copied.milliseconds / 1000),
      row(
        `${name}, ${Math.round(copied.megabytes)} MB`,
        "casemark",
        copied.megabytes / seconds,
        "MB/s",
      ),
      row(`${name}, peak memory`, "casemark", many.megabytes, "MB", few.megabytes),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The share of the corpus that memory is compared with. Tables are read back when all is written, and a
 * tenth is read too soon for the memory that this takes at any size to be filled.
 */
const shareOf = (format: ExportFormat) => (isTableFormat(format) ? 0.25 : 0.1);

/**
 * So that what is compared is what the exports hold. Left to itself V8 gives what has just been made more room
 * after a while, lets the rest grow until it has tidied up once, and tidies up beside the work as the machine has
 * time: then two runs of the same differ by a quarter, and a short one always takes less. It costs some time.
 */
const equalConditions = [
  "--min-semi-space-size=8",
  "--max-semi-space-size=8",
  "--initial-old-space-size=32",
  "--single-threaded-gc",
];

function exportOnce(format: ExportFormat, path: string, count: number): Exported {
  const script = fileURLToPath(new URL("export-once.ts", import.meta.url));
  const asked = [...equalConditions, script, format, path, `${count}`];
  return JSON.parse(execFileSync(process.execPath, asked, { encoding: "utf8" }));
}

/** Reads what was written, a file or a folder, and writes it once more, file by file. */
function copyTime(path: string, copy: string) {
  const files = statSync(path).isFile() ? [path] : filesIn(path);
  const begin = performance.now();
  const bytes = files.reduce((sum, file) => sum + copyFile(file, copy), 0);
  return { milliseconds: performance.now() - begin, megabytes: bytes / 1e6 };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Piece by piece, and then takes the copy away; answers the number of bytes. */
function copyFile(file: string, copy: string): number {
  const piece = Buffer.alloc(1 << 20);
  const [from, to] = [openSync(file, "r"), openSync(copy, "w")];
  let total = 0;
  for (let read = readSync(from, piece); read > 0; read = readSync(from, piece)) {
    writeSync(to, piece, 0, read);
    total += read;
  }
  closeSync(from);
  closeSync(to);
  rmSync(copy);
  return total;
}
