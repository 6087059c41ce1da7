import type { TextRange } from "../model/annotation.ts";

const blank = "[ \\t\\u00a0]*";
const lineEnd = new RegExp(`^${blank}\\n?`);
const blankLines = new RegExp(`^(?:${blank}\\n)+`);
const afterBlankLine = new RegExp(`(?:^|\\n)${blank}\\n$`);

/** What goes when lines go: their own ends too, and of the blank lines before and after only one side stays. */
export function wholeLines(text: string, { start, end }: TextRange): TextRange {
  const from = text.lastIndexOf("\n", start - 1) + 1;
  const to = end + lengthAt(lineEnd, text, end);
  const isAfterBlank = from === 0 || afterBlankLine.test(text.slice(Math.max(0, from - 100), from));
  return { start: from, end: isAfterBlank ? to + lengthAt(blankLines, text, to) : to };
}

const lengthAt = (pattern: RegExp, text: string, at: number): number =>
  pattern.exec(text.slice(at, at + 200))?.[0].length ?? 0;
