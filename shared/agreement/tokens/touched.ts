import type { TextRange } from "../../model/annotation.ts";

/**
 * The places of the tokens that ranges have a character of, each once and in order. Tokens are in order and
 * disjoint; a token of which only a part is marked counts whole.
 */
export function touchedTokens(
  tokens: readonly TextRange[],
  ranges: readonly TextRange[],
): number[] {
  const touched: number[] = [];
  for (const { start, end } of ranges) {
    for (let at = firstAfter(tokens, start); at < tokens.length; at += 1) {
      if ((tokens[at]?.start ?? end) >= end) break;
      if ((touched.at(-1) ?? -1) < at) touched.push(at);
    }
  }
  return touched;
}

/** The place of the first token that ends after an offset. */
function firstAfter(tokens: readonly TextRange[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
