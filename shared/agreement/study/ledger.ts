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
  /** @param cell of `cellOf`. */
  count(cell: number, column: number, amount: number): void;
  /** Writes down what was counted since the last report. */
  endReport(report: number): void;
  readonly entries: Entries;
}

/** A cell is one small number, since millions of counts look for theirs. */
const labels = 2 ** 14;
const sections = 2 ** 5;

/**
 * What a number is counted of, within a report, as one number. What is not told apart is 0.
 * @param group a pair of annotators, or something else that is never added up with another.
 */
export function cellOf(group: number, label: number, section: number): number {
  if (label >= labels || section >= sections)
    throw new RangeError(`too many to count: label ${label}, section ${section}`);
  return (group * labels + label) * sections + section;
}

/** The same cell of another group, from the cell of group 0. */
export const cellOfGroup = (cell: number, group: number): number =>
  group * labels * sections + cell;

export const labelOfCell = (cell: number): number => Math.floor(cell / sections) % labels;
export const sectionOfCell = (cell: number): number => cell % sections;

interface Slot {
  cell: number;
  /** By column; undefined where nothing was counted since the last report. */
  amounts: (number | undefined)[];
}

export function createLedger(): Ledger {
  const slots = new Map<number, Slot>();
  let last: Slot = { cell: -1, amounts: [] };
  // What was counted since the last report, in the order in which it first was.
  const counted: { slot: Slot; column: number }[] = [];
  const entries: Entries = {
    ...{ report: [], group: [], label: [], section: [], column: [], amount: [] },
  };
  const slotOf = (cell: number): Slot => {
    const there = slots.get(cell);
    if (there) return there;
    const made: Slot = { cell, amounts: [] };
    slots.set(cell, made);
    return made;
  };
  return {
    entries,
    count(cell, column, amount) {
      if (last.cell !== cell) last = slotOf(cell);
      const before = last.amounts[column];
      if (before === undefined) counted.push({ slot: last, column });
      last.amounts[column] = (before ?? 0) + amount;
    },
    endReport(report) {
      for (const { slot, column } of counted) {
        const { cell, amounts } = slot;
        entries.report.push(report);
        entries.column.push(column);
        entries.section.push(sectionOfCell(cell));
        entries.label.push(labelOfCell(cell));
        entries.group.push(Math.floor(cell / (sections * labels)));
        entries.amount.push(amounts[column] ?? 0);
        amounts[column] = undefined;
      }
      counted.length = 0;
    },
  };
}
