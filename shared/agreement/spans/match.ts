import { compareTexts } from "../../dataset/order.ts";
import { type Edge, heaviestMatching, unmatched } from "../assignment.ts";
import { type ComparedSpan, overlapOf } from "./compared-span.ts";

/** For each span of the first annotator the place of its partner among the second's, or -1. */
export type SpanMatching = Int32Array<ArrayBuffer>;

/** What has to be the same for two spans to be one and the same. */
export type Sameness = "place" | "label-and-place";

/**
 * Matches spans over exactly the same characters, of the same label unless only the place counts. Where one
 * annotator has several at one place, as many are matched as the other has there; those of the same label first.
 */
export function matchExactly(
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
  sameness: Sameness,
): SpanMatching {
  const matching: SpanMatching = new Int32Array(a.length).fill(unmatched);
  const isTaken = new Uint8Array(b.length);
  matchBy(({ placeAndLabel }) => placeAndLabel, a, b, matching, isTaken);
  if (sameness === "place") matchBy(({ place }) => place, a, b, matching, isTaken);
  return matching;
}

/** Matches what is still free and has the same key. */
function matchBy(
  keyOf: (span: ComparedSpan) => string,
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
  matching: SpanMatching,
  isTaken: Uint8Array,
): void {
  const free = new Map<string, number[]>();
  for (const [at, span] of b.entries()) {
    if (isTaken[at]) continue;
    const key = keyOf(span);
    const there = free.get(key);
    if (there) there.push(at);
    else free.set(key, [at]);
  }
  for (const [at, span] of a.entries()) {
    if (matching[at] !== unmatched) continue;
    const partner = free.get(keyOf(span))?.shift();
    if (partner === undefined) continue;
    matching[at] = partner;
    isTaken[partner] = 1;
  }
}

/**
 * Matches spans of the same label that overlap, each with one at most: as many as can be, and of all ways
 * to do so the one with the most overlap (Jaccard, added up). Exact, not greedy.
 * @param threshold how much they have to overlap at least, from 0 to 1; 0 means that one character will do.
 */
export function matchOverlapping(
  a: readonly ComparedSpan[],
  b: readonly ComparedSpan[],
  threshold = 0,
): SpanMatching {
  // One more match is worth more than all the overlap that there can be.
  const ofMatch = Math.min(a.length, b.length) + 1;
  const edges: Edge[] = [];
  for (const { row, column, weight } of overlapsOf(a, b))
    if (weight >= threshold && a[row]?.label === b[column]?.label)
      edges.push({ row, column, weight: ofMatch + weight });
  return heaviestMatching(a.length, b.length, edges);
}

/** Every pair of spans that have a character in common, or the same place, with their overlap. */
function* overlapsOf(a: readonly ComparedSpan[], b: readonly ComparedSpan[]): Generator<Edge> {
  const orderB = inOrder(b);
  let open: Placed[] = [];
  let next = 0;
  for (const { at: row, span: one } of inOrder(a)) {
    for (let other = orderB[next]; other && other.span.start <= one.end; other = orderB[next]) {
      open.push(other);
      next += 1;
    }
    // What ends before this one begins ends before all that follow.
    open = open.filter(({ span }) => span.end >= one.start);
    for (const { at: column, span: other } of open) {
      const weight = other.start <= one.end ? overlapOf(one, other) : 0;
      if (weight > 0) yield { row, column, weight };
    }
  }
}

interface Placed {
  at: number;
  span: ComparedSpan;
}

/** By place and then by label, so that the order in which spans are stored decides nothing. */
function inOrder(spans: readonly ComparedSpan[]): Placed[] {
  const placed = spans.map((span, at) => ({ at, span }));
  return placed.sort(
    ({ span: a }, { span: b }) =>
      a.start - b.start || a.end - b.end || compareTexts(a.label, b.label),
  );
}
