import type { TextRange } from "../model/annotation.ts";

const isPartOfWord = (character: string) => /[\p{L}\p{N}\p{M}]/u.test(character);

/** Every place where a text says these words, as words of their own, in its order. */
export function sameWords(text: string, words: string): TextRange[] {
  const found: TextRange[] = [];
  if (words.trim() === "") return found;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    const end = at + words.length;
    if (!isPartOfWord(text.charAt(at - 1)) && !isPartOfWord(text.charAt(end)))
      found.push({ start: at, end });
  }
  return found;
}
