import { cellsOf, type Version } from "./version.ts";

/** Some versions of one thing by their identifiers. */
export type Versions = ReadonlyMap<string, Version>;

/**
 * The versions that no other was made of, the greatest by `isGreater` first. One that only followed a
 * change of the text or the scheme gives way to what somebody made of the same thing elsewhere, since
 * that follows such changes too wherever it is shown.
 */
export function headsOf(versions: Versions): Version[] {
  const older = new Set<string>();
  for (const { parents } of versions.values()) for (const id of parents) older.add(id);
  const newest = [...versions.values()].filter(({ id }) => !older.has(id));
  if (newest.length < 2) return newest;
  return withoutFollowers(versions, newest).sort((a, b) => (isGreater(a, b) ? -1 : 1));
}

/** What is there wins over what is gone, then what is later, then, to be decided at all, what it says. */
function isGreater(a: Version, b: Version): boolean {
  if ((a.row === null) !== (b.row === null)) return b.row === null;
  if (a.at !== b.at) return a.at > b.at;
  const [one, other] = [cellsOf(a), cellsOf(b)];
  return one === other ? a.id > b.id : one > other;
}

function withoutFollowers(versions: Versions, heads: readonly Version[]): Version[] {
  const made = heads.filter(({ follows }) => !follows);
  const known = new Set(made.flatMap((head) => [...ancestorsOf(versions, head)]));
  return heads.filter((head) => {
    if (!head.follows) return true;
    const followed = followedBy(versions, head);
    return followed.length === 0 || !followed.every(({ id }) => known.has(id));
  });
}

/** The last versions before it that somebody made. */
function followedBy(versions: Versions, version: Version): Version[] {
  if (!version.follows) return [version];
  return parentsOf(versions, version).flatMap((parent) => followedBy(versions, parent));
}

function parentsOf(versions: Versions, { parents }: Version): Version[] {
  return parents.flatMap((id) => versions.get(id) ?? []);
}

/** A version's identifier and those of all that it was made of. */
export function ancestorsOf(versions: Versions, version: Version): Set<string> {
  const found = new Set([version.id]);
  const waiting = [version];
  for (let one = waiting.pop(); one; one = waiting.pop())
    for (const parent of parentsOf(versions, one)) {
      if (found.has(parent.id)) continue;
      found.add(parent.id);
      waiting.push(parent);
    }
  return found;
}
