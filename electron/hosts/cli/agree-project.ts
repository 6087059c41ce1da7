import { projectMeasureIds } from "../../../shared/agreement/study/measure-ids.ts";
import { axes } from "../../../shared/agreement/study/report.ts";
import type { ProjectAgreement } from "../../../shared/agreement/study/study.ts";
import { contract, type Input } from "../../../shared/contract.ts";
import { measureAgreement } from "../../api/agreement.ts";
import { readSettings } from "../../settings.ts";
import { closeProject, openProjectForReading, type ReadDb } from "../../store/database.ts";
import { reportOnAgreement } from "./agree-report.ts";
import {
  listOf,
  type Output,
  someOf,
  stringOf,
  type Values,
  WrongUse,
  watched,
  wholeNumber,
} from "./command.ts";
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
    annotators: annotatorsOf(values),
    measures: someOf(values, "measures", projectMeasureIds),
    by: someOf(values, "by", axes) ?? [],
    bootstrap: wholeNumber(values, "bootstrap", [0, 10_000]) ?? 0,
    seed: wholeNumber(values, "seed") ?? 1,
    overlap: overlapOf(values),
    search: stringOf(values, "search"),
    unfinished: values.get("unfinished") === true,
  });
}

function annotatorsOf(values: Values): string[] | null {
  const text = stringOf(values, "annotators");
  if (text === null) return null;
  const names = listOf(text);
  if (names.length === 0)
    throw new WrongUse("--annotators has to be names with commas between them.");
  return names;
}

function overlapOf(values: Values): number {
  const text = stringOf(values, "overlap") ?? "0";
  const share = text.trim() === "" ? Number.NaN : Number(text);
  if (share >= 0 && share <= 1) return share;
  throw new WrongUse("--overlap has to be a number from 0 to 1.");
}

function reportsOf(db: ReadDb, values: Values): string[] | null {
  const pattern = stringOf(values, "reports");
  return pattern === null ? null : findReports(db, pattern);
}
