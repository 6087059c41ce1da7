import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readStudy, type StudyFile, studiesIn } from "../../../shared/agreement/raw-study/file.ts";
import {
  measureStudy,
  type StudyAgreement,
  type StudyOptions,
  studyMeasureIds,
} from "../../../shared/agreement/raw-study/measure.ts";
import { AppError } from "../../../shared/errors.ts";
import { loadSolver } from "../../agreement/solver.ts";
import { unitsIn, withUnits } from "../../agreement/study-units.ts";
import { agreementLines } from "./agreement-lines.ts";
import {
  listOf,
  type Output,
  oneOf,
  showProgress,
  stringOf,
  type Values,
  WrongUse,
  wholeNumber,
} from "./command.ts";

/** Measures the raw studies of a file. @throws AppError "bad-file", or WrongUse for the options. */
export async function agreeOnStudies(file: string, values: Values): Promise<Output> {
  const wishes = wishesOf(values);
  const { shape, studies } = studiesIn(contentOf(file), file);
  const progress = showProgress();
  const options: StudyOptions = {
    ...wishes,
    solve: await loadSolver(),
    watch: ({ done, of }) => progress({ done, total: of, doing: "Aligning" }),
  };
  const [first] = studies;
  if (shape === "one" && first) {
    const agreement = measured(first, file, options);
    return { json: agreement, text: agreementLines(agreement).join("\n") };
  }
  const outcomes = studies.map((study) => outcomeOf(study, file, options));
  const problems = outcomes.flatMap((outcome) => ("problem" in outcome ? [outcome.problem] : []));
  return {
    json: shape === "cases" ? { cases: outcomes } : outcomes,
    text: outcomes.flatMap(linesOf).join("\n"),
    problem: problems.length > 0 ? problems.join("\n") : null,
  };
}

function wishesOf(values: Values): Pick<StudyOptions, "measures" | "by" | "rounds" | "seed"> {
  const by = values.has("by") ? oneOf(values, "by", ["pair", "label"], null) : null;
  const rounds = wholeNumber(values, "bootstrap");
  if (rounds !== null && (rounds < 1 || rounds > 1_000_000))
    throw new WrongUse("--bootstrap has to be from 1 to 1000000.");
  const measures = measuresOf(stringOf(values, "measures"));
  return { measures, by, rounds, seed: wholeNumber(values, "seed") };
}

function measuresOf(list: string | null): string[] {
  const wanted = [...new Set(listOf(list ?? ""))];
  const unknown = wanted.find((id) => !studyMeasureIds.includes(id));
  if (unknown !== undefined || (list !== null && wanted.length === 0))
    throw new WrongUse(
      `--measures has to be some of ${studyMeasureIds.join(", ")}; "${unknown ?? ""}" is none of them.`,
    );
  return wanted;
}

/** One study's agreement, or what kept it from being measured. */
type Outcome = { id: string | null } & (StudyAgreement | { problem: string });

type ListedStudy = StudyFile["studies"][number];

function measured(study: ListedStudy, file: string, options: StudyOptions): StudyAgreement {
  return measureStudy(readStudy({ ...study, value: withUnits(study.value, file) }), options);
}

/** A list is measured as far as it goes; what is wrong with one study keeps no other one back. */
function outcomeOf(study: ListedStudy, file: string, options: StudyOptions): Outcome {
  try {
    return { id: study.id, ...measured(study, file, options) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { id: study.id, problem: error.message };
  }
}

function linesOf(outcome: Outcome, at: number): string[] {
  if ("problem" in outcome) return [];
  return [outcome.id ?? `Study ${at + 1}`, ...agreementLines(outcome).map((line) => `  ${line}`)];
}

/** A table of units is a study of its own. */
function contentOf(file: string): unknown {
  return /\.csv$/i.test(file) ? { units: unitsIn(file) } : parsed(file);
}

function parsed(file: string): unknown {
  const text = textIn(file).replace(/^\uFEFF/, "");
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const isPython = /[\s,:[]-?(NaN|Infinity)\b/.test(text);
    const what = isPython
      ? "JSON has neither NaN nor Infinity; write null for what is missing"
      : why;
    throw new AppError("bad-file", `"${file}" is no JSON (${what}); correct it there.`);
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(resolve(file), "utf8");
  } catch (cause) {
    throw new AppError("bad-file", `"${file}" cannot be read; check the name.`, { cause });
  }
}
