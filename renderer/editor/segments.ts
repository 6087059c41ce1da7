import type { Span, TextRange } from "../../shared/model/annotation.ts";

/** One range of a span, or what of it lies in the stretch that is drawn. */
export interface Piece extends TextRange {
  span: Span;
  /** The range that it is, or is part of. */
  range: TextRange;
  /** Where its underline runs: 0 is next to the text. */
  lane: number;
}

/** A stretch of text that the same pieces cover from end to end; the shortest of them comes first. */
export interface Segment extends TextRange {
  pieces: Piece[];
  /** How many lanes there are here and wherever these pieces go on, so that lines run straight. */
  lanes: number;
}

/**
 * Cuts what lies over each other into segments beside each other, in the order of the text. None goes
 * on over one of the breaks, where paragraphs begin: each would show a span's ends there.
 */
export function cutSegments(
  spans: readonly Span[],
  within: TextRange,
  breaks: readonly number[] = [],
): Segment[] {
  return groupOverlapping(piecesOf(spans, within)).flatMap((group) => {
    assignLanes(group);
    return segmentsOf(group, breaks);
  });
}

function piecesOf(spans: readonly Span[], within: TextRange): Piece[] {
  const pieces: Piece[] = [];
  for (const span of spans)
    for (const range of span.ranges) {
      const start = Math.max(range.start, within.start);
      const end = Math.min(range.end, within.end);
      if (start < end) pieces.push({ start, end, span, range, lane: 0 });
    }
  return pieces.sort((a, b) => a.start - b.start);
}

/** Pieces that overlap directly or through others; few each, so that pairs can be compared. */
function groupOverlapping(pieces: readonly Piece[]): Piece[][] {
  const groups: Piece[][] = [];
  let end = -1;
  for (const piece of pieces) {
    if (piece.start < end) groups.at(-1)?.push(piece);
    else groups.push([piece]);
    end = Math.max(end, piece.end);
  }
  return groups;
}

/** Shortest first, so that what is inside lies nearer to the text than what holds it. */
function assignLanes(group: Piece[]): void {
  if (group.length === 1) return;
  group.sort(shortestFirst);
  for (const [at, piece] of group.entries()) {
    const taken = new Set(
      group.slice(0, at).flatMap((other) => (overlap(piece, other) ? other.lane : [])),
    );
    while (taken.has(piece.lane)) piece.lane += 1;
  }
}

function segmentsOf(group: readonly Piece[], breaks: readonly number[]): Segment[] {
  const ends = group.flatMap(({ start, end }) => [start, end]);
  const [first, last] = [Math.min(...ends), Math.max(...ends)];
  const inside = breaks.filter((at) => first < at && at < last);
  const cuts = [...new Set([...ends, ...inside])].sort((a, b) => a - b);
  const lanes = group.reduce((most, { lane }) => Math.max(most, lane + 1), 0);
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? start;
    return {
      start,
      end,
      lanes,
      pieces: group.filter((piece) => piece.start <= start && piece.end >= end),
    };
  });
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

function shortestFirst(a: Piece, b: Piece): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start;
}
