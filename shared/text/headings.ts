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

export interface Heading {
  title: string;
  /** Null: the words say nothing about the kind. */
  kind: SectionKind | null;
  /** 1 for the report's main sections; a heading of level 2 without a kind of its own belongs to them. */
  level: number;
}

/** The heading that a line is, or begins with; null when it is text like any other. */
export function headingOf(context: LineInContext): Heading | null {
  return (
    markdownHeading(context.line) ??
    caption(context) ??
    wholeLine(context) ??
    runIn(context.line) ??
    null
  );
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
  return { title, kind: kindOfHeading(title), level: level ?? 1 };
}

const captionStart =
  /^(?:(?:supplementary|supplemental|extended data)\s+)?(?:figure|fig\.?|table|image|video|plate)\s*s?\d{1,3}[a-z]?\s*([:.|–—-])\s*(?=\S)/iu;

/** `Figure 1: ...` at a line's start; with a full stop only where no sentence runs into it. */
function caption({ line, before }: LineInContext): Heading | null {
  const found = captionStart.exec(line);
  if (!found) return null;
  if (found[1] !== ":" && before !== "" && !endsSentence(before)) return null;
  const title = found[0].replace(/[\s:.|–—-]+$/u, "");
  return { title, kind: "caption", level: 2 };
}

function wholeLine(context: LineInContext): Heading | null {
  const { line } = context;
  if (line.length > 100 || /[.!?;,]$/.test(line) || isTableRow(line)) return null;
  const { length, level } = headingPrefix(line);
  const title = line.slice(length).replace(/\s*:$/, "");
  if (!/^[\p{Lu}\d]/u.test(title)) return null;
  const kind = kindOfHeading(title);
  if (kind !== null && standsAsHeading(context, line.endsWith(":")))
    return { title, kind, level: level ?? 1 };
  return standsAlone(context) && looksLikeHeading(title)
    ? { title, kind, level: level ?? (isCapitals(title) ? 1 : 2) }
    : null;
}

/** Known words still are text when a wrapped sentence happens to end its line with them. */
function standsAsHeading({ line, before, after }: LineInContext, hasColon: boolean): boolean {
  return hasColon || isCapitals(line) || before === "" || after === "" || endsSentence(before);
}

/** Between blank lines, after a finished sentence or another heading, before a paragraph. */
function standsAlone({ line, before, after, lastText, nextText }: LineInContext): boolean {
  if (before !== "" || after !== "" || nextText === "" || isListItem(line)) return false;
  const isAfterText = endsSentence(lastText) || lastText.length < 60;
  const isBeforeText = nextText.length >= 40 || endsSentence(nextText);
  return isAfterText && isBeforeText && /^[\p{Lu}\d“"(]/u.test(nextText) && !isCapitals(nextText);
}

/** A few words, most with letters only, beginning with a capital. */
function looksLikeHeading(title: string): boolean {
  const words = title.split(/\s+/);
  if (words.length > 10 || title.length > 80) return false;
  if (title.includes(":") || breaksOff(title)) return false;
  const real = words.filter((word) => /^[\p{L}’'(),/-]{3,}$/u.test(word));
  return real.length > 0 && real.length * 2 >= words.length && /^\p{Lu}/u.test(title);
}

/** Written in capitals, as headings are; "CD34" is too short to be. */
export const isCapitals = (line: string): boolean =>
  /\p{Lu}{4}/u.test(line) && !/\p{Ll}/u.test(line.replace(/\b\p{Ll}\b/gu, ""));

const runInHead = /^(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?(\p{Lu}[\p{L} ,/&’'-]{2,50}?)\s*:\s+(?=\S)/u;

/** `Background: Leiomyosarcoma is ...`: only words that we know. */
function runIn(line: string): Heading | null {
  const title = runInHead.exec(line.slice(0, 80))?.[1];
  const kind = title === undefined ? null : kindOfHeading(title);
  return title === undefined || kind === null ? null : { title, kind, level: 1 };
}
