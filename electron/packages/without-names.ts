import { wordsOfVersion } from "../../shared/merge/version.ts";
import type { PackedVersion } from "../../shared/packages/packed.ts";
import { sha256 } from "../sha256.ts";

/** Stands for whoever is not to be named. */
const somebody = "another annotator";

/**
 * Versions of one report without the names of those whose layers are not among them: decisions say whose version
 * was taken, and what everybody had said. Who gets feedback learns what was decided, and not against whom. They
 * have other identifiers than the decisions that they were made of, always the same ones.
 * @param kept whose names may be said.
 */
export function withoutNames(
  versions: readonly PackedVersion[],
  kept: readonly string[],
): PackedVersion[] {
  const byId = new Map(versions.map((version) => [version.id, version]));
  const made = new Map<string, PackedVersion>();
  const make = (version: PackedVersion): PackedVersion => {
    const known = made.get(version.id);
    if (known) return known;
    const parents = version.parents.map((id) => {
      const parent = byId.get(id);
      return parent ? make(parent).id : id;
    });
    const { id: _, report, ...rest } = version;
    const row = version.row && decisionWithout(version.row, kept);
    const redacted = { ...rest, parents, row };
    const own = { id: sha256(wordsOfVersion(redacted)), report, ...redacted };
    made.set(version.id, own);
    return own;
  };
  return versions.map((version) => (version.table === "decision" ? make(version) : version));
}

type Row = NonNullable<PackedVersion["row"]>;

function decisionWithout(row: Row, kept: readonly string[]): Row {
  // The store wrote both, of the shapes that shared/review/decision.ts says.
  const choice: { annotator?: string } = JSON.parse(String(row.choice));
  const members: { annotator: string }[] = JSON.parse(String(row.members));
  const isNamed = choice.annotator !== undefined && !kept.includes(choice.annotator);
  return {
    ...row,
    choice: JSON.stringify(isNamed ? { ...choice, annotator: somebody } : choice),
    members: JSON.stringify(members.filter(({ annotator }) => kept.includes(annotator))),
  };
}
