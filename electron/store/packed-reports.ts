import type { PackedReport, PackedVersion } from "../../shared/packages/packed.ts";
import type { ReadDb } from "./database.ts";
import { packReport } from "./packing.ts";
import { type Lines, readVersions } from "./versions/read-versions.ts";

/** What goes into a package. */
export interface PackWish {
  reports: readonly string[];
  /** Whose layers; null: everybody's. */
  annotators: readonly string[] | null;
  /** Whether the files that the reports came from go in too. */
  originals: boolean;
}

/** Report after report with the versions of all that is on it, those that are there in their order here. */
export function* packedReports(
  db: ReadDb,
  lines: Lines,
  { reports, annotators, originals }: PackWish,
): Generator<{ report: PackedReport; versions: PackedVersion[] }, void> {
  for (const id of reports) {
    const found = [...readVersions(db, lines, id, annotators).values()];
    const versions = found.flatMap(({ versions: all }) =>
      [...all.values()].map((version) => ({ report: id, ...version })),
    );
    yield { report: packReport(db, id, annotators, originals), versions };
  }
}
