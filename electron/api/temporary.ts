import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Session } from "./session.ts";

/** A folder for files that nobody needs once this process has ended; its name says whose it is. */
export function makeTemporaryFolder(purpose: "uploads" | "export"): string {
  return mkdtempSync(join(tmpdir(), `casemark-${purpose}-${process.pid}-`));
}

/** A folder that is gone when the session ends, since what is in it is about patients. */
export function temporaryFolder(session: Session): string {
  const folder = makeTemporaryFolder("export");
  session.temporary.push(folder);
  return folder;
}

const made = /^casemark-(?:uploads|export)-(\d+)-/;

/** Removes what processes left behind that were ended before they could do it themselves. */
export function sweepTemporaryFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = made.exec(name)?.[1];
    if (owner !== undefined && !isRunning(Number(owner))) removeIfOurs(join(tmpdir(), name));
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Any other refusal says that there is such a process, of somebody else's.
    return !(error instanceof Error && "code" in error && error.code === "ESRCH");
  }
}

function removeIfOurs(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another person's on this machine; their own next start removes it.
  }
}
