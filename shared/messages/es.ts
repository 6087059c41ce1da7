import annotate from "./es/annotate.json" with { type: "json" };
import commands from "./es/commands.json" with { type: "json" };
import common from "./es/common.json" with { type: "json" };
import importing from "./es/import.json" with { type: "json" };
import library from "./es/library.json" with { type: "json" };
import scheme from "./es/scheme.json" with { type: "json" };
import type { Catalogue } from "./translator.ts";

export const es: Catalogue = {
  ...common,
  ...commands,
  ...annotate,
  ...importing,
  ...library,
  ...scheme,
};
