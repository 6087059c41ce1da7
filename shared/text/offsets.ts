import type { TextRange } from "../model/annotation.ts";

/*
 * The one definition of an offset in Casemark: UTF-16 code units from the start of the report's
 * text, end exclusive. Files count in Unicode code points unless their format says otherwise; they
 * are converted at the door, by the functions below.
 */

/** Converts offsets of one text between UTF-16 code units and Unicode code points. */
export interface OffsetConverter {
  /** @throws RangeError when the offset is outside the text. */
  toCodePoint(unit: number): number;
  /** @throws RangeError when the offset is outside the text. */
  toUnit(codePoint: number): number;
}

const surrogatePair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g;

/** Walks the text once; a text without characters beyond the basic plane costs nothing more. */
export function offsetConverter(text: string): OffsetConverter {
  const pairs = Array.from(text.matchAll(surrogatePair), ({ index }) => index);
  const check = (offset: number, length: number) => {
    if (!Number.isInteger(offset) || offset < 0 || offset > length)
      throw new RangeError(`offset ${offset} is outside the text of ${length} characters`);
  };
  return {
    toCodePoint(unit) {
      check(unit, text.length);
      return unit - countBelow(pairs, unit);
    },
    toUnit(codePoint) {
      check(codePoint, text.length - pairs.length);
      // The n-th pair begins at code point pairs[n] - n.
      return codePoint + countPairsBefore(pairs, codePoint);
    },
  };
}

/** What the ranges say, joined by one space: the span's quote. */
export function quoteOf(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** The smallest range that holds all of them. */
export function hullOf(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

/** How many of the sorted numbers are smaller than the limit. */
function countBelow(sorted: readonly number[], limit: number): number {
  return bisect(sorted.length, (at) => (sorted[at] ?? 0) < limit);
}

function countPairsBefore(pairs: readonly number[], codePoint: number): number {
  return bisect(pairs.length, (at) => (pairs[at] ?? 0) - at < codePoint);
}

/** The first index for which the test fails, where it holds for all before and fails for all after. */
function bisect(length: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
