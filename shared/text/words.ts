import type { TextRange } from "../model/annotation.ts";

/** What `\s` of a regular expression holds, by character code. */
function isWhite(code: number): boolean {
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
