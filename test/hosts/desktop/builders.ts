import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProject } from "../../../electron/store/database.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";

/** A home of its own for settings, log and projects, so that no test meets the person's. */
export function useNewHome(): string {
  const home = mkdtempSync(join(tmpdir(), "casemark-home-"));
  process.env.CASEMARK_HOME = home;
  return home;
}

/** A new, closed project file. */
export function projectFile(folder: string, name = "Sarcomas"): string {
  const file = join(folder, `${name}.casemark`);
  createProject(file, name, defaultScheme).close();
  return file;
}
