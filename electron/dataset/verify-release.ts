import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { OpenedRelease } from "../../shared/contract/datasets.ts";
import { recordsFile, releaseFiles } from "../../shared/dataset/layout.ts";
import { type Manifest, readManifest } from "../../shared/dataset/manifest.ts";
import { documentsOfRecords } from "../../shared/dataset/read-records.ts";
import { releaseProblems } from "../../shared/dataset/verify.ts";
import { AppError } from "../../shared/errors.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { checkRecord } from "./check-record.ts";
import { filesBelow, oddBelow } from "./files.ts";
import { refuseCancelled, type Watch } from "./source.ts";

/** A release's manifest, and what is wrong with its folder. @throws AppError "bad-file" for what is no release. */
export async function openRelease(
  folder: string,
  { signal, progress }: Watch,
): Promise<OpenedRelease> {
  const manifest = manifestIn(folder);
  progress({ done: 0, total: 2, doing: "Comparing every file with its SHA-256" });
  const checksums = join(folder, releaseFiles.checksums);
  const problems = releaseProblems(manifest, {
    files: await filesBelow(folder),
    odd: oddBelow(folder),
    checksums: existsSync(checksums) ? readFileSync(checksums, "utf8") : null,
  });
  refuseCancelled(signal);
  progress({ done: 1, total: 2, doing: "Reading every record" });
  if (problems.length === 0) problems.push(...recordProblems(folder, manifest));
  return { manifest, problems };
}

/** @throws AppError "bad-file" */
export function manifestIn(folder: string): Manifest {
  const file = join(folder, releaseFiles.manifest);
  if (!existsSync(file))
    throw new AppError(
      "bad-file",
      `"${basename(folder)}" is no release: it has no ${releaseFiles.manifest}; choose the folder that a release was written to.`,
    );
  return readManifest(readFileSync(file, "utf8"), releaseFiles.manifest);
}

/** Every document of a release, part by part. @throws AppError "bad-file" */
export function* releaseDocuments(folder: string): Generator<AnnotatedDocument, void> {
  const { options } = manifestIn(folder);
  for (const { name } of options.parts) {
    const file = recordsFile(name);
    yield* documentsOfRecords(linesIn(folder, file), file);
  }
}

function recordProblems(folder: string, { options }: Manifest): string[] {
  return options.parts.flatMap(({ name }) => {
    const file = recordsFile(name);
    try {
      for (const line of linesIn(folder, file)) checkRecord(`${line}\n`, line);
      return [];
    } catch (error) {
      return [`“${file}” is not sound: ${error instanceof Error ? error.message : String(error)}.`];
    }
  });
}

function linesIn(folder: string, file: string): string[] {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, "utf8").split("\n").filter(Boolean) : [];
}
