import { appendFileSync, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

export interface Log {
  file: string;
  write(line: string): void;
}

const largest = 1024 * 1024;

/** Opens casemark.log in the folder; a log that has grown over one megabyte becomes casemark.old.log. */
export function openLog(folder: string, now: () => Date): Log {
  const file = join(folder, "casemark.log");
  mkdirSync(folder, { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largest) renameSync(file, join(folder, "casemark.old.log"));
  return { file, write: (line) => append(file, `${now().toISOString()} ${line}\n`) };
}

function append(file: string, line: string): void {
  try {
    appendFileSync(file, line);
  } catch (error) {
    // A full disk must not stop the person's work for the sake of a log.
    console.error(line, error);
  }
}
