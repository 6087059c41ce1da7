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

/** Lets promises that are under way go on until `holds`. @throws Error after a second. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error("it did not happen within a second");
}
