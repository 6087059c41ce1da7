import type { TextRange } from "../model/annotation.ts";
import { countWhile } from "./count-while.ts";

/*
 * The one definition of an offset in Casemark: UTF-16 code units from the start of the report's
 * text, end exclusive. Files count in Unicode code points unless their format says otherwise; they
 * are converted at the door, by the functions below.
 */

/** What an offset outside counts. */
export type Unit = "codepoint" | "utf16";

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
      return unit - countWhile(pairs.length, (at) => (pairs[at] ?? 0) < unit);
    },
    toUnit(codePoint) {
      check(codePoint, text.length - pairs.length);
      // The n-th pair begins at code point pairs[n] - n.
      return codePoint + countWhile(pairs.length, (at) => (pairs[at] ?? 0) - at < codePoint);
    },
  };
}

/** What the ranges say, joined by one space: the span's quote. */
export function quoteOf(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** Enough of a quote to recognise it in a sentence, on one line. */
export function shortenedQuote(quote: string): string {
  const shown = quote.replaceAll("\n", " ");
  return shown.length <= 60 ? shown : `${shown.slice(0, 40)} … ${shown.slice(-15)}`;
}

/** The smallest range that holds all of them. */
export function hullOf(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}
