import { unmatched } from "../assignment.ts";
import type { ComparedSpan } from "../spans/compared-span.ts";
import type { SpanMatching } from "../spans/match.ts";
import type { MarkedTokens } from "../tokens/marked-tokens.ts";
import type { Cell, Ledger } from "./ledger.ts";

/** Where a count goes: a label and a section as numbers, 0 where they are not told apart. */
export interface Counting {
  ledger: Ledger;
  /** The pair's number. */
  group: number;
  labelOf(label: string): number;
  sectionOf(offset: number): number;
}

/** The columns of what two annotators have, in the order of `countsAt`. */
export const columnsOfCounts = { a: 0, matchedA: 1, b: 2, matchedB: 3 } as const;

export function cellOf({ group, labelOf, sectionOf }: Counting, label: string, at: number): Cell {
  return { group, label: labelOf(label), section: sectionOf(at) };
}

/** Counts the spans of both, each at its own label and section, and which of them are matched. */
export function countSpans(
  counting: Counting,
  matching: SpanMatching,
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
): void {
  const { ledger } = counting;
  const isMatched = new Uint8Array(b.length);
  for (const [at, { label, start }] of a.entries()) {
    const cell = cellOf(counting, label, start);
    const partner = matching[at] ?? unmatched;
    ledger.count(cell, columnsOfCounts.a, 1);
    if (partner === unmatched) continue;
    ledger.count(cell, columnsOfCounts.matchedA, 1);
    isMatched[partner] = 1;
  }
  for (const [at, { label, start }] of b.entries()) {
    const cell = cellOf(counting, label, start);
    ledger.count(cell, columnsOfCounts.b, 1);
    if (isMatched[at]) ledger.count(cell, columnsOfCounts.matchedB, 1);
  }
}

/** Counts the marks of tokens of both, and those that both have. */
export function countTokens(
  counting: Counting,
  a: MarkedTokens,
  b: MarkedTokens,
  startOf: (token: number) => number,
): void {
  const { ledger } = counting;
  for (const [label, times] of a)
    for (const [token, count] of times) {
      const cell = cellOf(counting, label, startOf(token));
      const both = Math.min(count, b.get(label)?.get(token) ?? 0);
      ledger.count(cell, columnsOfCounts.a, count);
      if (both === 0) continue;
      ledger.count(cell, columnsOfCounts.matchedA, both);
      ledger.count(cell, columnsOfCounts.matchedB, both);
    }
  for (const [label, times] of b)
    for (const [token, count] of times)
      ledger.count(cellOf(counting, label, startOf(token)), columnsOfCounts.b, count);
}
