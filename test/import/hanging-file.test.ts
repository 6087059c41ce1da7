import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Unit } from "../../electron/import/collect.ts";
import { readInWorker } from "../../electron/import/reader.ts";
import { temporaryFolder } from "../store/project.ts";
import { pdfOf, text } from "./pdf/pdf-file.ts";

test("a parser that hangs is stopped and said, and the next file is read", async () => {
  const folder = temporaryFolder();
  const unit = (name: string, bytes: Uint8Array): Unit => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return { kind: "document", wished: null, file, name, shown: name };
  };
  // pdf.js keeps the state of each for minutes.
  const hanging = pdfOf(["q ".repeat(1_000_000) + text(["Never read."])]);
  const units = [unit("hangs.pdf", hanging), unit("next.txt", Buffer.from("A report."))];
  const told: string[] = [];
  for await (const read of readInWorker(units, "Ana", 4000))
    if (read.kind === "failed") told.push(read.problem.message);
    else if (read.kind === "report") told.push(read.report.document.text);
  expect(told).toEqual([
    '"hangs.pdf" takes too long to read; save its text in a file of its own and import that.',
    "A report.",
  ]);
});
