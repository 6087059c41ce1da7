import { AppError } from "../../../errors.ts";
import type { TextRange } from "../../../model/annotation.ts";
import { quoteOf, shortenedQuote, type Unit } from "../../../text/offsets.ts";
import { type OffsetConvention, offsetConventions } from "../../reading/offset-convention.ts";
import { matchOf, meantMatch } from "./quote-match.ts";
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
  const { line, label } = span;
  const tail = line.tail ?? "";
  const ranges = rangesUnder(span, convention);
  if (ranges === null) throw badLine(warnings.file, line, outside(span));
  const match = matchOf(text, ranges, tail) ?? meantMatch(text, ranges, tail);
  if (match === null)
    throw badLine(
      warnings.file,
      line,
      `${line.name} quotes "${shortenedQuote(tail)}", but the text has "${shortenedQuote(quoteOf(text, ranges))}" there; ${checkText}`,
    );
  if (match.oddity !== null) warnings.count(line, match.oddity.one, match.oddity.many);
  if (match.extra !== "") warnings.count(line, furtherField.one, furtherField.many);
  return { line, label, ranges: match.ranges, extra: match.extra };
}

const checkText = "check that the .txt file is the one that was annotated";

const furtherField = {
  one: "has a field behind its text, which is kept",
  many: "have a field behind their text, which is kept",
};

function outside({ line, fragments }: Unplaced): string {
  const reversed = fragments.find(({ start, end }) => end < start);
  return reversed === undefined
    ? `${line.name} ends at ${Math.max(...fragments.map(({ end }) => end))}, beyond the end of the text; ${checkText}`
    : `${line.name} ends at ${reversed.end}, before it starts at ${reversed.start}; correct its offsets`;
}

function badLine(file: string, line: RawLine, problem: string): AppError {
  return new AppError("bad-file", `${file}, line ${line.number}: ${problem}.`);
}
