import type { TextRange } from "../model/annotation.ts";
import { trimRange } from "./words.ts";

/*
 * The shape of a span: its ranges, in the order in which they were marked. None of these functions
 * changes what it is given, nor ranges that the change does not touch.
 */

/**
 * The ranges with one more. It grows together with those that it overlaps or touches, or that only
 * white space parts it from; else it comes last.
 */
export function withRange(
  text: string,
  ranges: readonly TextRange[],
  range: TextRange,
): TextRange[] {
  const meets = (other: TextRange) => isOneStretch(text, range, other);
  const met = ranges.filter(meets);
  if (met.length === 0) return [...ranges, range];
  const grown = {
    start: Math.min(range.start, ...met.map(({ start }) => start)),
    end: Math.max(range.end, ...met.map(({ end }) => end)),
  };
  // What it has grown to may reach others that the range alone did not.
  return isSameRange(grown, range)
    ? ranges.flatMap((other) => (meets(other) ? (other === met[0] ? range : []) : other))
    : withRange(text, ranges, grown);
}

/** The ranges without what lies in the one given, and without white space where it was cut off. */
export function withoutRange(
  text: string,
  ranges: readonly TextRange[],
  { start, end }: TextRange,
): TextRange[] {
  return ranges.flatMap((range) => {
    if (range.end <= start || range.start >= end) return range;
    return [
      trimRange(text, { start: range.start, end: Math.max(range.start, start) }),
      trimRange(text, { start: Math.min(range.end, end), end: range.end }),
    ].filter(isSome);
  });
}

/** What lies before the offset and what lies after it; null where that is nothing. */
export function cutRanges(
  text: string,
  ranges: readonly TextRange[],
  offset: number,
): [before: TextRange[], after: TextRange[]] | null {
  const before = withoutRange(text, ranges, { start: offset, end: Number.POSITIVE_INFINITY });
  const after = withoutRange(text, ranges, { start: 0, end: offset });
  return before.length > 0 && after.length > 0 ? [before, after] : null;
}

/** All ranges of several spans, as one span has them: in the order of the text, none over another. */
export function joinRanges(text: string, ranges: readonly TextRange[]): TextRange[] {
  const joined: TextRange[] = [];
  for (const range of ranges.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = joined.at(-1);
    if (!last || !isOneStretch(text, last, range)) joined.push(range);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
  }
  return joined;
}

/** Whether two ranges overlap, touch, or have only white space between them. */
export function isOneStretch(text: string, a: TextRange, b: TextRange): boolean {
  const between = { start: Math.min(a.end, b.end), end: Math.max(a.start, b.start) };
  return between.start >= between.end || !isSome(trimRange(text, between));
}

function isSome({ start, end }: TextRange): boolean {
  return start < end;
}

function isSameRange(a: TextRange, b: TextRange): boolean {
  return a.start === b.start && a.end === b.end;
}
