import type { ReleaseFile } from "./facts.ts";
import { recordsFile, releaseFiles } from "./layout.ts";
import type { Manifest } from "./manifest.ts";

/**
 * What is wrong with a release's folder, in sentences; nothing when it is as it was written.
 * @param found every file below the folder as it is now, but the manifest.
 */
export function releaseProblems(manifest: Manifest, found: readonly ReleaseFile[]): string[] {
  const now = new Map(found.map((file) => [file.name, file]));
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  return [
    ...manifest.files.flatMap((file) => fileProblem(file, now.get(file.name))),
    ...found
      .filter(({ name }) => !listed.has(name) && name !== releaseFiles.manifest)
      .map(({ name }) => `“${name}” does not belong to the release; take it out of the folder.`),
    ...splitProblems(manifest),
    ...partsWithoutFiles(manifest, listed),
  ];
}

function fileProblem(file: ReleaseFile, now: ReleaseFile | undefined): string[] {
  const { name, bytes, sha256 } = file;
  if (!now) return [`“${name}” is missing; copy the release again.`];
  if (now.bytes !== bytes)
    return [`“${name}” has ${now.bytes} bytes instead of ${bytes}; copy the release again.`];
  if (now.sha256 !== sha256)
    return [`“${name}” has other contents than when it was written; copy the release again.`];
  return [];
}

/** A manifest that a person has changed may put a case in two parts. */
function splitProblems({ reports, assignment, options }: Manifest): string[] {
  const parts = new Set(options.parts.map(({ name }) => name));
  const problems = new Set<string>();
  for (const report of reports) {
    const part = Object.hasOwn(assignment, report.case) ? assignment[report.case] : undefined;
    if (part !== report.part)
      problems.add(
        `The case “${report.case}” is in the part “${part ?? "none"}”, but its report “${report.name}” is in “${report.part}”.`,
      );
    if (!parts.has(report.part))
      problems.add(`The report “${report.name}” is in “${report.part}”, which is no part.`);
  }
  return [...problems];
}

function partsWithoutFiles(
  { reports }: Manifest,
  listed: ReadonlyMap<string, ReleaseFile>,
): string[] {
  const filled = [...new Set(reports.map(({ part }) => part))].sort();
  return filled
    .filter((part) => !listed.has(recordsFile(part)))
    .map((part) => `The part “${part}” has reports but no file “${recordsFile(part)}”.`);
}
