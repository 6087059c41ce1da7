import { createHash } from "node:crypto";
import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { insertArrivals } from "../../electron/store/arrivals.ts";
import { closeProject, createProject } from "../../electron/store/database.ts";
import { write } from "../../electron/store/history.ts";
import { plainArrival } from "../../electron/store/plain-arrival.ts";
import { defaultScheme } from "../../shared/scheme/default-scheme.ts";
import { readAllSamples } from "./read.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sample = join(root, "out/sample.casemark");
const stamp = `${sample}.sha256`;

/** Makes out/sample.casemark from build/sample/reports, unless it was made from the same sources. */
export function ensureSample(): void {
  const sources = hashOfSources();
  if (existsSync(sample) && existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
  makeSample(sample);
  writeFileSync(stamp, sources);
}

/** Writes the sample project to a file, replacing it. */
export function makeSample(file: string): void {
  mkdirSync(join(file, ".."), { recursive: true });
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const db = createProject(unfinished, "Sample project", defaultScheme);
  const documents = readAllSamples(join(root, "build/sample/reports"));
  const reports = insertArrivals(db, documents.map(plainArrival));
  write(db, { annotator: "Casemark", now: () => new Date(0) }, "import", (journal) => {
    journal.setPresence(reports, "removed", "present");
    return { summary: "made the sample project", report: null };
  });
  closeProject(db);
  renameSync(unfinished, file);
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  const files = globSync(
    ["build/sample/**/*.{ts,yaml}", "electron/store/**/*.ts", "shared/**/*.ts"],
    {
      cwd: root,
    },
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

if (import.meta.main) makeSample(sample);
