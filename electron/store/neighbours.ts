import type { Neighbours } from "../../shared/contract/reports.ts";
import type { Input } from "../../shared/contract.ts";
import type { ReadDb } from "./database.ts";
import { filterOf, matching } from "./reports.ts";

const here = "(SELECT number FROM report WHERE id = @report)";
const unfinished = "AND coalesce(mine.status, 'new') IN ('new', 'open')";

/**
 * What stands around a report among those that fit the filter, in the order they came. The next open
 * one may have any status that is not finished, and is looked for from the start when none follows.
 */
export function findNeighbours(
  db: ReadDb,
  annotator: string,
  { report, search, status }: Omit<Input<"report.neighbours">, "query">,
): Neighbours {
  const find = (wanted: string, condition: string) =>
    db
      .prepare<unknown[], { id: string }>(`SELECT report.id ${matching} AND ${condition} LIMIT 1`)
      .get({ ...filterOf(annotator, search, wanted), report })?.id ?? null;
  const before = `report.number < ${here}`;
  const after = `report.number > ${here}`;
  return {
    previous: find(status, `${before} ORDER BY report.number DESC`),
    next: find(status, `${after} ORDER BY report.number`),
    nextOpen:
      find("any", `${after} ${unfinished} ORDER BY report.number`) ??
      find("any", `${before} ${unfinished} ORDER BY report.number`),
  };
}
