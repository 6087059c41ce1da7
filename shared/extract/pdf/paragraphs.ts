import type { Line } from "./lines.ts";
import type { Stack } from "./stacks.ts";
import { type BodyType, bodyTypeOf } from "./style.ts";

/** Lines that make one paragraph, heading or item, as far as one column shows it. */
export interface Paragraph {
  lines: Line[];
  /** Edges of the stack that it stands in. */
  left: number;
  right: number;
  /** The type that most of its stack is set in, where that is more than a few lines. */
  around: BodyType | null;
  /** Of a table: its rows of cells. */
  rows?: Line[][][];
}

/** Cuts a stack where type, indent, space or a line that ends early says that something begins. */
export function paragraphsOf({ lines, left, right }: Stack, body: BodyType): Paragraph[] {
  const marks = { left, right, leading: commonLeading(lines), isHanging: isHanging(lines, left) };
  const set = linesSetApart(lines, body);
  const around = lines.length > 4 ? bodyTypeOf(lines) : null;
  const paragraphs: Paragraph[] = [];
  for (const [at, line] of lines.entries()) {
    const last = paragraphs.at(-1);
    const before = last?.lines.at(-1);
    const isSame = set[at] === set[at - 1];
    const isOther = set[at] && before && isOtherHeading(line, before);
    if (last && before && isSame && !isOther && !begins(line, before, marks)) last.lines.push(line);
    else paragraphs.push({ lines: [line], left, right, around });
  }
  return paragraphs;
}

/** Which lines are in a face of their own, between a finished sentence and a new one: headings. */
function linesSetApart(lines: readonly Line[], body: BodyType): boolean[] {
  const usual = lines.length > 4 ? bodyTypeOf(lines).face : body.face;
  const hasOwnFace = (line: Line | undefined) =>
    line?.pure === true && line.face !== body.face && line.face !== usual;
  const set: boolean[] = [];
  for (const [at, line] of lines.entries()) {
    const [before, next] = [lines[at - 1], lines[at + 1]];
    const goesOn = set[at - 1] === true && before?.face === line.face;
    const isFree = goesOn || !before || set[at - 1] || endsSentence(before.text);
    const begins = goesOn || /^[\p{Lu}\d]/u.test(line.text);
    const isBeforeText = !next || hasOwnFace(next) || /^[\p{Lu}\d“"(]/u.test(next.text);
    const isFinal = /[.,;]$/.test(line.text);
    set.push(hasOwnFace(line) && isFree && begins && isBeforeText && !isFinal);
  }
  return set;
}

/** Whether a text ends as a sentence does, references after it aside. */
export function endsSentence(text: string): boolean {
  return /(?:[.?!:]|[.?!]["”’)\]]+)(?:\s?\[?[\d,–-]+\]?)?$/.test(text);
}

interface Marks {
  left: number;
  right: number;
  leading: number;
  isHanging: boolean;
}

function begins(line: Line, before: Line, marks: Marks): boolean {
  return (
    hasOtherType(line, before) ||
    line.baseline - before.baseline > marks.leading * 1.25 ||
    isIndented(line, before, marks) ||
    endsEarly(before, line, marks) ||
    isBullet(line.text)
  );
}

function hasOtherType(line: Line, before: Line): boolean {
  const sizes = Math.abs(line.size - before.size) > 0.08 * before.size;
  const isWords = line.text.length > 3 && before.text.length > 3;
  return sizes || (isWords && line.bold !== before.bold);
}

/** Two headings below each other differ in face, size or capitals. */
function isOtherHeading(line: Line, before: Line): boolean {
  const isCapitals = ({ text }: Line) => !/\p{Ll}/u.test(text);
  const sizes = Math.abs(line.size - before.size) > 0.03 * line.size;
  return sizes || line.face !== before.face || isCapitals(line) !== isCapitals(before);
}

function isIndented(line: Line, before: Line, { left, isHanging }: Marks): boolean {
  const [indent, earlier] = [line.left - left, before.left - left];
  const step = line.size * 0.6;
  if (isHanging) return indent < step && earlier > step;
  return indent > step && indent < line.size * 4 && earlier < step;
}

/** Most lines stand further in than the first ones of each item. */
function isHanging(lines: readonly Line[], left: number): boolean {
  const inner = lines.filter((line) => line.left - left > line.size * 0.6).length;
  return inner > lines.length / 2;
}

/** The next line's first word would have had room: the line was meant to end. */
function endsEarly(before: Line, line: Line, { right }: Marks): boolean {
  const first = line.text.split(" ")[0]?.length ?? 0;
  const advance = (line.right - line.left) / Math.max(1, line.text.length);
  const room = right - before.right - advance * (first + 2);
  return room > 0 && /[.?!:;)\]”"]\d*$/.test(before.text) && room > line.size;
}

/** Whether a text begins with the sign of a list's item; one that cannot be read is most often that. */
export function isBullet(text: string): boolean {
  return /^(?:[\p{Cc}\p{Co}] |[•\uf0b7\uf0a7●▪■►▶‣◦▸➢✓☐]|[–—-] )/u.test(text);
}

function commonLeading(lines: readonly Line[]): number {
  const steps = lines.slice(1).map((line, at) => line.baseline - (lines[at]?.baseline ?? 0));
  const sorted = steps.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** A paragraph's text, lines joined as they are; only to look at. */
export function textOfLines({ lines }: Pick<Paragraph, "lines">): string {
  return lines.map(({ text }) => text).join(" ");
}
