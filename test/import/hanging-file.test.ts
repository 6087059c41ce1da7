import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Unit } from "../../electron/import/collect.ts";
import { readInWorker } from "../../electron/import/reader.ts";
import { temporaryFolder } from "../store/project.ts";
import { pdfOf, text } from "./pdf/pdf-file.ts";

/** What is told of a file and of one behind it, when each may take so long and so much. */
async function toldOf(name: string, bytes: Uint8Array, patience: number, megabytes?: number) {
  const folder = temporaryFolder();
  const unit = (name: string, bytes: Uint8Array): Unit => {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    return { kind: "document", wished: null, file, name, shown: name };
  };
  const units = [unit(name, bytes), unit("next.txt", Buffer.from("A report."))];
  const told: string[] = [];
  for await (const read of readInWorker(units, "Ana", patience, megabytes))
    if (read.kind === "failed") told.push(read.problem.message);
    else if (read.kind === "report") told.push(read.report.document.text);
  return told;
}

test("a parser that hangs is stopped and said, and the next file is read", async () => {
  // pdf.js keeps the state of each for minutes.
  const hanging = pdfOf(["q ".repeat(1_000_000) + text(["Never read."])]);
  expect(await toldOf("hangs.pdf", hanging, 4000)).toEqual([
    '"hangs.pdf" takes too long to read; save its text in a file of its own and import that.',
    "A report.",
  ]);
});

test("a file that fills memory with buffers is stopped and said, and the next file is read", async () => {
  const packed = deflateSync(Buffer.alloc(600_000_000, 32)).toString("latin1");
  const [head, tail] = Buffer.from(pdfOf([text(["Never read."])]))
    .toString("latin1")
    .split("trailer");
  const content = `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}\nendstream`;
  const filling = Buffer.from(`${head}5 0 obj\n${content}\nendobj\ntrailer${tail}`, "latin1");
  expect(await toldOf("fills.pdf", filling, 60_000, 200)).toEqual([
    '"fills.pdf" cannot be read: it needs more memory than Casemark gives one file; save its text in a file of its own and import that.',
    "A report.",
  ]);
});
