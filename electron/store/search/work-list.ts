import type { Neighbours } from "../../../shared/contract/reports.ts";
import type { Input } from "../../../shared/contract.ts";
import { wordsOf } from "../../../shared/search/words.ts";
import type { ReadDb } from "../database.ts";
import { hitsOfReport, openCandidate } from "./find.ts";
import { type Looked, lookFor } from "./looked.ts";

/**
 * What stands around a report in the list that a query makes, as `findNeighbours` answers it. Only
 * the reports up to those are looked into, so that it is quick for queries that must read the texts.
 */
export function neighboursInList(
  db: ReadDb,
  me: string,
  { query, search, status, report }: Input<"report.neighbours">,
): Neighbours {
  const looked = lookFor(db, me, narrowed(query, search));
  const number = numberOf(db, report);
  const before = looked.numbers.filter((other) => other < number);
  const after = looked.numbers.filter((other) => other > number);
  const find = (numbers: readonly number[], wanted: readonly string[]) =>
    firstIn(db, me, looked, numbers, wanted);
  const shown = status === "any" ? [] : [status];
  return {
    previous: find(before.toReversed(), shown),
    next: find(after, shown),
    nextOpen: find(after, unfinished) ?? find(before, unfinished),
  };
}

const unfinished = ["new", "open"];

/** The first report that the query holds of and whose status is one of these; none: any. */
function firstIn(
  db: ReadDb,
  me: string,
  looked: Looked,
  numbers: readonly number[],
  statuses: readonly string[],
): string | null {
  for (const number of numbers) {
    const report = openCandidate(db, me, number);
    if (!report || (statuses.length > 0 && !statuses.includes(report.status))) continue;
    if (looked.isExact || hitsOfReport(db, looked, report)) return report.id;
  }
  return null;
}

function numberOf(db: ReadDb, report: string): number {
  const row = db
    .prepare<[string], { number: number }>("SELECT number FROM report WHERE id = ?")
    .get(report);
  return row?.number ?? 0;
}

/** The query with what the library is narrowed to besides; of its words the last may be unfinished. */
function narrowed(query: string, search: string): string {
  const words = wordsOf(search).map((word, at, all) =>
    at === all.length - 1 ? `text:${word}*` : `text:${word}`,
  );
  return [`(${query})`, ...words].join(" ");
}
