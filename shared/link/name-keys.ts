import type { Abbreviations } from "./abbreviations.ts";
import { expanderFor } from "./expand.ts";
import { isGeneralWord } from "./general-words.ts";
import { formOf } from "./name-form.ts";

/** What to find a name by. */
export interface NameKeys {
  /** Two names that have one of these in common may be one. */
  whole: ReadonlySet<string>;
  /** Two names may be one when one of them has all these words of the other. */
  words: ReadonlySet<string>;
}

/**
 * Two names that compareNames holds for one thing are found by these keys; most names that are found
 * by them still mean different things.
 */
export function nameKeys(name: string, abbreviations: Abbreviations): NameKeys {
  const form = formOf(name);
  const full = expanderFor(abbreviations)(form);
  const whole = new Set<string>();
  const words = new Set(full.words.filter((word) => !isGeneralWord(word)));
  if (form.words.length === 0) return { whole, words };
  for (const { compact, sorted } of [form, full]) whole.add(compact).add(sorted);
  for (const key of initialsKeys(form.original, form.compact, full.words)) whole.add(key);
  for (const word of form.words) for (const key of slipKeys(word)) whole.add(key);
  return { whole, words };
}

/** Of capitals, the letters; of a long name, those its words begin with. */
function initialsKeys(original: string, compact: string, words: readonly string[]): string[] {
  const keys = /^\p{Lu}{3,6}s?$/u.test(original) ? [compact, compact.replace(/s$/, "")] : [];
  if (words.length >= 3)
    for (const kept of [words, words.filter((word) => !isGeneralWord(word))])
      keys.push(kept.map((word) => word.charAt(0)).join(""));
  return keys.map((key) => `${key}…`);
}

/** One slip of the pen leaves a long word its first letter and its ending, but for a last "e". */
function slipKeys(word: string): string[] {
  if (word.length < 7) return [];
  const [first] = word;
  return [...new Set([word, word.replace(/e$/, "")])].map((kept) => `${first}…${kept.slice(-3)}`);
}
