import { phraseOf } from "./parse.ts";
import type { Phrase, TextPattern } from "./query.ts";

/** A pattern, or words as they are typed, in the query language of SQLite's FTS5. */
export function fullTextQuery(wanted: TextPattern | string, isPrefix = false): string {
  if (typeof wanted === "string") return quoted({ ...phraseOf(wanted), isPrefix });
  const phrases = wanted.phrases.map(quoted);
  if (phrases.length === 1) return phrases[0] ?? '""';
  return `NEAR(${phrases.join(" ")}, ${wanted.distance})`;
}

// In quotes nothing is taken for query syntax. Words are letters and figures, so none holds a quote.
const quoted = ({ words, isPrefix }: Phrase) =>
  `"${words.join(" ")}"${isPrefix && words.length > 0 ? "*" : ""}`;
