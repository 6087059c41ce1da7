import annotate from "./de/annotate.json" with { type: "json" };
import commands from "./de/commands.json" with { type: "json" };
import common from "./de/common.json" with { type: "json" };
import importing from "./de/import.json" with { type: "json" };
import library from "./de/library.json" with { type: "json" };
import scheme from "./de/scheme.json" with { type: "json" };
import type { Catalogue } from "./translator.ts";

export const de: Catalogue = {
  ...common,
  ...commands,
  ...annotate,
  ...importing,
  ...library,
  ...scheme,
};
