import type { ReadDb } from "../database.ts";
import { annotatorsAsTheyCame } from "./layer-states.ts";

interface Known {
  annotators: ReadonlySet<string>;
  /** The last step of the history that was looked at. */
  step: number;
}

const known = new WeakMap<ReadDb, Known>();

/**
 * Whose work only came in files, so that it is compared as it is. Asking all layers takes long in a large
 * project, and what a reviewer decides changes nothing of it: it is asked anew after other steps alone.
 */
export function comparedAsTheyCame(db: ReadDb): ReadonlySet<string> {
  const before = known.get(db);
  const { last, others } = stepsSince(db, before?.step ?? 0);
  const annotators = before && others === 0 ? before.annotators : annotatorsAsTheyCame(db);
  known.set(db, { annotators, step: last });
  return annotators;
}

function stepsSince(db: ReadDb, step: number): { last: number; others: number } {
  const row = db
    .prepare<[number], { last: number; others: number }>(
      `SELECT coalesce(max(id), 0) AS last, total(operation NOT LIKE 'review.%') AS others
       FROM history WHERE id > ?`,
    )
    .get(step);
  return { last: Math.max(step, row?.last ?? 0), others: row?.others ?? 0 };
}
