import type { Language } from "./languages.ts";
import type { Catalogue } from "./translator.ts";

/** The messages of a language; English is what the code says itself. */
export async function readCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case "en":
      return {};
    case "de":
      return (await import("./de.ts")).de;
    case "fr":
      return (await import("./fr.ts")).fr;
    case "es":
      return (await import("./es.ts")).es;
    default:
      return language satisfies never;
  }
}

/** Sentences of the Node side, as templates; English is what it says itself. */
export async function readSentences(language: Language): Promise<Catalogue> {
  switch (language) {
    case "en":
      return {};
    case "de":
      return (await import("./de-sentences.ts")).deSentences;
    case "fr":
      return (await import("./fr-sentences.ts")).frSentences;
    case "es":
      return (await import("./es-sentences.ts")).esSentences;
    default:
      return language satisfies never;
  }
}
