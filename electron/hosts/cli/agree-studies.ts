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
import { type Output, oneOf, showProgress, someOf, type Values, wholeNumber } from "./command.ts";

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
  return {
    measures: someOf(values, "measures", studyMeasureIds) ?? [],
    by: values.has("by") ? oneOf(values, "by", ["pair", "label"] as const, null) : null,
    rounds: wholeNumber(values, "bootstrap", [1, 1_000_000]),
    seed: wholeNumber(values, "seed"),
  };
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
