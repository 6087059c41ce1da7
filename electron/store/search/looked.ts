import { parseQuery } from "../../../shared/search/parse.ts";
import { hitsOf } from "../../../shared/search/query.ts";
import type { ReadDb } from "../database.ts";
import { candidatesStatement, isExact } from "./candidates.ts";
import type { ScopedGroup } from "./hits.ts";
import { scopeOf, teachWords } from "./names.ts";

interface LookedGroup extends ScopedGroup {
  /** Its own reports among those of several groups; null where it is the only one. */
  own: ReadonlySet<number> | null;
}

/** A query, and the reports that it may be found in. */
export interface Looked {
  groups: readonly LookedGroup[];
  /** Of reports, in order. */
  numbers: readonly number[];
  /** Whether each of them has a hit. */
  isExact: boolean;
  /** No group speaks of places in a report. */
  areReports: boolean;
  /** Those with a hit, once somebody had to know. */
  checked?: readonly number[];
}

interface Remembered {
  key: string;
  looked: Looked;
}

const remembered = new WeakMap<ReadDb, Remembered>();

/** Looks a query up in the indexes. The last one is kept until the project changes: pages follow each other. */
export function lookFor(db: ReadDb, me: string, query: string): Looked {
  const key = JSON.stringify([query, me, changesOf(db)]);
  const last = remembered.get(db);
  if (last?.key === key) return last.looked;
  const looked = lookUp(db, me, query);
  remembered.set(db, { key, looked });
  return looked;
}

/** Every row that this connection has written counts, and every time that another has. */
function changesOf(db: ReadDb): string {
  const row = db.prepare<[], { own: number }>("SELECT total_changes() AS own").get();
  return `${row?.own} ${db.pragma("data_version", { simple: true })}`;
}

function lookUp(db: ReadDb, me: string, query: string): Looked {
  teachWords(db);
  const groups = parseQuery(query).groups.map((group) => ({
    group,
    scope: scopeOf(db, group, me),
  }));
  const found = groups.map(({ group, scope }) => {
    const { sql, values } = candidatesStatement(db, group, scope);
    return db
      .prepare<unknown[], { number: number }>(sql)
      .all(values)
      .map(({ number }) => number);
  });
  return {
    groups: groups.map((group, at) => ({
      ...group,
      own: found.length === 1 ? null : new Set(found[at]),
    })),
    numbers: found.length === 1 ? (found[0] ?? []) : merged(found),
    isExact: groups.every(({ group }) => isExact(group)),
    areReports: groups.every(({ group }) => hitsOf(group) === "reports"),
  };
}

function merged(lists: readonly (readonly number[])[]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
