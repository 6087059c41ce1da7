import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { importInto } from "./import-into.ts";
import { reportOf } from "./project-of.ts";
import { quantile, type Row, report, row } from "./row.ts";

const corpus = fileURLToPath(new URL("../../../shared/data/brat/maccrobat2020", import.meta.url));

/** MACCROBAT's 100 documents, where they are; then the memory that 5,000 and 20,000 reports take. */
export async function benchImport(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "casemark-bench-"));
  try {
    return [...importCorpus(folder), ...importMany(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function importCorpus(folder: string): Row[] {
  if (!existsSync(corpus)) {
    console.log(`The corpus was not imported, since there is no ${corpus}.`);
    return [];
  }
  const runs = Array.from({ length: 5 }, (_, n) => importInto(join(folder, `${n}`), corpus));
  const [first] = runs;
  const name = `import of ${first?.reports} brat documents with ${first?.spans} spans`;
  return [
    row(
      name,
      "casemark",
      quantile(
        runs.map((run) => run.milliseconds),
        0.5,
      ),
      "ms",
    ),
    row(`${name}, progress`, "casemark", first?.told ?? 0, "times told"),
  ];
}

function importMany(folder: string): Row[] {
  const sizes = [5_000, 20_000, 40_000];
  const runs = sizes.map((size) => ({
    size,
    ...importInto(join(folder, `m${size}`), filesOf(folder, size)),
  }));
  const [few, many] = runs;
  return runs.flatMap(({ size, megabytes, milliseconds }) => [
    row("import, peak memory", `${size} reports`, megabytes, "MB", few?.megabytes),
    ...(many && size > many.size
      ? [
          row(
            `import, memory over ${many.size}`,
            `${size} reports`,
            megabytes,
            "MB",
            many.megabytes,
          ),
        ]
      : []),
    row("import, time a report", `${size} reports`, (milliseconds / size) * 1000, "µs"),
  ]);
}

function filesOf(folder: string, size: number): string {
  const files = join(folder, `${size} files`);
  mkdirSync(files);
  for (let n = 0; n < size; n++)
    writeFileSync(join(files, `report-${n}.txt`), reportOf(n).document.text);
  return files;
}

if (import.meta.main) await report(await benchImport(), process.argv[2]);
