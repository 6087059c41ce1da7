import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Unit } from "../../electron/import/collect.ts";
import { readInWorker } from "../../electron/import/reader.ts";
import { temporaryFolder } from "../store/project.ts";

function unitsIn(folder: string, names: readonly string[]): Unit[] {
  for (const name of names) writeFileSync(join(folder, `${name}.txt`), "A report.");
  return names.map((name) => ({
    kind: "document",
    wished: null,
    file: join(folder, `${name}.txt`),
    name,
    shown: `${name}.txt`,
  }));
}

async function outcomes(units: Unit[], patience: number): Promise<string[]> {
  const told: string[] = [];
  for await (const read of readInWorker(units, "Ana", patience))
    told.push(read.kind === "failed" ? read.problem.message : read.kind);
  return told;
}

test("files are read in their order, each with its end", async () => {
  const units = unitsIn(temporaryFolder(), ["a", "b"]);
  expect(await outcomes(units, 60_000)).toEqual(["report", "unit", "report", "unit"]);
});

test("a file that takes longer than its time is said, and the next one is tried", async () => {
  const units = unitsIn(temporaryFolder(), ["a", "b"]);
  const tooLong = (name: string) =>
    `"${name}.txt" takes too long to read; save its text in a file of its own and import that.`;
  // No thread even starts in a millisecond.
  expect(await outcomes(units, 1)).toEqual([tooLong("a"), "unit", tooLong("b"), "unit"]);
});
