import type { TextRange } from "../model/annotation.ts";
import { literal } from "./literal.ts";

/** Which words to look for, and how strictly. */
export interface SameWords {
  quote: string;
  matchCase: boolean;
  /** Not inside of longer words. */
  wholeWords: boolean;
}

/**
 * Where a text, or a range of it, says these words, from left to right and not over each other. Any
 * white space stands for any other, since a report's lines may break anywhere.
 */
export function sameWords(
  text: string,
  { quote, matchCase, wholeWords }: SameWords,
  { start, end }: TextRange = { start: 0, end: text.length },
): TextRange[] {
  const words = quote.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return [];
  const wording = words.map(literal).join("\\s+");
  const pattern = new RegExp(
    wholeWords ? whole(wording, words) : wording,
    matchCase ? "gu" : "giu",
  );
  pattern.lastIndex = start;
  const found: TextRange[] = [];
  for (let hit = pattern.exec(text); hit && pattern.lastIndex <= end; hit = pattern.exec(text))
    found.push({ start: hit.index, end: pattern.lastIndex });
  return found;
}

function whole(wording: string, words: readonly string[]): string {
  const begins = /^[\p{L}\p{N}\p{M}]/u.test(words[0] ?? "");
  const ends = /[\p{L}\p{N}\p{M}]$/u.test(words.at(-1) ?? "");
  const letter = "[\\p{L}\\p{N}\\p{M}]";
  return `${begins ? `(?<!${letter})` : ""}${wording}${ends ? `(?!${letter})` : ""}`;
}
