import { createElement, Fragment, type ReactElement, type ReactNode } from "react";
import { readCatalogues } from "../shared/messages/catalogues.ts";
import { type LanguageChoice, languageOf, readChoice } from "../shared/messages/languages.ts";
import { createSentences } from "../shared/messages/sentences.ts";
import { createTranslator, type RichValues } from "../shared/messages/translator.ts";

const key = "language";
// Tests of what only computes run without a page.
const storage = typeof localStorage === "undefined" ? null : localStorage;

/** What the person chose on this machine. */
export const chosenLanguage: LanguageChoice = readChoice(storage?.getItem(key) ?? null);

// Every module of the page waits for this one, so that what it says at its top is translated too.
const language = languageOf(chosenLanguage, navigator.languages ?? [navigator.language]);
const { messages, sentences } = await readCatalogues(language);
const translator = createTranslator(language, messages);
if (typeof document !== "undefined") document.documentElement.lang = language;

/** The language of the page. */
export const pageLanguage = language;

/**
 * What the page says, in the person's language. The message is written in English, and whole: other
 * languages have another order of words. ICU's MessageFormat with named values.
 */
export const t = translator.t;

/** The same with elements in it: `rich("Press <key></key>.", { key: () => <KeyCap keys="0" /> })`. */
export function rich(message: string, values: RichValues<ReactElement>): ReactNode {
  return createElement(Fragment, null, ...translator.parts(message, values));
}

/** Marks words that are shown elsewhere by `t`, so that they are found for the catalogues. */
export const message = (words: string): string => words;

/**
 * A sentence that the Node side made in English, in the person's language: errors, warnings, what a
 * step did. Only where it is shown; it is kept and compared in English.
 */
export const sentence = createSentences(sentences, (value) => inNumber(value));

/** The same for what begins a sentence: what a step did, what is wrong with a value. */
export function wholeSentence(english: string): string {
  const said = sentence(english);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

const numbers = new Intl.NumberFormat(language);

/** A number as the language writes it: 12,345 or 12.345. */
export const inNumber = (value: number): string => numbers.format(value);

const oneDecimal = new Intl.NumberFormat(language, {
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});

/** A number with one digit behind the point: 1,234.5 or 1.234,5. */
export const toOneDecimal = (value: number): string => oneDecimal.format(value);

/** Says all in another language; the page begins anew where it was. */
export function chooseLanguage(choice: LanguageChoice): void {
  storage?.setItem(key, choice);
  location.reload();
}
