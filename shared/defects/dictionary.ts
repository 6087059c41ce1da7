/** How often a text itself writes a word, whatever its case. */
export interface Dictionary {
  /** A word without hyphens. */
  count(word: string): number;
  /** Words with their hyphens: "re-excision", "63-year-old". */
  countHyphenated(word: string): number;
  words(): Iterable<string>;
}

const wordPattern = /[a-z\u00df-\u024f\u0370-\u04ff]+/g;
const longestPart = 40;

/** Halves of words that were broken at line ends are in it as well, but not what they make together. */
export function dictionaryOf(text: string): Dictionary {
  const words = lazily(() => countsOf(text));
  const hyphenated = lazily(() => hyphenatedCountsOf(text));
  return {
    count: (word) => words().get(word.toLowerCase()) ?? 0,
    countHyphenated: (word) => hyphenated().get(word.toLowerCase()) ?? 0,
    words: () => words().keys(),
  };
}

function countsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(wordPattern)) add(counts, word);
  return counts;
}

/** Looked for from their first hyphen, of which there are few. */
function hyphenatedCountsOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let from = 0;
  for (let at = text.indexOf("-"); at >= 0; at = text.indexOf("-", Math.max(at + 1, from))) {
    const first = /[\p{L}\p{N}]+$/u.exec(text.slice(Math.max(from, at - longestPart), at));
    const rest = /^(?:-[\p{L}\p{N}]+)+/u.exec(text.slice(at, at + 3 * longestPart));
    if (!first || !rest) continue;
    add(counts, (first[0] + rest[0]).toLowerCase());
    from = at + rest[0].length;
  }
  return counts;
}

const add = (counts: Map<string, number>, word: string) =>
  counts.set(word, (counts.get(word) ?? 0) + 1);

function lazily<Value>(make: () => Value): () => Value {
  let made: { value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
