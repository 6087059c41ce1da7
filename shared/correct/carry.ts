import type { Span, TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
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

/** Sections in the corrected text, with headings as they read now; one that was taken out is gone. */
export function carrySections(
  sections: readonly Section[],
  text: string,
  corrected: string,
  map: RangeMapping,
): Section[] {
  return sections.flatMap((section) => {
    const range = map(section);
    return isEmpty(range) ? [] : [{ ...section, ...range, title: titleNow(section) }];
  });

  function titleNow({ start, end, title }: Section): string {
    const heading = headingIn(text.slice(start, Math.min(end, start + title.length + 80)), title);
    if (heading === null) return title;
    const now = map({ start: start + heading.start, end: start + heading.end });
    return corrected.slice(now.start, now.end).replace(/\s+/g, " ").trim();
  }
}

const literal = (word: string) => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** Where a heading's words stand, whatever white space is between them. */
function headingIn(opening: string, title: string): TextRange | null {
  if (title.trim() === "") return null;
  const words = title.trim().split(/\s+/).map(literal);
  const found = new RegExp(words.join("\\s+"), "u").exec(opening);
  return found && { start: found.index, end: found.index + found[0].length };
}
