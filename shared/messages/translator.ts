import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "./languages.ts";

/** English messages to those of another language. */
export type Catalogue = Readonly<Record<string, string>>;

type Values = Readonly<Record<string, string | number>>;

/** Makes a part of a message into something else than text, from the text between its tags. */
export type RichValues<Part> = Readonly<
  Record<string, string | number | Part | ((inner: readonly (string | Part)[]) => Part)>
>;

/** Says in one language what the code says in English. */
export interface Translator {
  language: Language;
  /**
   * The message in this language, in English where the catalogue has none. ICU's MessageFormat, for
   * example "{count, plural, one {# report} other {# reports}}"; numbers are those of the language.
   */
  t(message: string, values?: Values): string;
  /** The same for a message with parts that are more than text, "Press <key>0</key>". */
  parts<Part extends object>(message: string, values: RichValues<Part>): readonly (string | Part)[];
}

export function createTranslator(language: Language, catalogue: Catalogue): Translator {
  const formats = new Map<string, IntlMessageFormat>();

  function formatOf(message: string): IntlMessageFormat {
    const known = formats.get(message);
    if (known) return known;
    const format = new IntlMessageFormat(catalogue[message] ?? message, language);
    formats.set(message, format);
    return format;
  }

  return {
    language,
    t: (message, values) =>
      // Most messages are plain words, and some of them are said many times a second.
      values === undefined
        ? (catalogue[message] ?? message)
        : String(formatOf(message).format<string>(values)),
    parts(message, values) {
      // The library's types do not tell a function for a tag from a part that stands for itself.
      const made = formatOf(message).format(values as never) as unknown;
      return Array.isArray(made) ? made : [String(made)];
    },
  };
}
