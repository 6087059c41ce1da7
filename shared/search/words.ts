import type { TextRange } from "../model/annotation.ts";
import type { Phrase, TextPattern } from "./query.ts";

/** A word of a text: where it stands, and in the form in which words are compared. */
export interface Token extends TextRange {
  word: string;
}

// What SQLite's tokenizer unicode61 takes for a word, so that both find the same.
const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

/** The words of a text without case and diacritics. "Ki-67" is two, which a search asks for side by side. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    word: folded(word),
  }));
}

export const wordsOf = (text: string): string[] => tokensOf(text).map(({ word }) => word);

function folded(word: string): string {
  const lower = word.toLowerCase();
  // Most words have nothing to fold.
  return /[^\p{ASCII}]/u.test(lower) ? lower.normalize("NFD").replace(/\p{Mn}/gu, "") : lower;
}

/** Stretches of tokens, as [first, end). */
interface Stretch {
  first: number;
  end: number;
}

/** Where a pattern occurs in a text, in order; places that overlap count once. */
export function occurrencesOf(tokens: readonly Token[], pattern: TextPattern): TextRange[] {
  const [first = [], ...others] = pattern.phrases.map((phrase) => stretchesOf(tokens, phrase));
  const found = first.flatMap((from) => nearest(from, others, pattern.distance) ?? []);
  return withoutOverlaps(found).map(({ first, end }) => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[end - 1]?.end ?? 0,
  }));
}

/** Whether a short text, such as a name or a quote, has the pattern. */
export function hasPattern(text: string, pattern: TextPattern): boolean {
  return occurrencesOf(tokensOf(text), pattern).length > 0;
}

function stretchesOf(tokens: readonly Token[], { words, isPrefix }: Phrase): Stretch[] {
  const found: Stretch[] = [];
  const last = words.length - 1;
  const fits = (wanted: string, at: number, from: number) => {
    const word = tokens[from + at]?.word;
    if (word === undefined) return false;
    return at === last && isPrefix ? word.startsWith(wanted) : word === wanted;
  };
  for (let from = 0; from + last < tokens.length; from++)
    if (words.every((wanted, at) => fits(wanted, at, from)))
      found.push({ first: from, end: from + words.length });
  return found;
}

/** The hull of a stretch and the nearest of each of the others; null where they are too far apart. */
function nearest(
  from: Stretch,
  others: readonly (readonly Stretch[])[],
  distance: number,
): Stretch | null {
  let hull = from;
  for (const stretches of others) {
    const best = closestTo(hull, stretches);
    if (best === null || gapBetween(hull, best) > distance) return null;
    hull = { first: Math.min(hull.first, best.first), end: Math.max(hull.end, best.end) };
  }
  return hull;
}

function closestTo(hull: Stretch, stretches: readonly Stretch[]): Stretch | null {
  let best: Stretch | null = null;
  for (const stretch of stretches)
    if (best === null || gapBetween(hull, stretch) < gapBetween(hull, best)) best = stretch;
  return best;
}

/** How many words stand between two stretches. */
function gapBetween(a: Stretch, b: Stretch): number {
  return Math.max(0, b.first - a.end, a.first - b.end);
}

function withoutOverlaps(stretches: readonly Stretch[]): Stretch[] {
  const kept: Stretch[] = [];
  for (const stretch of stretches.toSorted((a, b) => a.first - b.first))
    if (stretch.first >= (kept.at(-1)?.end ?? 0)) kept.push(stretch);
  return kept;
}
