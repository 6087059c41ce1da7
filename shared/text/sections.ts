import type { TextRange } from "../model/annotation.ts";
import type { Section, SectionKind } from "../model/report.ts";
import { habitsOf, headingByHabit } from "./heading-habits.ts";
import { type Heading, headingOf, type LineInContext } from "./headings.ts";
import { isBlank, linesOf } from "./lines.ts";
import { Outline } from "./outline.ts";
import { titleRange, titleText } from "./titles.ts";
import { trimRange } from "./words.ts";

interface Start {
  at: number;
  kind: SectionKind;
  title: string;
}

/**
 * The report's sections by its headings, in order and without overlap; every character that is not
 * white space is in one. A section begins with its heading and ends, without trailing white space,
 * where the next begins. Text before the first heading, and text that goes on after a figure's
 * caption, is a section with an empty title. A heading is rather missed than invented.
 */
export function findSections(text: string): Section[] {
  const lines = linesOf(text);
  const title = titleRange(text, lines);
  const starts = [...opening(text, title), ...headingStarts(text, lines, title?.end ?? 0)];
  return starts.flatMap(({ at, kind, title }, index) => {
    const range = trimRange(text, { start: at, end: starts[index + 1]?.at ?? text.length });
    return isBlank(range) ? [] : [{ ...range, kind, title }];
  });
}

/** The report's title: its first lines where they look like one, else the file's name without its ending. */
export function titleOf(text: string, fileName: string): string {
  const range = titleRange(text, linesOf(text));
  if (range) return titleText(text, range);
  const name = fileName.split(/[/\\]/).at(-1) ?? fileName;
  return name.replace(/(?<=.)\.[a-z0-9]{1,5}$/i, "") || fileName;
}

/** The title, if there is one, and what stands before the first heading. */
function opening(text: string, title: TextRange | null): Start[] {
  const rest: Start = { at: title?.end ?? 0, kind: "other", title: "" };
  if (!title) return [rest];
  return [{ at: title.start, kind: "title", title: titleText(text, title) }, rest];
}

const oneLine = (title: string) => title.replace(/\s+/g, " ");

/** Every heading from an offset on, and after each caption the place where the text goes on. */
function headingStarts(text: string, lines: readonly TextRange[], from: number): Start[] {
  const headings = headingsAt(text, lines, from);
  const starts: Start[] = [];
  const outline = new Outline();
  let isInCaption = false;
  for (const { start, end } of lines) {
    if (start === end && isInCaption) starts.push({ at: start, kind: outline.kind(), title: "" });
    if (start === end) isInCaption = false;
    const heading = headings.get(start);
    const kind = heading ? outline.enter(heading) : null;
    if (!heading || kind === null) continue;
    starts.push({ at: start, kind, title: oneLine(heading.title) });
    isInCaption = kind === "caption";
  }
  return starts;
}

/** The headings by the offset of their line: those that are sure, then those that are like them. */
function headingsAt(
  text: string,
  lines: readonly TextRange[],
  from: number,
): ReadonlyMap<number, Heading> {
  const texts = lines.map(({ start, end }) => text.slice(start, end));
  const found = texts.flatMap((line, index) => {
    const { start = 0, end = 0 } = lines[index] ?? {};
    if (end <= from || !/^[\p{Lu}\d#]/u.test(line)) return [];
    const context = contextOf(texts, index, line);
    return [{ start, context, heading: headingOf(context) }];
  });
  const habits = habitsOf(found);
  return new Map(
    found.flatMap(({ start, context, heading }) => {
      const all = heading ?? headingByHabit(context, habits);
      return all ? [[start, all] as const] : [];
    }),
  );
}

function contextOf(texts: readonly string[], index: number, line: string): LineInContext {
  let last = index - 1;
  let next = index + 1;
  while (texts[last] === "") last -= 1;
  while (texts[next] === "") next += 1;
  return {
    line,
    before: texts[index - 1] ?? "",
    after: texts[index + 1] ?? "",
    lastText: texts[last] ?? "",
    nextText: texts[next] ?? "",
  };
}
