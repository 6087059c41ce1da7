import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe } from "vitest";

/** Real corpora beside the repository; not part of it, so tests on them may have to be skipped. */
const folder = join(import.meta.dirname, "../../../../shared/data");

/** Tests on one corpus; skipped, saying so, where it is not there. */
export function describeWith(corpus: string, tests: (corpus: string) => void): void {
  const path = join(folder, corpus);
  if (existsSync(path)) describe(corpus, { timeout: 60_000 }, () => tests(path));
  else
    describe.skip(`${corpus} (skipped: ../shared/data/${corpus} is not there)`, () => tests(path));
}

export interface Pair {
  file: string;
  text: string;
  annotations: string;
}

/** Every brat pair of a folder and the folders below, byte order marks kept. */
export function bratPairs(corpus: string): Pair[] {
  if (!existsSync(corpus)) return [];
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true, fatal: true });
  const read = (file: string) => decoder.decode(readFileSync(join(corpus, file)));
  return readdirSync(corpus, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ann"))
    .sort()
    .map((file) => ({
      file,
      text: read(file.replace(/ann$/, "txt")),
      annotations: read(file),
    }));
}
