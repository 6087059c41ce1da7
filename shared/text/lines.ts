import type { TextRange } from "../model/annotation.ts";
import { trimRange } from "./words.ts";

/**
 * The lines of a text, without the white space at their ends; a blank line is an empty range. Only
 * "\n" ends a line, as everywhere in Casemark.
 */
export function linesOf(text: string): TextRange[] {
  const lines: TextRange[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    lines.push(trimRange(text, { start, end }));
    start = end + 1;
  }
  return lines;
}

export const isBlank = ({ start, end }: TextRange): boolean => start === end;

/** A sentence, or something that introduces what follows, ends here. */
export function endsSentence(line: string): boolean {
  return /[.!?:;…][)\]"'’”]*(\s*\[[\d,;–\-\s]+\])?$/.test(line.slice(-24));
}

/** The line stops where no heading or title does: "presented with". */
export const breaksOff = (line: string): boolean =>
  /\s(?:a|an|and|as|at|by|for|from|in|is|of|on|or|that|the|to|was|were|which|with)$/.test(line);

const bullet =
  /^(?:[-*•‣▪◦●○–—]\s|\(?\d{1,2}[.)]\s+\p{L}|\(?[a-z]\)\s|(?:i|ii|iii|iv|v|vi)[.)]\s)/u;

/** The line begins like an item of a list: a bullet, a number or a letter. */
export const isListItem = (line: string): boolean => bullet.test(line.slice(0, 12));

/** Columns made by tabs or by several spaces. */
export const isTableRow = (line: string): boolean => line.includes("\t") || line.includes("   ");
