import { AppError } from "../../errors.ts";
import type { TextRange } from "../../model/annotation.ts";
import { quoteOf } from "../../text/offsets.ts";
import { type OffsetConvention, offsetConventions, type Unit } from "./offset-convention.ts";
import type { RawLine } from "./raw-line.ts";
import type { Warnings } from "./warnings.ts";

/** A T line as read: its label as spelled, its ranges in our text, and a field too many, if any. */
export interface SpanLine {
  line: RawLine;
  label: string;
  ranges: TextRange[];
  extra: string;
}

interface Unplaced {
  line: RawLine;
  label: string;
  fragments: { start: number; end: number }[];
}

const shape = /^(\S+) +(\d+ +\d+(?: *; *\d+ +\d+)*)$/;

/**
 * Finds how the file counts, by trying which way makes its quotes match, and places its spans.
 * @throws AppError `bad-file` for a line that cannot be placed or does not match its quote.
 */
export function readSpanLines(
  lines: readonly RawLine[],
  raw: string,
  text: string,
  units: readonly Unit[],
  warnings: Warnings,
): SpanLine[] {
  const unplaced = lines.map((line) => parse(line, warnings.file));
  const convention = bestConvention(unplaced, raw, text, units);
  if (convention.peculiarity !== "" && lines.length > 0)
    warnings.say(`${warnings.file}: ${convention.peculiarity}; they were read so.`);
  return unplaced.map((span) => place(span, convention, text, warnings));
}

function parse(line: RawLine, file: string): Unplaced {
  const [, label, offsets] = shape.exec(line.head) ?? [];
  if (label === undefined || offsets === undefined)
    throw badLine(
      file,
      line,
      `${line.name} has no label and offsets ("${line.head}"); a span is written as name, tab, label start end, tab, text`,
    );
  const fragments = offsets.split(";").map((fragment) => {
    const [start, end] = fragment.trim().split(/ +/).map(Number);
    if (start === undefined || end === undefined) throw new RangeError(`no offsets in ${fragment}`);
    return { start, end };
  });
  return { line, label, fragments };
}

function bestConvention(
  spans: readonly Unplaced[],
  raw: string,
  text: string,
  units: readonly Unit[],
): OffsetConvention {
  let best: { convention: OffsetConvention; matches: number } | null = null;
  for (const convention of offsetConventions(raw, units)) {
    const matches = spans.filter((span) => matchesUnder(span, convention, text)).length;
    if (best === null || matches > best.matches) best = { convention, matches };
    if (matches === spans.length) break;
  }
  if (best === null) throw new RangeError("no unit to count offsets in");
  return best.convention;
}

function matchesUnder(span: Unplaced, convention: OffsetConvention, text: string): boolean {
  const ranges = rangesUnder(span, convention);
  return ranges !== null && matchOf(text, ranges, span.line.tail ?? "") !== null;
}

function rangesUnder(span: Unplaced, convention: OffsetConvention): TextRange[] | null {
  const ranges: TextRange[] = [];
  for (const { start, end } of span.fragments) {
    const range = convention.toText(start, end);
    if (range === null) return null;
    ranges.push(range);
  }
  return ranges;
}

function place(
  span: Unplaced,
  convention: OffsetConvention,
  text: string,
  warnings: Warnings,
): SpanLine {
  const { line, label, fragments } = span;
  const reversed = fragments.find(({ start, end }) => end < start);
  if (reversed !== undefined)
    throw badLine(
      warnings.file,
      line,
      `${line.name} ends at ${reversed.end}, before it starts at ${reversed.start}; correct its offsets`,
    );
  const ranges = rangesUnder(span, convention);
  if (ranges === null)
    throw badLine(
      warnings.file,
      line,
      `${line.name} ends at ${Math.max(...fragments.map(({ end }) => end))}, beyond the end of the text; check that the .txt file is the one that was annotated`,
    );
  const match =
    matchOf(text, ranges, line.tail ?? "") ?? longerMatch(text, ranges, line.tail ?? "");
  if (match === null)
    throw badLine(
      warnings.file,
      line,
      `${line.name} quotes "${shortened(line.tail ?? "")}", but the text has "${shortened(quoteOf(text, ranges))}" there; check that the .txt file is the one that was annotated`,
    );
  if (match.longer)
    warnings.count(
      line,
      "quotes one character more than its offsets cover, and was read as its quote says",
      "quote one character more than their offsets cover, and were read as their quotes say",
    );
  if (match.extra !== "")
    warnings.count(
      line,
      "has a field too many, which is kept",
      "have a field too many, which is kept",
    );
  return { line, label, ranges: match.ranges, extra: match.extra };
}

interface Match {
  ranges: TextRange[];
  extra: string;
  longer: boolean;
}

/** Whether the line's text is what the ranges say, with or without a further field behind it. */
function matchOf(text: string, ranges: TextRange[], tail: string): Match | null {
  const quote = oneLine(quoteOf(text, ranges));
  if (quote === oneLine(tail)) return { ranges, extra: "", longer: false };
  const tab = tail.indexOf("\t");
  if (tab < 0 || quote !== oneLine(tail.slice(0, tab))) return null;
  const extra = tail.slice(tab + 1);
  return { ranges, extra: /^\s*$/.test(extra) ? "" : extra, longer: false };
}

/** Some files leave out a span's last character in the offsets: `in vitro` at 6935 to 6942. */
function longerMatch(text: string, ranges: TextRange[], tail: string): Match | null {
  const last = ranges.at(-1);
  if (last === undefined) return null;
  const longer = [...ranges.slice(0, -1), { start: last.start, end: last.end + 1 }];
  const match = last.end < text.length ? matchOf(text, longer, tail) : null;
  return match && { ...match, longer: true };
}

/** Line breaks and tabs are written as spaces; spaces at a line's end are not always kept. */
export function oneLine(quote: string): string {
  return quote.replace(/\r[ \n]?|[\n\t]/g, " ").replace(/ +$/, "");
}

function shortened(quote: string): string {
  const shown = quote.replaceAll("\n", " ");
  return shown.length <= 60 ? shown : `${shown.slice(0, 40)} … ${shown.slice(-15)}`;
}

function badLine(file: string, line: RawLine, problem: string): AppError {
  return new AppError("bad-file", `${file}, line ${line.number}: ${problem}.`);
}
