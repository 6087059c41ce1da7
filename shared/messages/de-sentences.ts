import api from "./de/sentences/api.json" with { type: "json" };
import corrections from "./de/sentences/corrections.json" with { type: "json" };
import documents from "./de/sentences/documents.json" with { type: "json" };
import formats from "./de/sentences/formats.json" with { type: "json" };
import importing from "./de/sentences/import.json" with { type: "json" };
import pieces from "./de/sentences/pieces.json" with { type: "json" };
import scheme from "./de/sentences/scheme.json" with { type: "json" };
import search from "./de/sentences/search.json" with { type: "json" };
import store from "./de/sentences/store.json" with { type: "json" };
import type { Catalogue } from "./translator.ts";

export const deSentences: Catalogue = {
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
