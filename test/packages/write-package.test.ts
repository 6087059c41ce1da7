import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { carryOut } from "../../electron/packages/tasks.ts";
import type { WriteDb } from "../../electron/store/database.ts";
import { addSpan } from "../../electron/store/spans.ts";
import { addReport, ana, ben, draft, newProject, temporaryFolder } from "../store/project.ts";

const label = { purpose: "work" as const, by: "Cem", recipient: "", note: "", at: "2026-02-03" };

/** Packs the reports into a file of a folder of its own. */
async function pack(db: WriteDb, reports: string[], annotators: string[] | null = null) {
  const path = join(temporaryFolder(), "sent.casepack");
  const sealing = { with: "nothing" as const };
  const order = { reports, annotators, originals: true, path, sealing, label };
  const folder = join(temporaryFolder(), "work");
  const task = { do: "write", project: db.name, orders: [order], folder } as const;
  const told: number[] = [];
  const tell = ({ done, total }: { done: number; total: number }) => told.push(done / total);
  await carryOut(task, { author: ana, tell });
  return { path, told };
}

test("the same project packed twice is the same file, byte by byte", async () => {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin", { entity: "new" }));
  const [first, second] = [await pack(db, [report]), await pack(db, [report])];
  expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(true);
  expect(first.told.at(-1)).toBe(1);
  expect(first.told).toEqual(first.told.toSorted((a, b) => a - b));
});

test("any program reads its parts, and its manifest names them all", async () => {
  const db = newProject();
  const report = addReport(db);
  addSpan(db, ana, report, draft("desmin"));
  addSpan(db, ben, report, draft("SMA"));
  const { path } = await pack(db, [report], ["Ana"]);
  const parts = unzipSync(readFileSync(path));
  const textOf = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const manifest = JSON.parse(textOf("manifest.json"));
  expect(manifest).toMatchObject({ format: "casepack", version: 1, annotators: ["Ana"], ...label });
  expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual([
    ...["scheme.json", "reports.jsonl", "layers.jsonl", "history.jsonl"],
    expect.stringMatching(/^originals\/[0-9a-f]{64}$/),
  ]);
  expect(Object.keys(parts).length).toBe(manifest.files.length + 1);
  // Of somebody else's work there is not a word.
  for (const name of ["layers.jsonl", "history.jsonl"]) {
    expect(textOf(name)).toContain('"desmin"');
    expect(textOf(name)).not.toContain('"Ben"');
  }
});

test("what cannot be written leaves nothing behind", async () => {
  const db = newProject();
  await expect(pack(db, [])).rejects.toThrow("There are no reports to pack; choose other reports.");
  const folder = temporaryFolder();
  const order = { reports: [addReport(db)], annotators: null, originals: true, label };
  const sealing = { with: "keys" as const, recipients: ["age1x"] };
  const orders = [
    { ...order, sealing: { with: "nothing" as const }, path: join(folder, "a.casepack") },
    { ...order, sealing, path: join(folder, "b.casepack") },
  ];
  const work = join(temporaryFolder(), "work");
  const task = { do: "write", project: db.name, orders, folder: work } as const;
  await expect(carryOut(task, { author: ana, tell: () => {} })).rejects.toThrow("no public key");
  expect(readdirSync(folder)).toEqual([]);
  expect(existsSync(join(work, "unsealed.zip"))).toBe(false);
});
