import { badFile, type Source } from "../../extract/source.ts";
import type { TextRange } from "../../model/annotation.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import { type FileUnit, quoteOf, shortenedQuote, wholeCharacters } from "../../text/offsets.ts";
import type { CountedWarnings } from "./counted-warnings.ts";
import { type OffsetConvention, offsetConventions } from "./offset-convention.ts";

/** A span as a file gives it. */
export interface GivenSpan {
  ranges: { start: number; end: number }[];
  /** What the file says that it covers, its ranges joined by one space; null where it does not say. */
  quote: string | null;
  /** How a person finds it in the file: "annotation T3". */
  where: string;
}

/** A span in our text. */
export interface PlacedSpan {
  ranges: TextRange[];
  quote: string;
  /** Why somebody should look at it: its file quotes something else. */
  flag?: string;
}

interface PlacingOptions {
  /** The format's own unit first, then others that its files are known to use. */
  units: readonly FileUnit[];
  source: Pick<Source, "fileName">;
  warnings: CountedWarnings;
}

interface PlacedSpans {
  /** Our text: without a leading byte order mark, newlines `\n` only. */
  text: string;
  /** In the order given. */
  spans: PlacedSpan[];
}

/**
 * Finds in which unit a file counts, by trying which makes its quotes match, says so where it is not the
 * format's own, and places its spans. A quote that is one character longer than its offsets is
 * believed; one that the text does not have there is counted, and its span flagged.
 * @throws AppError "bad-file" for offsets outside the text or an end before its start.
 */
export function placeSpans(
  raw: string,
  given: readonly GivenSpan[],
  { units, source, warnings }: PlacingOptions,
): PlacedSpans {
  const { text } = normaliseNewlines(raw);
  const convention = bestConvention(raw, text, given, units);
  if (convention.peculiarity !== "" && given.length > 0)
    warnings.say(`${convention.peculiarity}; they were read so.`);
  return { text, spans: given.map((span) => place(text, span, convention, source, warnings)) };
}

function bestConvention(
  raw: string,
  text: string,
  spans: readonly GivenSpan[],
  units: readonly FileUnit[],
): OffsetConvention {
  const hasQuotes = spans.some(({ quote }) => quote !== null);
  let best: { convention: OffsetConvention; matches: number } | null = null;
  for (const convention of offsetConventions(raw, units)) {
    const matches = spans.filter((span) => isAsQuoted(text, span, convention)).length;
    if (best === null || matches > best.matches) best = { convention, matches };
    // Without any quote there is nothing to tell one way from another: a stray offset must not move all spans.
    if (matches === spans.length || !hasQuotes) break;
  }
  if (best === null) throw new RangeError("no unit to count offsets in");
  return best.convention;
}

function isAsQuoted(text: string, span: GivenSpan, convention: OffsetConvention): boolean {
  const ranges = rangesOf(span, convention);
  return ranges !== null && (span.quote === null || isSame(quoteOf(text, ranges), span.quote));
}

function rangesOf({ ranges }: GivenSpan, convention: OffsetConvention): TextRange[] | null {
  const placed = ranges.map(({ start, end }) => convention.toText(start, end));
  return placed.every((range) => range !== null) ? placed : null;
}

function place(
  text: string,
  span: GivenSpan,
  convention: OffsetConvention,
  source: Pick<Source, "fileName">,
  warnings: CountedWarnings,
): PlacedSpan {
  const { quote, where } = span;
  const given = rangesOf(span, convention);
  if (given === null || given.length === 0) throw badFile(source, outside(span));
  const ranges = given.map((range) => wholeCharacters(text, range));
  if (ranges.some((range, at) => range !== given[at]))
    warnings.count(where, halfCharacters.one, halfCharacters.many);
  const there = quoteOf(text, ranges);
  if (quote === null || isSame(there, quote)) return { ranges, quote: there };
  const longer = oneLonger(text, ranges);
  if (longer !== null && isSame(quoteOf(text, longer), quote)) {
    warnings.count(where, shortOffsets.one, shortOffsets.many);
    return { ranges: longer, quote: quoteOf(text, longer) };
  }
  warnings.count(
    where,
    `quotes "${shortenedQuote(quote)}" where the text has "${shortenedQuote(there)}"; its offsets were believed and the span flagged`,
    "quote something else than the text has there; their offsets were believed and the spans flagged",
  );
  return { ranges, quote: there, flag: `The file quotes "${shortenedQuote(quote)}" here.` };
}

const halfCharacters = {
  one: "begins or ends within a character, and was read with the whole of it",
  many: "begin or end within a character, and were read with the whole of it",
};

const shortOffsets = {
  one: "quotes one character more than its offsets cover, and was read as its quote says",
  many: "quote one character more than their offsets cover, and were read as their quotes say",
};

function oneLonger(text: string, ranges: TextRange[]): TextRange[] | null {
  const last = ranges.at(-1);
  if (last === undefined || last.end >= text.length) return null;
  const longer = { start: last.start, end: last.end + 1 };
  return [...ranges.slice(0, -1), wholeCharacters(text, longer)];
}

/** White space is written in many ways, and fragments are joined in several. */
function isSame(there: string, quoted: string): boolean {
  return there === quoted || withoutWhite(there) === withoutWhite(quoted);
}

const withoutWhite = (text: string) => text.replace(/\s+/g, "");

function outside({ where, ranges }: GivenSpan): string {
  const reversed = ranges.find(({ start, end }) => end < start);
  if (reversed)
    return `has offsets the wrong way round: ${where} ends at ${reversed.end}, before it starts at ${reversed.start}; correct them and import it again.`;
  const end = Math.max(...ranges.map((range) => range.end));
  return `has offsets outside its text: ${where} ends at ${end}; check that text and annotations belong together.`;
}
