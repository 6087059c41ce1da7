import { app } from "electron";
import { readCatalogues } from "../../../shared/messages/catalogues.ts";
import { languageOf, readChoice } from "../../../shared/messages/languages.ts";
import { createSentences, type SaySentence } from "../../../shared/messages/sentences.ts";
import { createTranslator, type Translator } from "../../../shared/messages/translator.ts";
import { readSettings } from "../../settings.ts";

/** What the system's own menus and boxes say, in the person's language. */
export interface Words {
  t: Translator["t"];
  /** A sentence that was made in English, such as an error's. */
  sentence: SaySentence;
}

/** In the language that the person has now. */
export async function readWords(): Promise<Words> {
  const chosen = readChoice(readSettings().language);
  const language = languageOf(chosen, app.getPreferredSystemLanguages());
  const { messages, sentences } = await readCatalogues(language);
  const inNumber = new Intl.NumberFormat(language).format;
  return {
    t: createTranslator(language, messages).t,
    sentence: createSentences(sentences, (value) => inNumber(Number(value))),
  };
}
