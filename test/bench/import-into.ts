import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { closeProject, createProject } from "../../electron/store/database.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";

/** What one import took. */
export interface Imported {
  milliseconds: number;
  /** The most that its process has taken up. */
  megabytes: number;
  reports: number;
  spans: number;
  /** How often it told its progress. */
  told: number;
}

/** Imports a file or folder into a new project at this path, in a process of its own. */
export function importInto(path: string, files: string): Imported {
  const project = `${path}.casemark`;
  closeProject(createProject(project, "bench", defaultScheme));
  const script = fileURLToPath(new URL("import-once.ts", import.meta.url));
  const printed = execFileSync(process.execPath, [script, project, files], { encoding: "utf8" });
  rmSync(project);
  return JSON.parse(printed);
}
