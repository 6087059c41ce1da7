import type { TextRange } from "../../shared/model/annotation.ts";

/** Every place, from an offset on, where the quotes follow each other as whole words. */
export function placesOf(text: string, quotes: readonly string[], from: number): TextRange[][] {
  const [first = "", ...others] = quotes;
  return occurrences(text, first, from)
    .map((range) => [range, ...following(text, others, range.end)])
    .filter((ranges) => ranges.length === quotes.length);
}

/** The next occurrence of each quote after the one before it, as far as there are any. */
function following(text: string, quotes: readonly string[], from: number): TextRange[] {
  const [quote, ...others] = quotes;
  if (quote === undefined) return [];
  const [range] = occurrences(text, quote, from);
  return range ? [range, ...following(text, others, range.end)] : [];
}

function occurrences(text: string, quote: string, from: number): TextRange[] {
  const pattern = wholeWords(quote);
  pattern.lastIndex = from;
  return Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

/** A space stands for any white space, since a report's lines may be wrapped anywhere. */
function wholeWords(quote: string): RegExp {
  const before = /^[\p{L}\p{N}]/u.test(quote) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(quote) ? "(?![\\p{L}\\p{N}])" : "";
  const words = quote.split(/\s+/u).map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(before + words.join("\\s+") + after, "gu");
}
