import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openLog } from "../../../electron/hosts/desktop/log.ts";

const newFolder = () => mkdtempSync(join(tmpdir(), "casemark-log-"));
const now = () => new Date("2026-11-22T10:00:00Z");

test("every line has its time, and later starts go on in the same file", () => {
  const folder = join(newFolder(), "new");
  openLog(folder, now).write("one");
  const { file, write } = openLog(folder, now);
  write("two");
  expect(readFileSync(file, "utf8")).toBe(
    "2026-11-22T10:00:00.000Z one\n2026-11-22T10:00:00.000Z two\n",
  );
});

test("a log over one megabyte is put aside", () => {
  const folder = newFolder();
  writeFileSync(join(folder, "casemark.log"), "x".repeat(1024 * 1024 + 1));
  openLog(folder, now).write("new");
  expect(readdirSync(folder).sort()).toEqual(["casemark.log", "casemark.old.log"]);
});
