import type { Span } from "../model/annotation.ts";

/** Spans of two annotators, counted over any number of reports. */
export interface SpanMatches {
  /** Spans that both have: same label, same ranges. */
  both: number;
  /** Spans of the first and of the second annotator. */
  a: number;
  b: number;
}

/** Why there is no F1. Shown to the person; never folded into 0 or 1. */
type F1Undefined = "no-spans";

export type F1 =
  | { defined: true; value: number; matches: SpanMatches }
  | { defined: false; reason: F1Undefined; matches: SpanMatches };

/** What this measure takes for granted, for whoever reads it. */
export const f1Assumes =
  "A span counts as agreed only when label and ranges are exactly the same; there is no correction for chance, since what nobody marked cannot be counted.";

/**
 * The exact span F1 of two annotators: twice the spans that both have, by the spans of both together.
 * It is the same whichever of the two is taken as the truth. Micro-averaged when the counts are those
 * of many reports.
 * Input   counts that `addMatches` has added up.
 * Output  `value` is in [0, 1], 1 when both have the same spans.
 * Undefined  "no-spans" when neither has any: there is nothing to agree on.
 * Source  Hripcsak and Rothschild (2005), Agreement, the F-measure, and reliability in information
 *         retrieval, JAMIA 12(3).
 * Checked against  bratiaa's example project (test/shared/agreement/span-f1.test.ts).
 */
export function spanF1(matches: SpanMatches): F1 {
  const { both, a, b } = matches;
  if (a + b === 0) return { defined: false, reason: "no-spans", matches };
  return { defined: true, value: (2 * both) / (a + b), matches };
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
  const count = (label: string) => {
    const there = counts.get(label) ?? { both: 0, a: 0, b: 0 };
    counts.set(label, there);
    return there;
  };
  for (const [place, label] of ofA) {
    count(label).a += 1;
    if (ofB.has(place)) count(label).both += 1;
  }
  for (const label of ofB.values()) count(label).b += 1;
  return counts;
}

function placesOf(spans: readonly Pick<Span, "label" | "ranges">[]): Map<string, string> {
  return new Map(
    spans.map(({ label, ranges }) => {
      const places = ranges.map(({ start, end }) => [start, end] as const);
      places.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
      return [JSON.stringify([label, places]), label];
    }),
  );
}
