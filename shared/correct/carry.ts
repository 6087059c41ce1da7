import type { Span, TextRange } from "../model/annotation.ts";
import { quoteOf, shortenedQuote } from "../text/offsets.ts";
import { trimRange } from "../text/words.ts";
import type { RangeMapping } from "./mapping.ts";

/**
 * The span in the corrected text; flagged with its old words when they are others now. One whose
 * words are all gone stays at the point where they were.
 */
export function carrySpan(span: Span, corrected: string, map: RangeMapping): Span {
  const moved = span.ranges.map((range) => ({
    range: withoutSpace(corrected, span.quote, map(range)),
    isEmpty: isEmpty(range),
  }));
  const kept = moved.filter(({ range, isEmpty: wasEmpty }) => wasEmpty || !isEmpty(range));
  const ranges = distinct((kept.length > 0 ? kept : moved.slice(0, 1)).map(({ range }) => range));
  const quote = quoteOf(corrected, ranges);
  if (quote === span.quote) return { ...span, ranges };
  return { ...span, ranges, quote, flag: span.flag || flagOf(span.quote, quote) };
}

/** Why a span is to be looked at whose words were corrected. */
function flagOf(before: string, after: string): string {
  const what = after === "" ? "taken out" : "corrected";
  return `The text was ${what} here; it was “${shortenedQuote(before)}”.`;
}

/** What an edit has cut short ends with a word, as it did before. */
function withoutSpace(text: string, before: string, range: TextRange): TextRange {
  if (before !== before.trim()) return range;
  const inner = trimRange(text, range);
  return isEmpty(inner) ? range : inner;
}

const isEmpty = ({ start, end }: TextRange) => start >= end;

// Two ranges of one span may have been replaced by the same words.
function distinct(ranges: readonly TextRange[]): TextRange[] {
  return ranges.filter(
    ({ start, end }, at) =>
      ranges.findIndex((other) => other.start === start && other.end === end) === at,
  );
}
