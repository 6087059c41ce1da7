import type { TextRange } from "../../../model/annotation.ts";
import { quoteOf } from "../../../text/offsets.ts";

/** How a span's line and the text agree. */
interface QuoteMatch {
  /** The ranges that the line means. */
  ranges: TextRange[];
  /** A further field behind the quote; "" for none. */
  extra: string;
  /** What is unusual about the line. */
  oddity: { one: string; many: string } | null;
}

/** Whether the line's text is what the ranges say, with or without a further field behind it. */
export function matchOf(text: string, ranges: TextRange[], tail: string): QuoteMatch | null {
  const quote = oneLine(quoteOf(text, ranges));
  if (quote === oneLine(tail)) return { ranges, extra: "", oddity: null };
  const tab = tail.indexOf("\t");
  if (tab < 0 || quote !== oneLine(tail.slice(0, tab))) return null;
  const extra = tail.slice(tab + 1);
  return { ranges, extra: /^\s*$/.test(extra) ? "" : extra, oddity: null };
}

/** The match that was meant, where a program wrote offsets or quotes in a way of its own. */
export function meantMatch(text: string, ranges: TextRange[], tail: string): QuoteMatch | null {
  return longerMatch(text, ranges, tail) ?? closeMatch(text, ranges, tail);
}

/** Some files leave out a span's last character in the offsets: `in vitro` at 6935 to 6942. */
function longerMatch(text: string, ranges: TextRange[], tail: string): QuoteMatch | null {
  const last = ranges.at(-1);
  if (last === undefined) return null;
  const longer = [...ranges.slice(0, -1), { start: last.start, end: last.end + 1 }];
  const match = last.end < text.length ? matchOf(text, longer, tail) : null;
  return match && { ...match, oddity: shortOffsets };
}

const shortOffsets = {
  one: "quotes one character more than its offsets cover, and was read as its quote says",
  many: "quote one character more than their offsets cover, and were read as their quotes say",
};

/** Some programs join a span's fragments without a space. */
function closeMatch(text: string, ranges: TextRange[], tail: string): QuoteMatch | null {
  const joined = ranges.map(({ start, end }) => text.slice(start, end)).join("");
  return oneLine(joined) === oneLine(tail) ? { ranges, extra: "", oddity: joinedClose } : null;
}

const joinedClose = {
  one: "quotes its fragments without a space between them",
  many: "quote their fragments without a space between them",
};

/** Line breaks and tabs are written as spaces; spaces at a line's end are not always kept. */
function oneLine(quote: string): string {
  return quote.replace(/\r[ \n]?|[\n\t]/g, " ").replace(/ +$/, "");
}
