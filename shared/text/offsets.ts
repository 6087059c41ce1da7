import type { TextRange } from "../model/annotation.ts";
import { countWhile } from "./count-while.ts";

/*
 * The one definition of an offset in Casemark: UTF-16 code units from the start of the report's
 * text, end exclusive. Files count in Unicode code points unless their format says otherwise; they
 * are converted at the door, by the functions below.
 */

/** What an offset outside counts; a grapheme is what a reader sees as one character. */
export type Unit = "codepoint" | "utf16" | "grapheme";

/** What offsets of some formats count besides: bytes of UTF-8. */
export type FileUnit = Unit | "byte";

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

/** Offsets of one text counted in a file's unit. */
interface Counting {
  /** The text's length in that unit. */
  length: number;
  /** As an offset in UTF-16 code units; null within a character. @throws RangeError outside the text. */
  toUnit(offset: number): number | null;
  /** An offset in UTF-16 code units in that unit. @throws RangeError outside the text or within a character. */
  fromUnit(unit: number): number;
}

/** Counts a text in a unit; bytes and graphemes are counted through once. */
export function countsIn(text: string, unit: FileUnit): Counting {
  switch (unit) {
    case "utf16":
      return { length: text.length, toUnit: (offset) => offset, fromUnit: (offset) => offset };
    case "codepoint": {
      const { toUnit, toCodePoint } = offsetConverter(text);
      return { length: toCodePoint(text.length), toUnit, fromUnit: toCodePoint };
    }
    case "byte":
      return countingOf(Array.from(text, (character) => [character, bytesOf(character)]));
    case "grapheme":
      return countingOf(Array.from(graphemes.segment(text), ({ segment }) => [segment, 1]));
    default:
      return unit satisfies never;
  }
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Bytes that a code point takes in UTF-8. */
function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Of pieces of the text, each with what it counts. */
function countingOf(pieces: readonly (readonly [piece: string, count: number])[]): Counting {
  const units = new Map<number, number>();
  const counts = new Map<number, number>();
  let unit = 0;
  let length = 0;
  const note = () => {
    units.set(length, unit);
    counts.set(unit, length);
  };
  note();
  for (const [piece, count] of pieces) {
    unit += piece.length;
    length += count;
    note();
  }
  return {
    length,
    toUnit(offset) {
      if (!Number.isInteger(offset) || offset < 0 || offset > length)
        throw new RangeError(`offset ${offset} is outside the text of ${length}`);
      return units.get(offset) ?? null;
    },
    fromUnit(offset) {
      const count = counts.get(offset);
      if (count === undefined) throw new RangeError(`offset ${offset} is no place in the text`);
      return count;
    },
  };
}

/** What the ranges say, joined by one space: the span's quote. */
export function quoteOf(text: string, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => text.slice(start, end)).join(" ");
}

/** Enough of a quote to recognise it in a sentence, on one line. */
export function shortenedQuote(quote: string): string {
  const shown = quote.replace(/\p{Cc}/gu, " ");
  if (shown.length <= 60) return shown;
  const ends = [shown.slice(0, 40), shown.slice(-15)];
  return ends.map((end) => end.toWellFormed()).join(" … ");
}

/** The smallest range that holds all of them. */
export function hullOf(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

/** Widens ranges of a text to what a reader sees as whole characters. */
export function graphemeWidener(text: string): (range: TextRange) => TextRange {
  const edges = [0];
  for (const { index, segment } of graphemes.segment(text)) edges.push(index + segment.length);
  const edge = (at: number) => edges[at] ?? text.length;
  return ({ start, end }) => ({
    start: edge(countWhile(edges.length, (at) => edge(at) <= start) - 1),
    end: edge(countWhile(edges.length, (at) => edge(at) < end)),
  });
}

/** A range that ends between the two halves of a character, with the whole of it; any other as it is. */
export function wholeCharacters(text: string, range: TextRange): TextRange {
  const start = range.start - (isHalfway(text, range.start) ? 1 : 0);
  const end = range.end + (isHalfway(text, range.end) ? 1 : 0);
  return start === range.start && end === range.end ? range : { start, end };
}

function isHalfway(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}
