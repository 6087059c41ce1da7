import annotate from "./fr/annotate.json" with { type: "json" };
import commands from "./fr/commands.json" with { type: "json" };
import common from "./fr/common.json" with { type: "json" };
import importing from "./fr/import.json" with { type: "json" };
import library from "./fr/library.json" with { type: "json" };
import scheme from "./fr/scheme.json" with { type: "json" };
import type { Catalogue } from "./translator.ts";

export const fr: Catalogue = {
  ...common,
  ...commands,
  ...annotate,
  ...importing,
  ...library,
  ...scheme,
};
