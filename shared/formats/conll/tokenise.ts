import type { TextRange } from "../../model/annotation.ts";
import { sentenceRanges } from "../../text/sentences.ts";
import { tokenRanges } from "../../text/tokens.ts";

/** A text in words, in order. */
export interface TokenisedText {
  tokens: TextRange[];
  /** For each token whether a sentence begins with it. */
  begins: boolean[];
}

/**
 * The words and sentences of a text. A text that was read from words in columns keeps those: it has one line
 * for each sentence, and one space on both sides of every word and comma.
 */
export function tokenise(text: string): TokenisedText {
  const own = tokenRanges(text);
  if (isInWords(text, own.length)) return spacedTokens(text);
  const starts = sentenceRanges(text).map(({ start }) => start);
  let sentence = 0;
  const begins = own.map(({ start }) => {
    const before = sentence;
    while ((starts[sentence] ?? Number.POSITIVE_INFINITY) <= start) sentence += 1;
    return sentence > before;
  });
  return { tokens: own, begins };
}

/** What stands apart only where somebody has cut the text into words. */
const apart = /(?<=[ \n])[.,;:)\]](?=[ \n]|$)/gu;

/** A bracket, comma or full stop that stands at a word, as it does in running text. */
const attached =
  /(?<=^|[ \n])[([]\S*[^)\]\s](?=[ \n]|$)|(?<=^|[ \n])[^([\s]+[)\]](?=[ \n]|$)|\p{L}[,;:](?=[ \n]|$)|\p{L}\p{L}\.(?=\n|$)/gu;

/** Whether a text is written word by word. */
function isInWords(text: string, ownTokens: number): boolean {
  if (!hasOneSpaceOnly(text) || text.includes("-DOCSTART-")) return false;
  const words = text.split(/[ \n]/).length;
  if (words === ownTokens) return true;
  return countOf(text, apart) > 0 && countOf(text, attached) * 100 <= words;
}

function hasOneSpaceOnly(text: string): boolean {
  return text !== "" && !/[^\S \n]|[ \n][ \n]|^[ \n]|[ \n]$/u.test(text);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function spacedTokens(text: string): TokenisedText {
  const tokens: TextRange[] = [];
  const begins: boolean[] = [];
  let start = 0;
  for (const line of text.split("\n"))
    for (const [at, word] of line.split(" ").entries()) {
      tokens.push({ start, end: start + word.length });
      begins.push(at === 0);
      start += word.length + 1;
    }
  return { tokens, begins };
}
