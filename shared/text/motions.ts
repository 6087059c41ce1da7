import type { TextRange } from "../model/annotation.ts";
import { countWhile } from "./count-while.ts";
import { phraseRanges } from "./phrases.ts";
import { sentenceRanges } from "./sentences.ts";
import { wordRanges } from "./words.ts";

/** What the caret can go by. */
export type MotionUnit = "word" | "sentence" | "paragraph" | "section";

/** A report as it is read: paragraphs (headings are some of them) and sections, each in order. */
export interface ReadText {
  text: string;
  paragraphs: readonly TextRange[];
  sections: readonly TextRange[];
}

/** Where a selection began, and its end that moves; the same offset twice is a caret. */
export interface Caret {
  anchor: number;
  head: number;
}

export type Direction = 1 | -1;

/**
 * The caret at the beginning of the next or the previous unit; beyond the last, at the end of the
 * text. When it extends, the selection takes in or leaves out whole units.
 */
export function moved(
  read: ReadText,
  { anchor, head }: Caret,
  unit: MotionUnit,
  direction: Direction,
  extends_: boolean,
): Caret {
  if (!extends_) {
    const to = edgeBeyond(read, head, unit, direction, "start");
    return { anchor: to, head: to };
  }
  // What is outside of the selection is taken in to its far edge, what is inside let go to its near one.
  const edge = head === anchor ? outer(direction) : head > anchor ? "end" : "start";
  const to = edgeBeyond(read, head, unit, direction, edge);
  const crosses = (head - anchor) * (to - anchor) < 0;
  return { anchor, head: crosses ? anchor : to };
}

const outer = (direction: Direction) => (direction === 1 ? "end" : "start");

/** The phrase that begins at or behind an offset, or that ends at or before it; null for none. */
export function phraseBeyond(
  read: ReadText,
  offset: number,
  direction: Direction,
): TextRange | null {
  const isBeyond = ({ start, end }: TextRange) =>
    direction === 1 ? start >= offset : end <= offset;
  return firstOf(read.paragraphs, offset, direction, (paragraph) =>
    inOrder(phraseRanges(read.text, paragraph), direction).find(isBeyond),
  );
}

function edgeBeyond(
  read: ReadText,
  head: number,
  unit: MotionUnit,
  direction: Direction,
  edge: "start" | "end",
): number {
  const isBeyond = (range: TextRange) => (range[edge] - head) * direction > 0;
  const beyond = (ranges: readonly TextRange[]) => inOrder(ranges, direction).find(isBeyond);
  const found = isWhole(unit)
    ? beyond(rangesAround(wholes(read, unit), head))
    : firstOf(read.paragraphs, head, direction, (paragraph) =>
        beyond(parts[unit](read.text, paragraph)),
      );
  return found?.[edge] ?? (direction === 1 ? read.text.length : 0);
}

const parts = { word: wordRanges, sentence: sentenceRanges };

const isWhole = (unit: MotionUnit): unit is "paragraph" | "section" =>
  unit === "paragraph" || unit === "section";

const wholes = ({ paragraphs, sections }: ReadText, unit: "paragraph" | "section") =>
  unit === "paragraph" ? paragraphs : sections;

/** The few ranges among which the next and the previous edge of an offset are. */
function rangesAround(ranges: readonly TextRange[], offset: number): readonly TextRange[] {
  const at = countWhile(ranges.length, (index) => (ranges[index]?.start ?? 0) <= offset);
  return ranges.slice(Math.max(0, at - 3), at + 2);
}

/** What is found first in the paragraph of an offset or in those that follow in that direction. */
function firstOf(
  paragraphs: readonly TextRange[],
  offset: number,
  direction: Direction,
  find: (paragraph: TextRange) => TextRange | undefined,
): TextRange | null {
  const before = countWhile(paragraphs.length, (at) => (paragraphs[at]?.start ?? 0) <= offset);
  for (let at = Math.max(0, before - 1); at >= 0 && at < paragraphs.length; at += direction) {
    const paragraph = paragraphs[at];
    const found = paragraph && find(paragraph);
    if (found) return found;
  }
  return null;
}

function inOrder<Item>(items: readonly Item[], direction: Direction): readonly Item[] {
  return direction === 1 ? items : items.toReversed();
}
