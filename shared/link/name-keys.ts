import type { Abbreviations } from "./abbreviations.ts";
import { expanderFor } from "./expand.ts";
import { isGeneralWord } from "./general-words.ts";
import { formOf } from "./name-form.ts";

/**
 * Keys to find names by: two names that compareNames holds for one thing have at least one in common.
 * Most names that share a key still mean different things.
 */
export function nameKeys(name: string, abbreviations: Abbreviations): ReadonlySet<string> {
  const form = formOf(name);
  const full = expanderFor(abbreviations)(form);
  const keys = new Set<string>();
  if (form.words.length === 0) return keys;
  for (const { compact, sorted } of [form, full]) keys.add(compact).add(sorted);
  for (const word of full.words) if (!isGeneralWord(word)) keys.add(word);
  for (const key of initialsKeys(form.original, form.compact, full.words)) keys.add(key);
  for (const word of form.words) for (const key of slipKeys(word)) keys.add(key);
  return keys;
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
