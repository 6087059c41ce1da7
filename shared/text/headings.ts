import type { SectionKind } from "../model/report.ts";
import { breaksOff, endsSentence, isListItem, isTableRow } from "./lines.ts";
import { kindOfHeading } from "./section-words.ts";

/** A line as it stands among its neighbours, without white space at its ends; "" is a blank line. */
export interface LineInContext {
  line: string;
  before: string;
  after: string;
  /** The nearest lines that are not blank; "" at the text's ends. */
  lastText: string;
  nextText: string;
}

/** How a heading is set apart: by a number or marks, in capitals or not on a line of its own, or before its text. */
export type HeadingShape = "marked" | "capitals" | "line" | "run-in" | "caption";

/** What stands before a section's text. */
export interface Heading {
  title: string;
  /** Null: the words say nothing about the kind. */
  kind: SectionKind | null;
  shape: HeadingShape;
  /** 1 for main sections; by its number or marks, else by its shape. */
  level: number;
}

/** Numbers and marks reach to level 6; what only begins a paragraph is below all of them. */
const levels = { marked: 1, capitals: 1, line: 2, "run-in": 7, caption: 7 };

/** The heading that a line surely is, or begins with, whatever the report's other headings are like. */
export function headingOf(context: LineInContext): Heading | null {
  return (
    markdownHeading(context.line) ?? caption(context) ?? wholeLine(context) ?? runIn(context.line)
  );
}

/** A heading of the level that its number or marks give it; without them, of its shape's. */
export function makeHeading(
  title: string,
  shape: HeadingShape,
  level: number | null = null,
): Heading {
  const kind = shape === "caption" ? "caption" : kindOfHeading(title);
  return { title, kind, shape, level: level ?? levels[shape] };
}

/** The number or the "#" before a heading's words, and its level. */
export function headingPrefix(line: string): { length: number; level: number | null } {
  const marks = /^(#{1,6})\s+/.exec(line);
  if (marks) return { length: marks[0].length, level: marks[1]?.length ?? 1 };
  const number = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s+(?=\p{L})|^[IVX]{1,4}\.\s+(?=\p{Lu})/u.exec(
    line,
  );
  if (!number) return { length: 0, level: null };
  return { length: number[0].length, level: number[1]?.split(".").length ?? 1 };
}

function markdownHeading(line: string): Heading | null {
  if (!line.startsWith("#")) return null;
  const { length, level } = headingPrefix(line);
  const title = line.slice(length).replace(/\s+#+$/, "");
  if (length === 0 || title === "") return null;
  return makeHeading(title, "marked", level);
}

const captionStart =
  /^(?:(?:supplementary|supplemental|extended data)\s+)?(?:figure|fig\.?|table|image|video|plate)\s*s?\d{1,3}[a-z]?\s*([:.|–—-])\s*(?=\S)/iu;

/** `Figure 1: ...` at a line's start; with a full stop only where no sentence runs into it. */
function caption({ line, before }: LineInContext): Heading | null {
  const found = captionStart.exec(line);
  if (!found) return null;
  if (found[1] !== ":" && before !== "" && !endsSentence(before)) return null;
  return makeHeading(found[0].replace(/[\s:.|–—-]+$/u, ""), "caption");
}

function wholeLine(context: LineInContext): Heading | null {
  const found = lineAsHeading(context.line);
  if (!found) return null;
  const isHeading =
    found.kind === null
      ? standsAlone(context) && looksLikeHeading(found.title)
      : standsAsHeading(context);
  return isHeading ? found : null;
}

/** The heading that a line would be, by its form alone. */
export function lineAsHeading(line: string): Heading | null {
  if (line.length > 100 || /[.!?;,]$/.test(line) || isTableRow(line)) return null;
  const { length, level } = headingPrefix(line);
  const title = line.slice(length).replace(/\s*:$/, "");
  if (!/^[\p{Lu}\d]/u.test(title)) return null;
  if (level !== null) return makeHeading(title, "marked", level);
  return makeHeading(title, isCapitals(title) ? "capitals" : "line");
}

/** Known words still are text when a wrapped sentence happens to end its line with them. */
function standsAsHeading({ line, before, after }: LineInContext): boolean {
  const isSetApart = line.endsWith(":") || isCapitals(line);
  return isSetApart || before === "" || after === "" || endsSentence(before);
}

/** Between blank lines, after a finished sentence or another heading, before a paragraph. */
function standsAlone({ line, before, after, lastText, nextText }: LineInContext): boolean {
  if (before !== "" || after !== "" || nextText === "" || isListItem(line)) return false;
  const isAfterText = endsSentence(lastText) || lastText.length < 60;
  const isBeforeText = nextText.length >= 40 || endsSentence(nextText);
  return isAfterText && isBeforeText && /^[\p{Lu}\d“"(]/u.test(nextText) && !isCapitals(nextText);
}

/** A few words, most with letters only, beginning with a capital. */
export function looksLikeHeading(title: string): boolean {
  const words = title.split(/\s+/);
  if (words.length > 10 || title.length > 80) return false;
  if (title.includes(":") || breaksOff(title)) return false;
  const real = words.filter((word) => /^[\p{L}’'(),/-]{3,}$/u.test(word));
  return real.length > 0 && real.length * 2 >= words.length && /^\p{Lu}/u.test(title);
}

/** Written in capitals, as headings are, but for words in brackets; "CD34" is too short to be. */
export function isCapitals(line: string): boolean {
  const words = line.replace(/\([^()]*\)/g, "");
  return /\p{Lu}{4}/u.test(words) && !/\p{Ll}/u.test(words.replace(/\b\p{Ll}\b/gu, ""));
}

const runInHead =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(\p{Lu}[\p{L} ,/&’'-]{2,50}?(?: \d{1,2})?(?: \([^()]{3,40}\))?)\s*:\s+(?=\S)/u;

/** `Background: Leiomyosarcoma is ...`: only words that we know. */
function runIn(line: string): Heading | null {
  const title = runInHead.exec(line.slice(0, 80))?.[1];
  const found = title === undefined ? null : makeHeading(title, "run-in");
  return found?.kind ? found : null;
}
