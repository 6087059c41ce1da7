import type { ReportPage, ReportRow } from "../../shared/contract.ts";

export interface Neighbours {
  previous: string | null;
  next: string | null;
  /** The next report that is not done, from the start of the list when none follows. */
  nextOpen: string | null;
}

/** Finds what stands around a report in the library's order, reading the list page by page. */
export async function findNeighbours(
  report: string,
  readPage: (after: string | null) => Promise<ReportPage>,
): Promise<Neighbours> {
  const rows: ReportRow[] = [];
  let after: string | null = null;
  do {
    const page: ReportPage = await readPage(after);
    rows.push(...page.rows);
    after = page.next;
  } while (after !== null && !hasAllNeighbours(rows, report));
  return neighboursIn(rows, report);
}

function neighboursIn(rows: readonly ReportRow[], report: string): Neighbours {
  const at = rows.findIndex(({ id }) => id === report);
  const onward = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))];
  return {
    previous: rows[at - 1]?.id ?? null,
    next: rows[at + 1]?.id ?? null,
    nextOpen: onward.find(isUnfinished)?.id ?? null,
  };
}

function hasAllNeighbours(rows: readonly ReportRow[], report: string): boolean {
  const at = rows.findIndex(({ id }) => id === report);
  return at >= 0 && rows.slice(at + 1).some(isUnfinished);
}

function isUnfinished({ status }: ReportRow): boolean {
  return status === "new" || status === "open";
}
