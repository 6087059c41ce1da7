import api from "./fr/sentences/api.json" with { type: "json" };
import corrections from "./fr/sentences/corrections.json" with { type: "json" };
import documents from "./fr/sentences/documents.json" with { type: "json" };
import formats from "./fr/sentences/formats.json" with { type: "json" };
import importing from "./fr/sentences/import.json" with { type: "json" };
import pieces from "./fr/sentences/pieces.json" with { type: "json" };
import scheme from "./fr/sentences/scheme.json" with { type: "json" };
import search from "./fr/sentences/search.json" with { type: "json" };
import store from "./fr/sentences/store.json" with { type: "json" };
import type { Catalogue } from "./translator.ts";

export const frSentences: Catalogue = {
  ...api,
  ...corrections,
  ...documents,
  ...formats,
  ...importing,
  ...pieces,
  ...scheme,
  ...search,
  ...store,
};
