import type { Coefficient } from "../agreement/coefficient.ts";
import { f1 } from "../agreement/spans/f1.ts";
import { getOrMake } from "../get-or-make.ts";
import type { Span } from "../model/annotation.ts";
import { placeOf } from "./span-place.ts";

/** Spans of two annotators, counted over any number of reports. */
export interface SpanMatches {
  /** Spans that both have: same label, same ranges. */
  both: number;
  /** Spans of the first and of the second annotator. */
  a: number;
  b: number;
}

/** What this measure takes for granted, for whoever reads it. */
export const f1Assumes =
  "A span counts as agreed only when label and ranges are exactly the same; there is no correction for chance, since what nobody marked cannot be counted.";

/** Their exact span F1, micro-averaged when the counts are those of many reports. */
export function spanF1({ both, a, b }: SpanMatches): Coefficient {
  return f1({ a, b, matchedA: both, matchedB: both });
}

/**
 * Counts the spans of one report by label. Two spans of one annotator with the same label and ranges
 * are one; the order of ranges does not matter.
 */
export function spanMatches(
  a: readonly Pick<Span, "label" | "ranges">[],
  b: readonly Pick<Span, "label" | "ranges">[],
): Map<string, SpanMatches> {
  const [ofA, ofB] = [placesOf(a), placesOf(b)];
  const counts = new Map<string, SpanMatches>();
  const count = (label: string) => getOrMake(counts, label, () => ({ both: 0, a: 0, b: 0 }));
  for (const [place, label] of ofA) {
    count(label).a += 1;
    if (ofB.has(place)) count(label).both += 1;
  }
  for (const label of ofB.values()) count(label).b += 1;
  return counts;
}

/** The label of each place. */
function placesOf(spans: readonly Pick<Span, "label" | "ranges">[]): Map<string, string> {
  return new Map(spans.map((span) => [placeOf(span), span.label]));
}
