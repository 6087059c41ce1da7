import type { Gathered, LedgerName } from "./gathered.ts";
import type { Entries } from "./ledger.ts";
import { emptyTally, type Tally, talliesBy } from "./tally.ts";

/** What part of the reports a coefficient is of. */
export type Within =
  | { of: "all" }
  | { of: "label" | "section"; number: number }
  /** A pair's number. */
  | { of: "pair"; number: number };

/** The ledgers sorted by what is told apart, each once and when it is first asked for. */
export interface Index {
  gathered: Gathered;
  /** What was counted of one group, and of one label or section where that is told apart. */
  tally(ledger: LedgerName, group: number, within: Within): Tally;
}

export function indexOf(gathered: Gathered): Index {
  const known = new Map<string, Map<number, Tally>>();
  return {
    gathered,
    tally(ledger, group, { of, ...rest }) {
      const axis = of === "pair" ? "all" : of;
      const name = `${ledger} ${axis}`;
      const tallies = known.get(name) ?? talliesBy(gathered.ledgers[ledger].entries, keys[axis]);
      known.set(name, tallies);
      const number = axis !== "all" && "number" in rest ? rest.number : 0;
      return tallies.get(keyOf(group, number)) ?? emptyTally();
    },
  };
}

const widest = 2 ** 14;
const keyOf = (group: number, number: number) => group * widest + number;

const keys = {
  all: (at: number, { group }: Entries) => keyOf(group[at] ?? 0, 0),
  label: (at: number, { group, label }: Entries) => keyOf(group[at] ?? 0, label[at] ?? 0),
  section: (at: number, { group, section }: Entries) => keyOf(group[at] ?? 0, section[at] ?? 0),
};

/** The pairs that a coefficient is of: those with reports in common, or the one that is asked for. */
export function pairsWithin({ gathered }: Index, within: Within): number[] {
  return gathered.pairs.flatMap(([a, b], number) => {
    if (within.of === "pair" && within.number !== number) return [];
    const isCommon = gathered.reports.some(({ isFinished }) => isFinished[a] && isFinished[b]);
    return isCommon ? [number] : [];
  });
}
