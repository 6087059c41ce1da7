import type { TextRange } from "../model/annotation.ts";
import type { Section } from "../model/report.ts";
import { literal } from "../text/literal.ts";
import { trimRange } from "../text/words.ts";
import type { TextEdit } from "./edits.ts";
import { mappingOf } from "./mapping.ts";
import { movesOf } from "./moved.ts";

/**
 * Sections in the corrected text, with headings as they read now; one that was taken out is gone.
 * Where a stretch moved away, the section around it goes on after the gap.
 */
export function carrySections(
  sections: readonly Section[],
  text: string,
  corrected: string,
  edits: readonly TextEdit[],
): Section[] {
  const map = mappingOf(text, edits);
  const carried = cutAtMoves(sections, text, edits).flatMap((section) => {
    const range = map(section);
    if (range.start >= range.end) return [];
    return [{ ...section, ...range, title: titleNow(section) }];
  });
  return movesOf(edits).length === 0 ? carried : joined(corrected, carried);

  function titleNow({ start, end, title }: Section): string {
    const heading = headingIn(text.slice(start, Math.min(end, start + title.length + 80)), title);
    if (heading === null) return title;
    const now = map({ start: start + heading.start, end: start + heading.end });
    return corrected.slice(now.start, now.end).replace(/\s+/g, " ").trim();
  }
}

/** Where a heading's words stand, whatever white space is between them. */
function headingIn(opening: string, title: string): TextRange | null {
  if (title.trim() === "") return null;
  const words = title.trim().split(/\s+/).map(literal);
  const found = new RegExp(words.join("\\s+"), "u").exec(opening);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** The sections in parts, each of which stays or moves as a whole; what follows a move is of what was before it. */
function cutAtMoves(
  sections: readonly Section[],
  text: string,
  edits: readonly TextEdit[],
): readonly Section[] {
  let parts = sections;
  for (const { start, end } of movesOf(edits)) {
    const around = parts.findLast((section) => section.start < start);
    parts = cutAt(cutAt(parts, text, start), text, end, around);
  }
  for (const { start, moved } of edits) if (moved) parts = cutAt(parts, text, start);
  return parts;
}

/** A section that an offset goes through in two; the second part is as another one says. */
function cutAt(
  sections: readonly Section[],
  text: string,
  at: number,
  after?: Section,
): readonly Section[] {
  return sections.flatMap((section) => {
    if (section.start >= at || section.end <= at) return [section];
    const { kind, title } = after ?? section;
    const head = { ...section, ...trimRange(text, { start: section.start, end: at }) };
    const tail = { kind, title, ...trimRange(text, { start: at, end: section.end }) };
    return [head, tail].filter(({ start, end }) => start < end);
  });
}

/** In order; parts of one section that stand side by side again are one. */
function joined(text: string, sections: readonly Section[]): Section[] {
  const all: Section[] = [];
  for (const section of sections.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    const isNext = last && text.slice(last.end, section.start).trim() === "";
    const isSame = isNext && last.kind === section.kind && last.title === section.title;
    if (isSame) all.splice(-1, 1, { ...last, end: section.end });
    else all.push(section);
  }
  return all;
}
