/** What a number is counted of, within a report. What is not told apart is 0. */
export interface Cell {
  /** A pair of annotators, or something else that is never added up with another. */
  group: number;
  label: number;
  section: number;
}

/** Numbers of a study by report, cell and column, all of which add up. Reports come in order. */
export interface Entries {
  report: number[];
  group: number[];
  label: number[];
  section: number[];
  column: number[];
  amount: number[];
}

export interface Ledger {
  count(cell: Cell, column: number, amount: number): void;
  /** Writes down what was counted since the last report. */
  endReport(report: number): void;
  readonly entries: Entries;
}

/** Whole numbers below 2⁵³ hold a cell and a column: so many bits for each but the group. */
const labels = 2 ** 14;
const sections = 2 ** 5;
const columns = 2 ** 22;

export function createLedger(): Ledger {
  const sums = new Map<number, number>();
  const entries: Entries = {
    ...{ report: [], group: [], label: [], section: [], column: [], amount: [] },
  };
  return {
    entries,
    count({ group, label, section }, column, amount) {
      if (label >= labels || section >= sections || column >= columns)
        throw new RangeError(
          `too many to count: label ${label}, section ${section}, column ${column}`,
        );
      const key = ((group * labels + label) * sections + section) * columns + column;
      sums.set(key, (sums.get(key) ?? 0) + amount);
    },
    endReport(report) {
      for (const [key, amount] of sums) {
        const cell = Math.floor(key / columns);
        entries.report.push(report);
        entries.column.push(key % columns);
        entries.section.push(cell % sections);
        entries.label.push(Math.floor(cell / sections) % labels);
        entries.group.push(Math.floor(cell / (sections * labels)));
        entries.amount.push(amount);
      }
      sums.clear();
    },
  };
}
