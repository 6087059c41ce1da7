import { compareTexts } from "../../dataset/order.ts";
import { getOrMake } from "../../get-or-make.ts";
import { overlapOf } from "../../text/place.ts";
import { type Edge, heaviestMatching, unmatched } from "../assignment.ts";
import type { ComparedSpan } from "./compared-span.ts";

/** For each span of the first annotator the place of its partner among the second's, or -1. */
export type SpanMatching = Int32Array<ArrayBuffer>;

/** Matches spans of layers in which no label is twice at a place, by the second's places of each. */
export function matchSame(
  a: readonly ComparedSpan[],
  placeOfSame: ReadonlyMap<string, number>,
): SpanMatching {
  const matching: SpanMatching = new Int32Array(a.length);
  for (let at = 0; at < a.length; at += 1)
    matching[at] = placeOfSame.get(a[at]?.placeAndLabel ?? "") ?? unmatched;
  return matching;
}

/**
 * Matches what is left of a matching of the same labels over exactly the same characters, whatever the labels.
 * Where one annotator has several at one place, as many are matched as the other has there.
 */
export function matchPlaces(
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
  same: SpanMatching,
): SpanMatching {
  const matching = same.slice();
  const isTaken = new Uint8Array(b.length);
  for (const partner of matching) if (partner !== unmatched) isTaken[partner] = 1;
  const free = new Map<string, number[]>();
  for (const [at, { place }] of b.entries())
    if (!isTaken[at]) getOrMake(free, place, () => []).push(at);
  for (const [at, { place }] of a.entries()) {
    if (matching[at] !== unmatched) continue;
    matching[at] = free.get(place)?.shift() ?? unmatched;
  }
  return matching;
}

/**
 * Matches spans of the same label that overlap, each with one at most: as many as can be, and of all ways
 * to do so the one with the most overlap (Jaccard, added up). Exact, not greedy.
 * @param threshold how much they have to overlap at least, from 0 to 1; 0 means that one character will do.
 * @param ordered the spans of both in the order of the text, for whoever has them.
 */
export function matchOverlapping(
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
  threshold = 0,
  ordered: Ordered = { a: inOrder(a), b: inOrder(b) },
): SpanMatching {
  // One more match is worth more than all the overlap that there can be.
  const ofMatch = Math.min(a.length, b.length) + 1;
  const edges: Edge[] = [];
  eachOverlap(ordered, (one, other) => {
    if (one.span.label !== other.span.label) return;
    const weight = overlapOf(one.span, other.span);
    if (weight > 0 && weight >= threshold)
      edges.push({ row: one.at, column: other.at, weight: ofMatch + weight });
  });
  return heaviestMatching(a.length, b.length, edges);
}

/** Hears every pair of spans that reach each other, from first character to last. */
function eachOverlap({ a, b }: Ordered, hear: (one: Placed, other: Placed) => void): void {
  let open: Placed[] = [];
  let next = 0;
  for (const one of a) {
    const { start, end } = one.span;
    // What ends before this one begins ends before all that follow.
    if (open.length > 0) open = open.filter(({ span }) => span.end >= start);
    for (let other = b[next]; other && other.span.start <= end; other = b[next]) {
      if (other.span.end >= start) open.push(other);
      next += 1;
    }
    for (const other of open) if (other.span.start <= end) hear(one, other);
  }
}

/** The spans of two annotators, each in the order of the text. */
interface Ordered {
  a: readonly Placed[];
  b: readonly Placed[];
}

/** A span and its place in its list. */
export interface Placed {
  at: number;
  span: ComparedSpan;
}

/** By place and then by label, so that the order in which spans are stored decides nothing. */
export function inOrder(spans: readonly ComparedSpan[]): Placed[] {
  const placed = spans.map((span, at) => ({ at, span }));
  return placed.sort(
    ({ span: a }, { span: b }) =>
      a.start - b.start || a.end - b.end || compareTexts(a.label, b.label),
  );
}
