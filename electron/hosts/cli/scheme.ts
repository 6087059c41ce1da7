import { schemeToYaml } from "../../../shared/scheme/yaml.ts";
import { readScheme } from "../../store/scheme/schemes.ts";
import { ask, type Command, changing, reading, required, stringOf } from "./command.ts";
import { schemeIn } from "./new.ts";

export const scheme: Command = {
  usage: "casemark scheme PROJECT [--set FILE.yaml|annotation.conf]",
  about: "Prints the project's scheme as YAML, or replaces it.",
  options: { set: { type: "string" } },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const file = stringOf(values, "set");
    if (file !== null) {
      const replacement = schemeIn(file);
      await changing(project, null, (session) =>
        ask(session, "scheme.replace", { scheme: replacement }),
      );
    }
    return reading(project, (db) => {
      const stored = readScheme(db);
      const json = { ...stored.scheme, version: stored.version };
      const told = `The scheme is now version ${stored.version}.`;
      return { json, text: file === null ? schemeToYaml(stored.scheme).trimEnd() : told };
    });
  },
};
