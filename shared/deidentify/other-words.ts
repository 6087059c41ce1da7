import { literal } from "../text/literal.ts";
import type { IdentifierKind } from "./candidate.ts";
import { findCandidates } from "./find.ts";
import { isBesideNames } from "./kept-words.ts";
import { replaceStretches } from "./replace.ts";
import type { Surrogates } from "./surrogates.ts";

/** Words that were replaced in a text, and what they are. */
export interface KnownWords {
  kind: IdentifierKind;
  quote: string;
}

/**
 * Replaces identifiers in what is said beside a text, such as notes and titles, which nobody reviews: the words
 * that were replaced in the text, each word of a name by itself, and whatever the rules find.
 */
export function otherWords(
  known: readonly KnownWords[],
  surrogates: Surrogates,
): (words: string) => string {
  const kinds = kindsByWords(known);
  const longestFirst = [...kinds.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const pattern =
    longestFirst.length > 0 &&
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literal).join("|")})(?![\\p{L}\\p{N}])`,
      "giu",
    );
  return (words) => {
    if (words === "") return "";
    const found = findCandidates(words).map(({ kind, range }) => ({
      range,
      text: surrogates.of(kind, words.slice(range.start, range.end)),
    }));
    const rest = Array.from(pattern ? words.matchAll(pattern) : [])
      .map(({ index, 0: quote }) => ({
        range: { start: index, end: index + quote.length },
        text: surrogates.of(kinds.get(quote.toLowerCase()) ?? "name", quote),
      }))
      .filter(
        ({ range }) =>
          !found.some((one) => one.range.start < range.end && one.range.end > range.start),
      );
    const all = [...found, ...rest].sort((a, b) => a.range.start - b.range.start);
    return replaceStretches(words, all).text;
  };
}

/** In small letters, as the pattern does not tell them apart. */
function kindsByWords(known: readonly KnownWords[]): Map<string, IdentifierKind> {
  const kinds = new Map<string, IdentifierKind>();
  for (const { kind, quote } of known) {
    // Figures by themselves are anything: ages, percents, doses.
    if (quote.length > 2 && kind !== "age") kinds.set(quote.toLowerCase(), kind);
    const parts = kind === "name" ? (quote.match(/[\p{L}\p{M}]{3,}/gu) ?? []) : [];
    for (const part of parts) if (!isBesideNames(part)) kinds.set(part.toLowerCase(), "name");
  }
  return kinds;
}
