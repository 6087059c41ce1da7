import { readChecksums } from "./checksums.ts";
import type { ReleaseFile } from "./facts.ts";
import { recordsFile, releaseFiles } from "./layout.ts";
import type { Manifest } from "./manifest.ts";

/** Something in a release's folder that is no file with anything in it. */
export interface OddEntry {
  name: string;
  is: "empty" | "no file";
}

/** A release's folder as it is now. */
interface FoundRelease {
  files: readonly ReleaseFile[];
  odd: readonly OddEntry[];
  /** What stands in its file of checksums; null where there is none. */
  checksums: string | null;
}

/** What is wrong with a release's folder, in sentences; nothing when it is as it was written. */
export function releaseProblems(
  manifest: Manifest,
  { files: found, odd, checksums }: FoundRelease,
): string[] {
  const now = new Map(found.map((file) => [file.name, file]));
  const listed = new Map(manifest.files.map((file) => [file.name, file]));
  const described = new Set([...listed.keys(), ...describing]);
  return [
    ...manifest.files.flatMap((file) => fileProblem(file, now.get(file.name))),
    ...found
      .filter(({ name }) => !described.has(name))
      .map(({ name }) => `“${name}” does not belong to the release; take it out of the folder.`),
    ...odd.map(oddProblem),
    ...(isBeforeChecksums(listed) ? [] : checksumProblems(listed, now, checksums)),
    ...splitProblems(manifest),
    ...partsWithoutFiles(manifest, listed),
  ];
}

function fileProblem(file: ReleaseFile, now: ReleaseFile | undefined): string[] {
  const { name, bytes, sha256 } = file;
  if (!now) return [missing(name)];
  if (now.bytes !== bytes)
    return [`“${name}” has ${now.bytes} bytes instead of ${bytes}; copy the release again.`];
  return now.sha256 === sha256 ? [] : [changed(name)];
}

const missing = (name: string) => `“${name}” is missing; copy the release again.`;
const changed = (name: string) =>
  `“${name}” has other contents than when it was written; copy the release again.`;

/** Files that hold the manifest's hash, and itself. */
const describing = [releaseFiles.manifest, releaseFiles.croissant, releaseFiles.checksums];

function oddProblem({ name, is }: OddEntry): string {
  return is === "empty"
    ? `“${name}” is an empty folder, which no release has; take it out of the folder.`
    : `“${name}” is a link or the like instead of a file; take it out, or copy the release again.`;
}

/** Once the metadata were written before the manifest, whose own hash stood nowhere. */
const isBeforeChecksums = (listed: ReadonlyMap<string, ReleaseFile>) =>
  listed.has(releaseFiles.croissant);

/** Whether the checksums are those of the manifest, which has the others' too, and of the metadata. */
function checksumProblems(
  listed: ReadonlyMap<string, ReleaseFile>,
  now: ReadonlyMap<string, ReleaseFile>,
  checksums: string | null,
): string[] {
  if (checksums === null) return [missing(releaseFiles.checksums)];
  const sums = readChecksums(checksums);
  const names = [releaseFiles.manifest, releaseFiles.croissant];
  const problems = names.flatMap((name) => {
    const file = now.get(name);
    if (file === undefined) return [missing(name)];
    return sums.get(name) === file.sha256 ? [] : [changed(name)];
  });
  const isOther = [...listed.values()].some(({ name, sha256 }) => sums.get(name) !== sha256);
  const isWhole = !isOther && sums.size === listed.size + names.length;
  return isWhole || problems.length > 0 ? problems : [changed(releaseFiles.checksums)];
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
