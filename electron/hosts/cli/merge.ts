import { resolve } from "node:path";
import { AppError } from "../../../shared/errors.ts";
import type { MergeReport, SchemeTaken } from "../../../shared/merge/report.ts";
import { lookAtPackages, mergeInto } from "../../api/packages.ts";
import type { Opening } from "../../packages/sealing.ts";
import {
  type Command,
  changing,
  counted,
  type Output,
  required,
  stringOf,
  usualAnnotator,
  WrongUse,
  watched,
} from "./command.ts";
import { openingOf, openingOptions } from "./sealing-options.ts";

export const merge: Command = {
  usage:
    "casemark merge PROJECT IN.casepack... [--dry-run] [--annotator NAME] [--identity FILE] [--passphrase-file FILE]",
  about:
    "Merges packages into the project that they are of, in any order and any number of times, all in one step that can be undone. What came and what has to be looked at is told; nothing is overwritten. With --dry-run only that is told, for each package as if merged alone, and nothing changes.",
  options: { "dry-run": { type: "boolean" }, annotator: { type: "string" }, ...openingOptions },
  async run(positionals, values) {
    const project = required(positionals, 0, "PROJECT");
    const paths = positionals.slice(1).map((path) => resolve(path));
    if (paths.length === 0) throw new WrongUse("IN is missing.");
    const opening = await openingOf(values, paths);
    const annotator = stringOf(values, "annotator") ?? usualAnnotator();
    if (values.get("dry-run") === true) return dryRun(project, annotator, paths, opening);
    const { change, merged } = await watched((watch) =>
      mergeInto(resolve(project), paths, opening, { ...watch, annotator }),
    );
    return { json: { isDryRun: false, history: change.history, merged }, text: told(merged) };
  },
};

function dryRun(
  project: string,
  annotator: string,
  paths: readonly string[],
  opening: Opening,
): Promise<Output> {
  return changing(project, annotator, async (session) => {
    const { packages } = await watched((watch) =>
      lookAtPackages({ session, ...watch }, paths, opening),
    );
    const merged = packages.map((one) => {
      if (!one.isLocked && one.report) return { file: one.file, report: one.report };
      throw new AppError("bad-file", notForHere(one.file, one.isLocked));
    });
    return { json: { isDryRun: true, history: null, merged }, text: told(merged) };
  });
}

function notForHere(file: string, isLocked: boolean): string {
  return isLocked
    ? `"${file}" is sealed to a key that is not yours; ask for one that is sealed to yours, or name the key's file by --identity.`
    : `"${file}" is of another project; make a project of it by "casemark open".`;
}

const told = (merged: readonly { file: string; report: MergeReport }[]): string =>
  merged
    .map(({ file, report }) => [`${file}: ${sumOf(report)}.`, ...linesOf(report)].join("\n"))
    .join("\n");

/** What came, in a line. */
function sumOf(report: MergeReport): string {
  if (!report.isNews) return `nothing new (${counted(report.newerHere, "annotation")} newer here)`;
  const { newReports, added, changed, removed, unchanged, newerHere, conflicts, cameBack } = report;
  const parts = [
    report.scheme.taken && "a new scheme",
    newReports.length > 0 ? counted(newReports.length, "new report") : null,
    `${added} new, ${changed} changed, ${removed} removed, ${unchanged} unchanged, ${newerHere} newer here`,
    cameBack > 0 ? `${cameBack} came back` : null,
    conflicts > 0 ? counted(conflicts, "conflict") : null,
  ];
  return parts.filter(Boolean).join(", ");
}

/** What there is to know besides, a line each. */
export function linesOf(report: MergeReport): string[] {
  const { moved, flagged, texts, scheme, unfinished, removedHere, namedOtherwise } = report;
  return [
    ...report.layers.map((one) => `  ${one.title}, ${one.annotator}: ${layerWords(one)}`),
    ...(moved > 0
      ? [
          `  moved to their place in the text as it is here: ${moved}, flagged since their words differ: ${flagged}`,
        ]
      : []),
    ...texts.map(
      ({ title, annotator, edits }) =>
        `  ${title}: ${annotator} corrected ${counted(edits, "place")} of the text, which is not taken over`,
    ),
    ...(scheme.taken ? takenWords(scheme.taken) : []),
    ...scheme.followed.map((change) => `  scheme: followed “${change}”`),
    ...scheme.added.map((what) => `  scheme: added the ${what}`),
    ...scheme.differences.map((what) => `  scheme: differs in the package: ${what}`),
    ...namedOtherwise.map(
      ({ title, there }) => `  ${title}: called “${there}” in the package; it keeps its name`,
    ),
    ...removedHere.map(({ title }) => `  ${title}: was taken out here and stays out`),
    ...unfinished.map(({ title, annotator }) => `  ${title}: ${annotator} has not finished it`),
  ];
}

function takenWords({ version, changes, annotations }: SchemeTaken): string[] {
  return [
    `  scheme: version ${version} taken over${changes.length > 0 ? ":" : ""}`,
    ...changes.map((what) => `    ${what}`),
    ...(annotations > 0 ? [`    ${counted(annotations, "annotation")} here got its names`] : []),
  ];
}

function layerWords(layer: MergeReport["layers"][number]): string {
  const { added, changed, removed, unchanged, conflicts, newerHere, cameBack } = layer;
  const counts = { added, changed, removed, unchanged, conflicts };
  return Object.entries({ ...counts, "newer here": newerHere, "came back": cameBack })
    .filter(([, count]) => count > 0)
    .map(([words, count]) => `${count} ${words}`)
    .join(", ");
}
