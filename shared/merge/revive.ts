import type { Versions } from "./heads.ts";
import type { Outcome } from "./outcome.ts";
import { referencesOf } from "./references.ts";
import type { Version, VersionRow, VersionTable } from "./version.ts";

/** One thing with all that is known of it. */
export interface Known {
  versions: Versions;
  outcome: Outcome;
}

/** Something that is there, and what it says. */
export interface Standing {
  table: VersionTable;
  row: VersionRow;
}

/**
 * What was removed in one place and is referred to by something that is there from another: it has to
 * come back, as it was last. Answers these versions, and references to what nobody knows.
 * @param standing what is there besides
 */
export function revivals(
  known: ReadonlyMap<string, Known>,
  standing: ReadonlyMap<string, Standing>,
): { back: Map<string, Version>; unknown: string[] } {
  const back = new Map<string, Version>();
  const unknown: string[] = [];
  const waiting = [...standing.values(), ...[...known.values()].flatMap(shownOf)];
  const isThere = (id: string) =>
    back.has(id) || (known.has(id) ? known.get(id)?.outcome.shown.row !== null : standing.has(id));
  for (let one = waiting.pop(); one; one = waiting.pop())
    for (const id of referencesOf(one.table, one.row)) {
      if (isThere(id)) continue;
      const last = lastOf(known.get(id)?.versions);
      if (last) {
        back.set(id, last);
        waiting.push(...standingAs(last));
      } else unknown.push(id);
    }
  return { back, unknown };
}

const shownOf = ({ outcome }: Known) => standingAs(outcome.shown);

function standingAs({ table, row }: Version): Standing[] {
  return row === null ? [] : [{ table, row }];
}

/** The latest version in which it was there. */
function lastOf(versions: Versions = new Map()): Version | null {
  let last: Version | null = null;
  for (const one of versions.values())
    if (one.row !== null && (last === null || isLater(one, last))) last = one;
  return last;
}

const isLater = (a: Version, b: Version) => (a.at === b.at ? a.id > b.id : a.at > b.at);
