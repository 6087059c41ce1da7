import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import type { Section } from "../../../shared/model/report.ts";
import { countWhile } from "../../../shared/text/count-while.ts";
import { sameWords } from "../../../shared/text/same-words.ts";
import { sectionAt } from "../../../shared/text/section-at.ts";
import { endOf, startOf } from "../../state/report-index.ts";

/** How the list of the same words is narrowed. */
export interface Narrowing {
  matchCase: boolean;
  wholeWords: boolean;
  /** Only the section in which the words were chosen. */
  inSection: boolean;
  /** Only places that no span touches yet. */
  unmarked: boolean;
}

export interface SearchedReport {
  text: string;
  sections: readonly Section[];
  /** In reading order. */
  order: readonly Span[];
}

/** The places that say these words and can be marked with this label; those that have just that mark are none. */
export function samePlaces(
  { text, sections, order }: SearchedReport,
  quote: string,
  at: TextRange,
  label: string | null,
  { matchCase, wholeWords, inSection, unmarked }: Narrowing,
): TextRange[] {
  const within = inSection ? (sectionAt(sections, at.start) ?? undefined) : undefined;
  const found = sameWords(text, { quote, matchCase, wholeWords }, within);
  const isTaken = unmarked ? touches(order) : marksOf(order, label);
  return found.filter((place) => !isTaken(place));
}

/** The words before and after a place, on one line; lengths in characters. */
export function contextOf(text: string, { start, end }: TextRange, before: number, after: number) {
  const oneLine = (words: string) => words.replace(/\s+/g, " ");
  return {
    before: oneLine(text.slice(Math.max(0, start - before), start)),
    words: oneLine(text.slice(start, end)),
    after: oneLine(text.slice(end, end + after)),
  };
}

function touches(order: readonly Span[]): (place: TextRange) => boolean {
  const starts = order.map(startOf);
  const furthest: number[] = [];
  for (const span of order) furthest.push(Math.max(furthest.at(-1) ?? 0, endOf(span)));
  return ({ start, end }) => {
    const before = countWhile(starts.length, (index) => (starts[index] ?? 0) < end);
    return (furthest[before - 1] ?? 0) > start;
  };
}

function marksOf(order: readonly Span[], label: string | null): (place: TextRange) => boolean {
  const key = (start: number, end: number) => `${start} ${end}`;
  const taken = new Set(
    order
      .filter((span) => span.label === label && span.ranges.length === 1)
      .map((span) => key(startOf(span), endOf(span))),
  );
  return ({ start, end }) => taken.has(key(start, end));
}
