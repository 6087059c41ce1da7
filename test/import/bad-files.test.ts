import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { collect } from "../../electron/import/collect.ts";
import type { Read } from "../../electron/import/read-units.ts";
import { readInWorker } from "../../electron/import/reader.ts";
import { temporaryFolder } from "../store/project.ts";
import { gather } from "./gather.ts";

const zip = "PK\u0003\u0004 and nothing of a zip after it";
const noText = Buffer.from([0x43, 0, 0x61, 0, 0, 0, 0x73, 0, 0, 0, 7, 0]);

/** One file for each reader that it has to give up on; the annotations stand beside a good text. */
const bad: Readonly<Record<string, string | Uint8Array>> = {
  "bad.pdf": "%PDF-1.7\nthis is all there is",
  "bad.docx": zip,
  "bad.odt": zip,
  "bad.rtf": "not rich at all \u0000",
  "bad.xml": "<?xml version='1.0'?><article><front></article>",
  "bad.html": "",
  "bad.md": noText,
  "bad.txt": noText,
  "bad.jsonl": '{"name": 7}\n',
  "bad-pair.txt": "Positive for desmin.\n",
  "bad-pair.ann": "T1\tmarker 13 19\tvimentin\n",
};

/** Good texts with the bad files spread among them: 200 of what readers take one by one. */
function folderOf(extra: Record<string, string>): string {
  const folder = join(temporaryFolder(), "mixed");
  mkdirSync(folder);
  const rest = 200 - Object.keys(bad).length + 1 - Object.keys(extra).length;
  for (let n = 0; n < rest; n++)
    writeFileSync(join(folder, `${"abcdefgh"[n % 8]}-${n}.txt`), `Report ${n}. Spindle cells.`);
  for (const [name, content] of Object.entries({ ...bad, ...extra }))
    writeFileSync(join(folder, name), content);
  return folder;
}

const failedIn = (reads: readonly Read[]) =>
  reads.flatMap((read) => (read.kind === "failed" ? read.problem.file.replace(/^.*\//, "") : []));

const sorted = (names: readonly string[]) => names.toSorted();

test("one bad file for each reader and one that ends its thread stop none of 200", async () => {
  // Read as a tree, it takes many times the room that the thread is given here.
  const huge = `<!doctype html><html>${"<b><i>x</i></b>".repeat(500_000)}</html>`;
  const { units } = await collect([folderOf({ "d-huge.html": huge })], "auto");
  expect(units).toHaveLength(200);
  const reads = await gather(readInWorker(units, "Ana", 60_000, 64));

  const names = Object.keys(bad).filter((name) => name !== "bad-pair.txt");
  expect(sorted(failedIn(reads))).toEqual(sorted([...names, "d-huge.html"]));
  expect(reads.filter(({ kind }) => kind === "report")).toHaveLength(200 - names.length - 1);
  expect(reads.filter(({ kind }) => kind === "unit")).toHaveLength(200);
  const sentences = reads.flatMap((read) => (read.kind === "failed" ? read.problem.message : []));
  expect(sentences).toContain(
    '"mixed/d-huge.html" cannot be read: it needs more memory than Casemark gives one file; save its text in a file of its own and import that.',
  );
  for (const sentence of sentences) expect(sentence).toMatch(/^"?mixed\/.+\.$/s);
});
