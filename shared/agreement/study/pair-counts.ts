import { unmatched } from "../assignment.ts";
import type { SpanMatching } from "../spans/match.ts";
import type { MarkedTokens } from "../tokens/marked-tokens.ts";
import { cellOf, cellOfGroup, type Ledger } from "./ledger.ts";
import type { PreparedLayer } from "./prepared.ts";

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

/** The cell of something with a label and a place. */
export function cellAt({ group, labelOf, sectionOf }: Counting, label: string, at: number): number {
  return cellOf(group, labelOf(label), sectionOf(at));
}

/** Counts the spans of both, each at its own label and section, and which of them are matched. */
export function countSpans(
  { ledger, group }: Pick<Counting, "ledger" | "group">,
  matching: SpanMatching,
  a: PreparedLayer,
  b: PreparedLayer,
): void {
  const isMatched = new Uint8Array(b.spans.length);
  for (let at = 0; at < a.spans.length; at += 1) {
    const cell = cellOfGroup(a.cells[at] ?? 0, group);
    const partner = matching[at] ?? unmatched;
    ledger.count(cell, columnsOfCounts.a, 1);
    if (partner === unmatched) continue;
    ledger.count(cell, columnsOfCounts.matchedA, 1);
    isMatched[partner] = 1;
  }
  for (let at = 0; at < b.spans.length; at += 1) {
    const cell = cellOfGroup(b.cells[at] ?? 0, group);
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
  const { ledger, group, labelOf, sectionOf } = counting;
  for (const [label, times] of a) {
    const number = labelOf(label);
    const ofB = b.get(label);
    for (const [token, count] of times) {
      const cell = cellOf(group, number, sectionOf(startOf(token)));
      const both = Math.min(count, ofB?.get(token) ?? 0);
      ledger.count(cell, columnsOfCounts.a, count);
      if (both === 0) continue;
      ledger.count(cell, columnsOfCounts.matchedA, both);
      ledger.count(cell, columnsOfCounts.matchedB, both);
    }
  }
  for (const [label, times] of b) {
    const number = labelOf(label);
    for (const [token, count] of times) {
      const cell = cellOf(group, number, sectionOf(startOf(token)));
      ledger.count(cell, columnsOfCounts.b, count);
    }
  }
}
