import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { makeTemporaryFolder, sweepTemporaryFolders } from "../../electron/api/temporary.ts";
import { temporaryFolder } from "../store/project.ts";

/** Makes the system's temporary folder one of the test's own. */
function ownTemporary(): string {
  vi.stubEnv("TMPDIR", temporaryFolder());
  return tmpdir();
}

afterEach(() => {
  vi.unstubAllEnvs();
});

test("what a killed host has left behind goes at the next start, what is in use stays", () => {
  const top = ownTemporary();
  const module = new URL("../../electron/api/temporary.ts", import.meta.url).href;
  const script = `const { makeTemporaryFolder } = await import(${JSON.stringify(module)});
    console.log(makeTemporaryFolder("uploads"));
    console.log(makeTemporaryFolder("export"));
    process.kill(process.pid, "SIGKILL");`;
  const killed = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    encoding: "utf8",
  });
  expect(killed.signal).toBe("SIGKILL");
  const left = killed.stdout.trim().split("\n");
  for (const folder of left) writeFileSync(join(folder, "report.txt"), "Ms. A, 63 years");
  const own = makeTemporaryFolder("uploads");
  const others = [mkdtempSync(join(top, "casemark-home-")), join(top, "casemark-uploads-notes")];
  mkdirSync(join(top, "casemark-uploads-notes"));

  sweepTemporaryFolders();

  expect(left).toHaveLength(2);
  expect([...left, own, ...others].map(existsSync)).toEqual([false, false, true, true, true]);
});

test("nobody else's folder is touched: process 1 always runs", () => {
  const folder = join(ownTemporary(), "casemark-uploads-1-abc");
  mkdirSync(folder);
  sweepTemporaryFolders();
  expect(existsSync(folder)).toBe(true);
});
