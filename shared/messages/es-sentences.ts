import api from "./es/sentences/api.json" with { type: "json" };
import corrections from "./es/sentences/corrections.json" with { type: "json" };
import documents from "./es/sentences/documents.json" with { type: "json" };
import formats from "./es/sentences/formats.json" with { type: "json" };
import importing from "./es/sentences/import.json" with { type: "json" };
import pieces from "./es/sentences/pieces.json" with { type: "json" };
import scheme from "./es/sentences/scheme.json" with { type: "json" };
import search from "./es/sentences/search.json" with { type: "json" };
import store from "./es/sentences/store.json" with { type: "json" };
import type { Catalogue } from "./translator.ts";

export const esSentences: Catalogue = {
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
