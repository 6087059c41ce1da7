import type { TextRange } from "../model/annotation.ts";

/** What `\s` of a regular expression holds, by character code. */
export function isWhite(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 160) return false;
  return code === 160 || code === 0x3000 || code === 0xfeff || isRareWhite(code);
}

function isRareWhite(code: number): boolean {
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    (code >= 0x2028 && code <= 0x2029) ||
    code === 0x1680 ||
    code === 0x202f ||
    code === 0x205f
  );
}

/** The range without the white space at both ends; empty, at its start, when there is nothing else. */
export function trimRange(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (end > start && isWhite(text.charCodeAt(end - 1))) end -= 1;
  while (start < end && isWhite(text.charCodeAt(start))) start += 1;
  return { start, end };
}

const letters = "[\\p{L}\\p{N}\\p{M}]+";
const begin = "(?<![\\p{L}\\p{N}\\p{M}])";
const hyphen = "[-\u2010\u2011]";

/** What may stand inside a word, each with what has to be on both sides of it. */
const joints = [
  "(?<=\\p{L})['’](?=\\p{L})", // Crohn's
  "(?<=\\d)[.,/](?=\\d)", // 0.5, CAM5.2, CK5/6
  `(?<=${begin}\\p{L}{1,5})${hyphen}(?=\\d{1,3}(?![\\p{L}\\d]))`, // Ki-67, HMB-45
  `(?<=${begin}\\p{L})${hyphen}(?=\\p{L})`, // T-cell, c-kit, β-catenin
  `(?<=${begin}\\p{Lu}{2,4})${hyphen}(?=\\p{Lu}\\d)`, // PD-L1
  `(?<=${begin}\\d{1,2})${hyphen}(?=\\p{Lu}{2,3}(?!\\p{L}))`, // 5-FU
  `(?<=\\p{L})${hyphen}(?=\\p{Lu}(?![\\p{L}\\d]))`, // Melan-A
];

/** t(11;22)(q24;q12), del(17p) */
const karyotype = `${begin}(?:t|inv|del|dup|ins|add|der)(?:\\([\\dXYpq.;]+\\))+`;

const wordPattern = `${karyotype}|${letters}(?:(?:${joints.join("|")})${letters})*`;

/** Nothing in a report that is longer than this without white space is a word to a reader. */
const longestRun = 200;

/**
 * The words in a range, or in the whole text; those that only reach into the range as well. Names
 * such as "HMB-45", "5-FU", "T-cell" and "t(11;22)" are one word; what says a result, as in "CD34+"
 * and "CD34-positive", is not part of the name's word.
 */
export function wordRanges(
  text: string,
  range: TextRange = { start: 0, end: text.length },
): TextRange[] {
  const pattern = new RegExp(wordPattern, "gu");
  pattern.lastIndex = runStart(text, range.start);
  const words: TextRange[] = [];
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    if (found.index >= range.end) break;
    if (pattern.lastIndex > range.start) words.push({ start: found.index, end: pattern.lastIndex });
  }
  return words;
}

/** The word that an offset is in, or at whose end it is; null beside all words. */
export function wordAt(text: string, offset: number): TextRange | null {
  const near = { start: Math.max(0, offset - 1), end: Math.min(text.length, offset + 1) };
  const touching = wordRanges(text, near).filter(
    ({ start, end }) => start <= offset && offset <= end,
  );
  return touching.at(-1) ?? null;
}

/** The range without white space at its ends, and with the words whole that it begins or ends in. */
export function snapToWords(text: string, range: TextRange): TextRange {
  const { start, end } = trimRange(text, range);
  if (start === end) return { start, end };
  return { start: cutWord(text, start)?.start ?? start, end: cutWord(text, end)?.end ?? end };
}

/** The word that an offset goes through the middle of. */
function cutWord(text: string, offset: number): TextRange | null {
  const word = wordAt(text, offset);
  return word && word.start < offset && offset < word.end ? word : null;
}

/** Where the characters without white space begin that an offset is in. */
function runStart(text: string, offset: number): number {
  let start = offset;
  const limit = Math.max(0, offset - longestRun);
  while (start > limit && !isWhite(text.charCodeAt(start - 1))) start -= 1;
  return start;
}
