import type { Language } from "./languages.ts";
import type { Catalogue } from "./translator.ts";

/** What Casemark says in one language. */
interface Catalogues {
  messages: Catalogue;
  /** Those of the Node side, as templates. */
  sentences: Catalogue;
}

/** The catalogues of a language; those of English are empty, for English is what the code says itself. */
export async function readCatalogues(language: Language): Promise<Catalogues> {
  switch (language) {
    case "en":
      return { messages: {}, sentences: {} };
    case "de":
      return both(
        import("./de/messages.json", { with: { type: "json" } }),
        import("./de/sentences.json", { with: { type: "json" } }),
      );
    case "fr":
      return both(
        import("./fr/messages.json", { with: { type: "json" } }),
        import("./fr/sentences.json", { with: { type: "json" } }),
      );
    case "es":
      return both(
        import("./es/messages.json", { with: { type: "json" } }),
        import("./es/sentences.json", { with: { type: "json" } }),
      );
    default:
      return language satisfies never;
  }
}

type Read = Promise<{ default: Catalogue }>;

async function both(messages: Read, sentences: Read): Promise<Catalogues> {
  return { messages: (await messages).default, sentences: (await sentences).default };
}
