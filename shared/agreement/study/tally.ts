import { getOrMake } from "../../get-or-make.ts";
import type { Entries } from "./ledger.ts";

/** Numbers that add up, by report: a row for each report that has any, in their order. */
export interface Tally {
  /** Of each row. */
  report: number[];
  /** Where each row begins among columns and amounts. */
  start: number[];
  column: number[];
  amount: number[];
}

export const emptyTally = (): Tally => ({ report: [], start: [], column: [], amount: [] });

/** Writes a number into a report's row; reports come in order. */
export function tallyUp(tally: Tally, report: number, column: number, amount: number): void {
  if (tally.report.at(-1) !== report) {
    tally.report.push(report);
    tally.start.push(tally.column.length);
  }
  tally.column.push(column);
  tally.amount.push(amount);
}

/** The entries as tallies by a key; those without one are passed over. */
export function talliesBy<Key>(
  entries: Entries,
  keyOf: (at: number, entries: Entries) => Key | null,
): Map<Key, Tally> {
  const tallies = new Map<Key, Tally>();
  for (let at = 0; at < entries.report.length; at += 1) {
    const key = keyOf(at, entries);
    if (key === null) continue;
    const tally = getOrMake(tallies, key, emptyTally);
    tallyUp(tally, entries.report[at] ?? 0, entries.column[at] ?? 0, entries.amount[at] ?? 0);
  }
  return tallies;
}

/** Adds up all rows, each as often as its report is drawn; once each without weights. */
export function addUp(
  { report, start, column, amount }: Tally,
  sums: Float64Array,
  weights: ArrayLike<number> | null,
): void {
  for (let row = 0; row < report.length; row += 1) {
    const weight = weights === null ? 1 : (weights[report[row] ?? 0] ?? 0);
    if (weight === 0) continue;
    const end = start[row + 1] ?? column.length;
    for (let at = start[row] ?? 0; at < end; at += 1) {
      const place = column[at] ?? 0;
      sums[place] = (sums[place] ?? 0) + weight * (amount[at] ?? 0);
    }
  }
}

/** Adds up one row. */
export function addRow({ start, column, amount }: Tally, sums: Float64Array, row: number): void {
  const end = start[row + 1] ?? column.length;
  for (let at = start[row] ?? 0; at < end; at += 1) {
    const place = column[at] ?? 0;
    sums[place] = (sums[place] ?? 0) + (amount[at] ?? 0);
  }
}
