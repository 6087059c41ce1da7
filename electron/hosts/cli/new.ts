import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import type { Scheme } from "../../../shared/model/scheme.ts";
import { checkScheme } from "../../../shared/scheme/check-scheme.ts";
import { defaultScheme } from "../../../shared/scheme/default-scheme.ts";
import { schemeFromYaml } from "../../../shared/scheme/yaml.ts";
import { closeProject, createProject } from "../../store/database.ts";
import { readProjectFacts } from "../../store/project.ts";
import { type Command, required, stringOf } from "./command.ts";

export const newProject: Command = {
  usage: "casemark new PROJECT [--scheme FILE.yaml]",
  about: "Makes an empty project file with the default scheme or the given one.",
  options: { scheme: { type: "string" } },
  run(positionals, values) {
    const file = resolve(required(positionals, 0, "PROJECT"));
    const schemeFile = stringOf(values, "scheme");
    const scheme = schemeFile === null ? defaultScheme : readSchemeFile(schemeFile);
    const db = createProject(file, basename(file).replace(/\.casemark$/, ""), scheme);
    const json = { ...readProjectFacts(db), file };
    closeProject(db);
    return { json, text: `Made ${file}.` };
  },
};

/** @throws AppError "bad-file" when the file is not there or no sound scheme. */
export function readSchemeFile(file: string): Scheme {
  const scheme = schemeFromYaml(readYaml(file), file);
  const [problem] = checkScheme(scheme);
  if (problem !== undefined) throw new AppError("bad-file", `${file}: ${problem}`);
  return scheme;
}

function readYaml(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new AppError("bad-file", `"${file}" cannot be read; check the name.`, { cause });
  }
}
