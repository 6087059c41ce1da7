import { projectMeasureIds } from "../../../shared/agreement/study/measure-ids.ts";
import { axes } from "../../../shared/agreement/study/report.ts";
import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import { contract, type Input } from "../../../shared/contract.ts";
import { measureAgreement } from "../../api/agreement.ts";
import { readSettings } from "../../settings.ts";
import { closeProject, openProjectForReading, type ReadDb } from "../../store/database.ts";
import { reportOnAgreement } from "./agree-report.ts";
import { type Output, stringOf, type Values, WrongUse, watched } from "./command.ts";
import { findReports } from "./find-reports.ts";
import { projectAgreementLines } from "./project-agreement-lines.ts";

/** Measures agreement in a project, which is only read. */
export async function agreeInProject(file: string, values: Values): Promise<Output> {
  const wishes = wishesOf(values);
  const db = openProjectForReading(file);
  try {
    const input = { ...wishes, reports: reportsOf(db, values) };
    const me = readSettings().annotator ?? "";
    const folder = stringOf(values, "report");
    const agreement: ProjectAgreement = await watched((watch) =>
      folder === null
        ? measureAgreement(db, me, input, watch)
        : reportOnAgreement(db, me, folder, input, watch),
    );
    return { json: agreement, text: projectAgreementLines(agreement).join("\n") };
  } finally {
    closeProject(db);
  }
}

function wishesOf(values: Values): Input<"agreement.measure"> {
  return contract["agreement.measure"].input.parse({
    annotators: listed(values, "annotators", null),
    measures: listed(values, "measures", projectMeasureIds),
    by: listed(values, "by", axes) ?? [],
    bootstrap: numberIn(values, "bootstrap", { least: 0, most: 10_000, otherwise: 0 }),
    seed: numberIn(values, "seed", {
      ...{ least: Number.MIN_SAFE_INTEGER, most: Number.MAX_SAFE_INTEGER, otherwise: 1 },
    }),
    overlap: numberIn(values, "overlap", { least: 0, most: 1, otherwise: 0, isShare: true }),
    search: stringOf(values, "search"),
    unfinished: values.get("unfinished") === true,
  });
}

/** A list with commas, each of the choices where there are some; null where the option is not given. */
function listed(values: Values, option: string, choices: readonly string[] | null) {
  const text = stringOf(values, option);
  if (text === null) return null;
  const all = text.split(",").map((one) => one.trim());
  const unknown = all.find((one) => one === "" || choices?.includes(one) === false);
  if (unknown === undefined) return all;
  const what =
    choices === null ? "names with commas between them" : `some of ${choices.join(", ")}`;
  throw new WrongUse(`--${option} has to be ${what}; "${unknown}" is none of them.`);
}

interface Limits {
  least: number;
  most: number;
  otherwise: number;
  isShare?: boolean;
}

function numberIn(
  values: Values,
  option: string,
  { least, most, otherwise, isShare = false }: Limits,
): number {
  const text = stringOf(values, option);
  if (text === null) return otherwise;
  const number = text.trim() === "" ? Number.NaN : Number(text);
  const isKind = isShare ? Number.isFinite(number) : Number.isSafeInteger(number);
  if (isKind && number >= least && number <= most) return number;
  const limits =
    Number.isSafeInteger(most) && most < Number.MAX_SAFE_INTEGER ? ` from ${least} to ${most}` : "";
  throw new WrongUse(`--${option} has to be a ${isShare ? "number" : "whole number"}${limits}.`);
}

function reportsOf(db: ReadDb, values: Values): string[] | null {
  const pattern = stringOf(values, "reports");
  return pattern === null ? null : findReports(db, pattern);
}
