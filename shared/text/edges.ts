import type { TextRange } from "../model/annotation.ts";
import { withRange } from "./ranges.ts";
import { trimRange, wordRanges } from "./words.ts";

/** One end of one of a span's ranges. */
export interface Edge {
  /** The range's place in the list. */
  range: number;
  side: "start" | "end";
}

export type EdgeStep = "word" | "character";

/** How far one step may have to look for a word; in characters. */
const reach = 400;

/** The edge that is nearest to an offset; of two that are as near, the end. */
export function nearestEdge(ranges: readonly TextRange[], offset: number): Edge {
  const edges = allEdges(ranges);
  const distance = (edge: Edge) => Math.abs(offsetOf(ranges, edge) - offset);
  return edges.reduce((best, edge) => {
    const difference = distance(edge) - distance(best);
    return difference < 0 || (difference === 0 && edge.side === "end") ? edge : best;
  });
}

/** The edge after this one in the order of the text, and after the last the first. */
export function nextEdge(ranges: readonly TextRange[], { range, side }: Edge): Edge {
  const edges = allEdges(ranges).sort((a, b) => offsetOf(ranges, a) - offsetOf(ranges, b));
  const at = edges.findIndex((edge) => edge.range === range && edge.side === side);
  return edges[(at + 1) % edges.length] ?? { range, side };
}

export function offsetOf(ranges: readonly TextRange[], { range, side }: Edge): number {
  const found = ranges[range];
  if (!found) throw new RangeError(`no range ${range} of ${ranges.length}`);
  return found[side];
}

/**
 * The ranges with one edge put elsewhere, at least one character of its range left. A range that
 * comes to reach another of them grows together with it.
 */
export function withEdgeAt(
  text: string,
  ranges: readonly TextRange[],
  edge: Edge,
  offset: number,
): TextRange[] {
  const old = ranges[edge.range];
  if (!old) throw new RangeError(`no range ${edge.range} of ${ranges.length}`);
  const wanted =
    edge.side === "start" ? { start: offset, end: old.end } : { start: old.start, end: offset };
  const moved = trimRange(text, wanted);
  if (moved.start >= moved.end) return [...ranges];
  const isWider = moved.start < old.start || moved.end > old.end;
  const others = ranges.with(edge.range, moved);
  return isWider ? withRange(text, others, moved) : others;
}

/**
 * Where an edge comes to one step further: a start to where a word or a character begins, an end to
 * where one ends, never past the other edge of its range. The same offset where there is no more text.
 */
export function stepEdge(
  text: string,
  ranges: readonly TextRange[],
  edge: Edge,
  direction: -1 | 1,
  step: EdgeStep,
): number {
  const from = offsetOf(ranges, edge);
  const { start, end } = ranges[edge.range] ?? { start: from, end: from };
  const found = step === "word" ? byWord : byCharacter;
  const to = found(text, from, direction, edge.side);
  const isLeft = edge.side === "start" ? to < end : to > start;
  return isLeft ? to : from;
}

function byWord(text: string, from: number, direction: -1 | 1, side: Edge["side"]): number {
  const around = { start: Math.max(0, from - reach), end: Math.min(text.length, from + reach) };
  const places = wordRanges(text, around).map((word) => word[side]);
  const [to, limit] =
    direction === 1
      ? [places.find((place) => place > from), text.length]
      : [places.findLast((place) => place < from), 0];
  // Beyond the last word there may be a sign that belongs to it, as in "CD34+".
  return to ?? trimmedTo(text, from, limit);
}

function trimmedTo(text: string, from: number, limit: number): number {
  const { start, end } = trimRange(text, {
    start: Math.min(from, limit),
    end: Math.max(from, limit),
  });
  if (start >= end || end - start > reach) return from;
  return limit > from ? end : start;
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
/** Longer than any sequence of characters that is drawn as one. */
const longestGrapheme = 40;

/** White space is stepped over, for no span begins or ends in it. */
function byCharacter(text: string, from: number, direction: -1 | 1, side: Edge["side"]): number {
  let at = from;
  do at = nextCharacter(text, at, direction);
  while (at > 0 && at < text.length && isBesideWhite(text, at, side));
  return at;
}

function isBesideWhite(text: string, at: number, side: Edge["side"]): boolean {
  return /\s/.test(text.charAt(side === "start" ? at : at - 1));
}

function nextCharacter(text: string, at: number, direction: -1 | 1): number {
  if (direction === 1) {
    const [first] = graphemes.segment(text.slice(at, at + longestGrapheme));
    return at + (first?.segment.length ?? 0);
  }
  const before = text.slice(Math.max(0, at - longestGrapheme), at);
  return at - (Array.from(graphemes.segment(before)).at(-1)?.segment.length ?? 0);
}

function allEdges(ranges: readonly TextRange[]): Edge[] {
  return ranges.flatMap((_, range): Edge[] => [
    { range, side: "start" },
    { range, side: "end" },
  ]);
}
