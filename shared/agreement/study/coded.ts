import type { CodedItem, Coding, CodingMeasure } from "../coefficient.ts";
import { countedPart, type Part } from "./part.ts";
import { emptyTally, type Tally, tallyUp } from "./tally.ts";

/** Items of a coding study as patterns: who gave which category. A tally counts them by their numbers. */
export interface CodedItems {
  coding: Coding;
  /** By number; null for one that this study leaves out. */
  patterns: readonly (CodedItem | null)[];
}

/**
 * A coding measure of tallied patterns. Each pattern's share of the sums is asked for once; then reports are
 * added up without a look at the measure.
 */
export function codedPart(measure: CodingMeasure, items: CodedItems, tally: Tally): Part {
  const { coding } = items;
  const size = measure.size(coding);
  const sums = sumsOfRows(items, sharesOf(measure, items, size), tally, size);
  return countedPart(sums, size, (total) => measure.value(total, coding));
}

interface Share {
  columns: number[];
  amounts: number[];
}

function sharesOf(measure: CodingMeasure, { coding, patterns }: CodedItems, size: number): Share[] {
  const sums = new Float64Array(size);
  return patterns.map((pattern) => {
    const share: Share = { columns: [], amounts: [] };
    if (pattern === null) return share;
    sums.fill(0);
    measure.add(sums, pattern, coding);
    for (const [column, amount] of sums.entries()) {
      if (amount === 0) continue;
      share.columns.push(column);
      share.amounts.push(amount);
    }
    return share;
  });
}

/** The tally of patterns as one of the measure's sums. */
function sumsOfRows(
  { patterns }: CodedItems,
  shares: readonly Share[],
  tally: Tally,
  size: number,
): Tally {
  const made = emptyTally();
  const sums = new Float64Array(size);
  for (const [row, report] of tally.report.entries()) {
    const touched = new Set<number>();
    const end = tally.start[row + 1] ?? tally.column.length;
    for (let at = tally.start[row] ?? 0; at < end; at += 1) {
      const pattern = tally.column[at] ?? 0;
      // A report whose items add nothing has a row all the same, so that it has its own reason.
      if (patterns[pattern]) touched.add(0);
      addShare(shares[pattern], tally.amount[at] ?? 0, sums, touched);
    }
    for (const column of touched) {
      tallyUp(made, report, column, sums[column] ?? 0);
      sums[column] = 0;
    }
  }
  return made;
}

function addShare(
  share: Share | undefined,
  times: number,
  sums: Float64Array,
  touched: Set<number>,
): void {
  if (share === undefined) return;
  const { columns, amounts } = share;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    sums[column] = (sums[column] ?? 0) + times * (amounts[at] ?? 0);
    touched.add(column);
  }
}
