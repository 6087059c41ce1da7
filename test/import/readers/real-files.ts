import { existsSync, globSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";
import { type Extracted, textOfBlock } from "../../../shared/extract/extracted.ts";

const data = fileURLToPath(new URL("../../../../shared/data/", import.meta.url));

export interface RealFile {
  name: string;
  bytes: Uint8Array;
}

/** Tests over real files, which are not part of the repository; skipped, saying so, without them. */
export function describeRealFiles(pattern: string, tests: (files: RealFile[]) => void): void {
  const paths = existsSync(data) ? globSync(pattern, { cwd: data }).sort() : [];
  if (paths.length === 0)
    describe.skip(`${pattern} (skipped: ../shared/data does not have them)`, () => tests([]));
  else
    describe(`${paths.length} files ${pattern}`, () =>
      tests(
        paths.map((path) => ({ name: basename(path), bytes: readFileSync(`${data}/${path}`) })),
      ));
}

/** Everything that a reader made of a file, left out or not, a block a line. */
export function wholeText({ blocks }: Extracted): string {
  return blocks.map(textOfBlock).join("\n");
}
