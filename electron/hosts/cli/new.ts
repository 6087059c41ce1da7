import { basename, resolve } from "node:path";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { readSchemeFile } from "../../api/scheme-file.ts";
import { closeProject, createProject } from "../../store/database.ts";
import { readProjectFacts } from "../../store/project.ts";
import { type Command, required, stringOf } from "./command.ts";

export const newProject: Command = {
  usage: "casemark new PROJECT [--scheme FILE.yaml|annotation.conf]",
  about: "Makes an empty project file with the default scheme or the given one.",
  options: { scheme: { type: "string" } },
  run(positionals, values) {
    const file = resolve(required(positionals, 0, "PROJECT"));
    const schemeFile = stringOf(values, "scheme");
    const scheme = schemeFile === null ? defaultScheme : schemeIn(schemeFile);
    const db = createProject(file, basename(file).replace(/\.casemark$/, ""), scheme);
    const json = { ...readProjectFacts(db), file };
    closeProject(db);
    return { json, text: `Made ${file}.` };
  },
};

/** The scheme in a file; what the file says besides is told on stderr. @throws AppError "bad-file" */
export function schemeIn(file: string): Scheme {
  const { scheme, warnings } = readSchemeFile(file, file);
  for (const warning of warnings) console.error(warning);
  return scheme;
}
