import type { ReviewRow } from "../contract/review.ts";
import { compareTexts } from "../dataset/order.ts";
import { getOrMake } from "../get-or-make.ts";
import type { Choice } from "../review/decision.ts";

/** Decisions by who made them and what they chose, and by the reason given; the first of them in full. */
export interface DecisionTally {
  by: { annotator: string; choice: Choice["do"]; count: number }[];
  reasons: { reason: string; count: number }[];
  /** When the first and the last was made, ISO 8601; null without any. */
  from: string | null;
  to: string | null;
  count: number;
  examples: ReviewRow[];
}

/** Counts decisions, row by row. */
export interface DecisionCounting {
  add(row: ReviewRow): void;
  tally(): DecisionTally;
}

/** As many as can be read in print; all of them stand in a file. */
const mostExamples = 60;

export function countDecisions(): DecisionCounting {
  const by = new Map<string, DecisionTally["by"][number]>();
  const reasons = new Map<string, DecisionTally["reasons"][number]>();
  const examples: ReviewRow[] = [];
  const times: { from: string | null; to: string | null } = { from: null, to: null };
  let count = 0;
  return {
    add(row) {
      const { decision } = row;
      if (!decision) return;
      const { annotator, choice, reason, at } = decision;
      const key = JSON.stringify([annotator, choice.do]);
      getOrMake(by, key, () => ({ annotator, choice: choice.do, count: 0 })).count += 1;
      getOrMake(reasons, reason, () => ({ reason, count: 0 })).count += 1;
      if (times.from === null || at < times.from) times.from = at;
      if (times.to === null || at > times.to) times.to = at;
      if (examples.length < mostExamples) examples.push(row);
      count += 1;
    },
    tally: () => ({
      by: [...by.values()].sort(
        (a, b) =>
          b.count - a.count ||
          compareTexts(`${a.annotator} ${a.choice}`, `${b.annotator} ${b.choice}`),
      ),
      reasons: [...reasons.values()].sort(
        (a, b) => b.count - a.count || compareTexts(a.reason, b.reason),
      ),
      ...{ ...times, count, examples },
    }),
  };
}
