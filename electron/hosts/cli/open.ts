import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import { openPackageAt } from "../../api/packages.ts";
import { type Command, counted, required, stringOf, usualAnnotator, watched } from "./command.ts";
import { linesOf } from "./merge.ts";
import { openingOf, openingOptions } from "./sealing-options.ts";

export const open: Command = {
  usage:
    "casemark open IN.casepack PROJECT [--annotator NAME] [--identity FILE] [--passphrase-file FILE]",
  about:
    "Makes a new project of a package, to work on and to pack again: what is done in it can be merged into the project that it came from.",
  options: { annotator: { type: "string" }, ...openingOptions },
  async run(positionals, values) {
    const path = resolve(required(positionals, 0, "IN"));
    const project = resolve(required(positionals, 1, "PROJECT"));
    if (existsSync(project))
      throw new AppError(
        "bad-file",
        `"${project}" exists already; choose another name or open it.`,
      );
    const annotator = stringOf(values, "annotator") ?? usualAnnotator();
    const opening = await openingOf(values, [path]);
    const { facts, report } = await watched((watch) =>
      openPackageAt(path, project, opening, { ...watch, annotator }),
    );
    const lines = linesOf(report);
    const from = facts.by === "" ? "" : `, packed by ${facts.by}`;
    return {
      json: { file: project, facts, report },
      text: [`Made ${project} of ${counted(facts.reports, "report")}${from}.`, ...lines].join("\n"),
    };
  },
};
