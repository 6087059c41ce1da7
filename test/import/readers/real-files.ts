import { describe } from "vitest";
import { type Extracted, textOfBlock } from "../../../shared/extract/extracted.ts";
import { type RealFile, realFiles } from "../../real-data.ts";

export type { RealFile };

/** Tests over real files, which are not part of the repository; skipped, saying so, without them. */
export function describeRealFiles(pattern: string, tests: (files: RealFile[]) => void): void {
  const files = realFiles(pattern);
  if (files.length === 0)
    describe.skip(`${pattern} (skipped: ../shared/data does not have them)`, () => tests([]));
  else describe(`${files.length} files ${pattern}`, () => tests(files));
}

/** Everything that a reader made of a file, left out or not, a block a line. */
export function wholeText({ blocks }: Extracted): string {
  return blocks.map(textOfBlock).join("\n");
}
