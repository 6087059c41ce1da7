import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../store/project.ts";
import { answer } from "./casemark.ts";

test("identifiers are looked for and counted, and found once only", async () => {
  const folder = temporaryFolder();
  const project = join(folder, "p.casemark");
  await answer(["new", project]);
  writeFileSync(join(folder, "a.txt"), "Dr. Anna Maier saw the slides on 3 May 2016.");
  await answer(["import", project, join(folder, "a.txt")]);
  const row = { report: expect.any(String), title: "a", accepted: 0, refused: 0 };
  const sum = { reports: 1, accepted: 0, refused: 0 };
  expect(await answer(["deidentify", project])).toEqual({
    total: { ...sum, scanned: 0, open: 0 },
    reports: [{ ...row, isScanned: false, open: 0 }],
  });
  const scanned = {
    total: { ...sum, scanned: 1, open: 2 },
    reports: [{ ...row, isScanned: true, open: 2 }],
  };
  expect(await answer(["deidentify", project, "--scan"])).toEqual({ found: 2, ...scanned });
  expect(await answer(["deidentify", project, "--scan"])).toEqual({ found: 0, ...scanned });
});
