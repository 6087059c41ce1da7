/** How often a text itself writes a word, whatever its case. */
export interface Dictionary {
  /** A word without hyphens. */
  count(word: string): number;
  /** Words with their hyphens: "re-excision", "63-year-old". */
  countHyphenated(word: string): number;
  words(): Iterable<string>;
}

const wordPattern = /[a-zA-Z\u00c0-\u024f\u0370-\u04ff]+/g;
const hyphenatedPattern = /[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu;

/** Halves of words that were broken at line ends are in it as well, but not what they make together. */
export function dictionaryOf(text: string): Dictionary {
  const words = lazily(() => countsOf(text, wordPattern));
  const hyphenated = lazily(() => countsOf(text, hyphenatedPattern));
  return {
    count: (word) => words().get(word.toLowerCase()) ?? 0,
    countHyphenated: (word) => hyphenated().get(word.toLowerCase()) ?? 0,
    words: () => words().keys(),
  };
}

function countsOf(text: string, pattern: RegExp): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(pattern)) {
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
