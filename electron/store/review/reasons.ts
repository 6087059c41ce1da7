import type { ReasonCount } from "../../../shared/contract/review.ts";
import type { ReadDb } from "../database.ts";

/** The reasons that were given for decisions of the project, the most used first. */
export function listReasons(db: ReadDb): ReasonCount[] {
  return db
    .prepare<[], ReasonCount>(
      `SELECT reason, count(*) AS count FROM decision WHERE reason <> ''
       GROUP BY reason ORDER BY count DESC, reason`,
    )
    .all();
}
