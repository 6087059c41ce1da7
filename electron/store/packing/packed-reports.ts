import type { PackedVersion } from "../../../shared/packages/packed.ts";
import type { ReadDb } from "../database.ts";
import { type Lines, readVersions } from "../versions/read-versions.ts";

/** What goes into a package. */
export interface PackWish {
  reports: readonly string[];
  /** Whose layers; null: everybody's. */
  annotators: readonly string[] | null;
  /** Whether the files that the reports came from go in too. */
  originals: boolean;
}

/** The versions of all that is on a report, of what is there in its order here. */
export function packVersions(
  db: ReadDb,
  lines: Lines,
  report: string,
  annotators: readonly string[] | null,
): PackedVersion[] {
  const found = [...readVersions(db, lines, report, annotators).values()];
  return found.flatMap(({ versions }) =>
    [...versions.values()].map((version) => ({ report, ...version })),
  );
}
