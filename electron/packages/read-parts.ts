import { readFileSync, statSync } from "node:fs";
import type { PackageManifest } from "../../shared/packages/manifest.ts";
import { PackedReport, PackedScheme, PackedVersion } from "../../shared/packages/packed.ts";
import { checkScheme } from "../../shared/scheme/check-scheme.ts";
import { sha256 } from "../sha256.ts";
import { damagedPackage } from "../store/merging/source.ts";
import { linesOf } from "./lines-of.ts";
import { parts } from "./members.ts";
import { parseJson } from "./parse-json.ts";

/** @throws AppError "bad-file" */
export function readSchemeFrom(
  place: string,
  file: string,
  { scheme: { sha256: said } }: PackageManifest,
): PackedScheme {
  if (statSync(place).size > longestLine)
    throw damagedPackage(file, "its scheme is longer than any");
  const given = parseJson(readFileSync(place, "utf8"));
  const packed = PackedScheme.safeParse(given);
  if (!packed.success || checkScheme(packed.data.scheme).length > 0)
    throw damagedPackage(file, "its scheme is not one of Casemark's");
  // As it was written, since it is known by the SHA-256 of that; the schema has just read it.
  const { scheme } = given as PackedScheme;
  if (sha256(JSON.stringify(scheme)) !== said)
    throw damagedPackage(file, "its scheme is not the one that was packed");
  return { ...packed.data, scheme };
}

/** Report after report with its versions. @throws AppError "bad-file" */
export function* packedReportsIn(
  reports: string,
  history: string,
  file: string,
  manifest: PackageManifest,
): Generator<{ report: PackedReport; versions: PackedVersion[] }, void> {
  const versions = versionsIn(history, file);
  let next = versions.next();
  let at = 0;
  for (const line of linesIn(reports, file, parts.reports)) {
    const report = reportOf(line, file, manifest.reports[at++]);
    const own: PackedVersion[] = [];
    for (; !next.done && next.value.report === report.id; next = versions.next())
      own.push(next.value);
    yield { report, versions: own };
  }
  if (!next.done || at !== manifest.reports.length)
    throw damagedPackage(file, "its reports are not those that its manifest names");
}

function reportOf(
  line: string,
  file: string,
  named: PackageManifest["reports"][number] | undefined,
): PackedReport {
  const report = PackedReport.safeParse(parseJson(line));
  if (!report.success) throw badLine(file, parts.reports);
  const { id, revisions, current } = report.data;
  if (id !== named?.id || revisions[current - 1]?.sha256 !== named.text)
    throw damagedPackage(file, "its reports are not those that its manifest names");
  return report.data;
}

function* versionsIn(place: string, file: string): Generator<PackedVersion, void> {
  for (const line of linesIn(place, file, parts.history)) {
    const version = PackedVersion.safeParse(parseJson(line));
    if (!version.success) throw badLine(file, parts.history);
    yield version.data;
  }
}

/** A report with all its texts, or the longest note, is far from it. */
const longestLine = 2 ** 28;

function* linesIn(place: string, file: string, part: string): Generator<string, void> {
  try {
    yield* linesOf(place, longestLine);
  } catch (error) {
    throw error instanceof RangeError ? badLine(file, part) : error;
  }
}

function badLine(file: string, part: string) {
  return damagedPackage(file, `a line of ${part} is not as Casemark writes it`);
}
