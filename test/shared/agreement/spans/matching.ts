import { unmatched } from "../../../../shared/agreement/assignment.ts";
import type { ComparedSpan } from "../../../../shared/agreement/spans/compared-span.ts";
import type { MatchCounts } from "../../../../shared/agreement/spans/counts.ts";
import { matchSame, type SpanMatching } from "../../../../shared/agreement/spans/match.ts";

/** Matches the same characters with the same label, of spans of which none is there twice. */
export function matchExactly(a: readonly ComparedSpan[], b: readonly ComparedSpan[]): SpanMatching {
  return matchSame(a, new Map(b.map(({ placeAndLabel }, at) => [placeAndLabel, at])));
}

/** The counts of one matching. */
export function countMatches(matching: SpanMatching, ofB: number): MatchCounts {
  const matched = matching.reduce((sum, partner) => sum + Number(partner !== unmatched), 0);
  return { a: matching.length, matchedA: matched, b: ofB, matchedB: matched };
}
