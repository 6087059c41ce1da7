import { AppError } from "../../../shared/errors.ts";
import { onOneLine } from "../../../shared/extract/source.ts";
import type { PackageManifest } from "../../../shared/packages/manifest.ts";
import type { PackedReport, PackedScheme, PackedVersion } from "../../../shared/packages/packed.ts";

/** A package that was unpacked and whose checksums are right. */
export interface PackageSource {
  /** The file's name, for people. */
  file: string;
  manifest: PackageManifest;
  scheme: PackedScheme;
  /** One report after the other, each with the versions of all that is on it. */
  reports(): Iterable<{ report: PackedReport; versions: PackedVersion[] }>;
  /** The deflated bytes (RFC 1951) of a report's file, and of what a reader made of it; null for none. */
  original(report: PackedReport): Uint8Array | null;
  extracted(report: PackedReport): Uint8Array | null;
}

/** A package that says something that cannot be. */
export function damagedPackage(file: string, what: string): AppError {
  return new AppError(
    "bad-file",
    `"${file}" is damaged (${onOneLine(what)}); nothing of it was taken in, ask for the package again.`,
  );
}
