import { z } from "zod";

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Tables whose rows have versions that travel between projects. */
export const versionTables = [
  "layer",
  "entity",
  "span",
  "relation",
  "event",
  "grouping",
  "decision",
] as const;
export type VersionTable = (typeof versionTables)[number];

const Cell = z.union([z.string(), z.number(), z.null()]);
/** A row of one of the tables; null where the thing was removed. */
export const VersionRow = z.record(z.string(), Cell);
export type VersionRow = z.output<typeof VersionRow>;

/**
 * How one thing was after one change of it. Versions of a thing form a graph, as commits do in git:
 * each names those it was made of, and its identifier is the SHA-256 of all that it says, so that the
 * same version has the same identifier wherever it comes to.
 */
export const Version = z.strictObject({
  id: Sha256,
  table: z.enum(versionTables),
  /** The identifier of the row; unique over all tables. */
  target: z.string().min(1),
  /** Whose layer it is in. */
  annotator: z.string().min(1),
  parents: z.array(Sha256),
  row: VersionRow.nullable(),
  /** The SHA-256 of the text that places in the row count in, and of the scheme whose names it has. */
  text: Sha256,
  scheme: Sha256,
  /** Who made it, and when (ISO 8601, UTC; empty for what came with an import). */
  by: z.string(),
  at: z.string(),
  /** The step in the project that it was made in; 0 for what came with an import. */
  step: z.int().nonnegative(),
  /** It only followed a change of the text or the scheme; nobody changed the thing itself. */
  follows: z.boolean(),
});
export type Version = z.output<typeof Version>;

/** A row as a text that is the same for the same cells, in whatever order; empty for none. */
export function cellsOf({ row }: Pick<Version, "row">): string {
  return row === null ? "" : JSON.stringify(Object.entries(row).sort(byName));
}

const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

/** All that makes a version the one it is, as a text to take the SHA-256 of. */
export function wordsOfVersion(version: Omit<Version, "id">): string {
  const { table, target, annotator, parents, text, scheme, by, at, step, follows } = version;
  const cells = cellsOf(version);
  const made = [by, at, step, follows];
  return JSON.stringify([table, target, annotator, parents.toSorted(), cells, text, scheme, made]);
}
