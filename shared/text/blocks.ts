import type { TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
import { headingPrefix, isCapitals } from "./headings.ts";
import { endsSentence, isBlank, isListItem, isTableRow, linesOf } from "./lines.ts";
import { kindOfHeading } from "./section-words.ts";

/** A stretch of text that is shown as one paragraph or one heading. */
export interface Block extends TextRange {
  kind: "heading" | "paragraph";
  /** Of headings: 1 for the title and main sections, 2 and more below them. */
  level?: number;
}

/**
 * How a report is laid out for reading. Blocks are in order and disjoint, hold no blank line, and
 * every character that is not white space is in exactly one. A line end inside a block only wraps
 * the paragraph: it is shown as a space.
 */
export function findBlocks(text: string, sections: readonly Section[]): Block[] {
  const starts = new Map(sections.map((section) => [section.start, section]));
  return stretchesOf(linesOf(text)).flatMap((stretch) => blocksOf(text, stretch, starts));
}

/** Lines without a blank one between them. */
function stretchesOf(lines: readonly TextRange[]): TextRange[][] {
  const stretches: TextRange[][] = [];
  let isOpen = false;
  for (const line of lines) {
    if (isBlank(line)) isOpen = false;
    else if (isOpen) stretches.at(-1)?.push(line);
    else {
      stretches.push([line]);
      isOpen = true;
    }
  }
  return stretches;
}

function blocksOf(
  text: string,
  stretch: readonly TextRange[],
  starts: ReadonlyMap<number, Section>,
): Block[] {
  const blocks: Block[] = [];
  const wraps = isWrapped(text, stretch);
  let headingEnd = 0;
  let goesOn = false;
  for (const [index, line] of stretch.entries()) {
    const words = text.slice(line.start, Math.min(line.end, line.start + 200));
    const section = starts.get(line.start);
    const isRow = isTableRow(words);
    const open = blocks.at(-1);
    if (open && line.end <= headingEnd) open.end = line.end;
    else if (open && goesOn && !section && !isRow && !isListItem(words)) open.end = line.end;
    else blocks.push({ ...line, kind: "paragraph" });
    if (section) headingEnd = endOfHeading(text, section) ?? 0;
    if (section && line.end <= headingEnd) blocks.splice(-1, 1, headingBlock(line, words, section));
    goesOn = wraps && !isRow && line.end > headingEnd && isFull(stretch, index);
  }
  return blocks;
}

/**
 * Whether the lines of a stretch were wrapped to a page's width; if not, each line end means
 * something. Lines longer or shorter than any page's (by their 90th percentile, in characters) were
 * not, nor were lines most of which end as sentences do.
 */
function isWrapped(text: string, stretch: readonly TextRange[]): boolean {
  const lengths = stretch.map(lengthOf).sort((a, b) => a - b);
  const width = lengths[Math.ceil(lengths.length * 0.9) - 1] ?? 0;
  if (width < 45 || width > 150) return false;
  const sentences = stretch
    .slice(0, -1)
    .filter(({ start, end }) => endsSentence(text.slice(Math.max(start, end - 24), end)));
  return sentences.length * 2 <= stretch.length - 1;
}

const lengthOf = ({ start, end }: TextRange) => end - start;

/** A line that goes almost as far across the page as its neighbours ended because the page did. */
function isFull(stretch: readonly TextRange[], index: number): boolean {
  const [length = 0, ...others] = [index, index - 1, index + 1].map((at) => {
    const line = stretch[at];
    return line ? lengthOf(line) : 0;
  });
  return length > Math.max(length, ...others) * 0.6;
}

/** Where a heading ends that fills its lines; null for one that text follows on the same line. */
function endOfHeading(text: string, { start, title }: Section): number | null {
  const prefix = headingPrefix(text.slice(start, start + 20)).length;
  const end = endOfWords(text, start, title) ?? endOfWords(text, start + prefix, title);
  if (end === null) return null;
  const rest = /^[^\S\n]*:?[^\S\n]*#*[^\S\n]*(?=\n|$)/.exec(text.slice(end, end + 40));
  return rest ? end + rest[0].trimEnd().length : null;
}

/** Where these words end when they stand at an offset, whatever white space is between them. */
function endOfWords(text: string, start: number, words: string): number | null {
  let at = start;
  for (const word of words.split(/\s+/)) {
    while (at > start && /\s/.test(text.charAt(at))) at += 1;
    if (word === "" || !text.startsWith(word, at)) return null;
    at += word.length;
  }
  return at;
}

const headingBlock = (line: TextRange, words: string, { kind, title }: Section): Block => ({
  ...line,
  kind: "heading",
  level: headingPrefix(words).level ?? (kind === "title" || isMainHeading(title) ? 1 : 2),
});

const isMainHeading = (title: string) => isCapitals(title) || kindOfHeading(title) !== null;
