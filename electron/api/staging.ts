import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parse } from "csv-parse/sync";
import type { Input, Output, StagedFile } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { composeText } from "../../shared/extract/compose.ts";
import { discardArrivals } from "../store/arrivals.ts";
import { readExtraction, recaseArrivals, rewriteArrival } from "../store/extractions.ts";
import type { Session } from "./session.ts";
import { countRepairs, findStage, findStagedFile } from "./stages.ts";

/* What a person does with an import between its reading and its taking in. */

export function listStaged(
  session: Session,
  { stage, after, limit }: Input<"import.files">,
): Output<"import.files"> {
  const { files } = findStage(session, stage);
  return { files: files.slice(after, after + limit), total: files.length };
}

export function previewStaged(
  session: Session,
  { stage, report }: Input<"import.preview">,
): Output<"import.preview"> {
  findStagedFile(findStage(session, stage), report);
  const extraction = readExtraction(session.db, report);
  return extraction && { extracted: extraction.extracted, choices: extraction.choices };
}

/** Makes the text anew from what the reader found and what the person chose. */
export function chooseStaged(
  session: Session,
  { stage, report, choices }: Input<"import.choose">,
): StagedFile {
  const file = findStagedFile(findStage(session, stage), report);
  const extraction = readExtraction(session.db, report);
  if (!extraction)
    throw new AppError("bad-input", "The annotations of this file hold on to its text as it is.");
  const { extracted } = extraction;
  const { text, title, sections, places } = composeText(extracted, choices);
  if (text.trim() === "")
    throw new AppError("bad-input", "Nothing is left of the text; leave the report out instead.");
  const textSha256 = createHash("sha256").update(text).digest("hex");
  const named = title ?? file.title;
  rewriteArrival(
    session.db,
    report,
    { text, textSha256, title: named, sections },
    { extracted, choices, places },
  );
  const counts = countRepairs({ extracted, choices });
  return Object.assign(file, { title: named, characters: text.length }, counts);
}

export function leaveOut(session: Session, { stage: id, reports }: Input<"import.leaveOut">): null {
  const stage = findStage(session, id);
  const known = reports.map((report) => findStagedFile(stage, report));
  discardArrivals(session.db, reports);
  stage.files = stage.files.filter((file) => !known.includes(file));
  return null;
}

export function assignCases(
  session: Session,
  { stage, by }: Input<"import.assignCases">,
): Output<"import.assignCases"> {
  const caseOf = by.from === "table" ? caseInTable(session, by.ticket) : caseByName(by);
  const cases = new Map<string, string>();
  const unmatched: string[] = [];
  for (const file of findStage(session, stage).files) {
    if (file.report === null) continue;
    const name = caseOf(file.file);
    if (name === null) unmatched.push(file.file);
    else {
      cases.set(file.report, name);
      file.case = name;
    }
  }
  recaseArrivals(session.db, cases);
  return { assigned: cases.size, unmatched };
}

type ByName = Exclude<Input<"import.assignCases">["by"], { from: "table" }>;

function caseByName(by: ByName): (file: string) => string | null {
  const stem = (file: string) => file.replace(/\.[^./]*$/, "");
  switch (by.from) {
    case "file":
      return stem;
    case "folder":
      return (file) => file.split("/").slice(0, -1).join("/") || stem(file);
    case "pattern": {
      const pattern = patternOf(by.pattern);
      return (file) => {
        const found = pattern.exec(basename(file));
        return found ? (found[1] ?? found[0]) : null;
      };
    }
    default:
      return by satisfies never;
  }
}

function patternOf(pattern: string): RegExp {
  try {
    return new RegExp(pattern, "u");
  } catch (cause) {
    throw new AppError("bad-input", `"${pattern}" is not a regular expression; mend it.`, {
      cause,
    });
  }
}

/** From a CSV file with a head line; "file" may be the name with or without folder and ending. */
function caseInTable(session: Session, ticket: string): (file: string) => string | null {
  const [path] = session.tickets.read(ticket);
  if (path === undefined) throw new AppError("wrong-use", "No CSV file was chosen.");
  const rows = rowsOf(path);
  const cases = new Map(rows.map((row) => [row.file ?? "", row.case ?? ""]));
  if (!rows.every((row) => row.file && row.case))
    throw new AppError(
      "bad-file",
      `"${basename(path)}" has to have the columns "file" and "case", filled in every line.`,
    );
  return (file) => {
    const name = basename(file);
    const names = [file, name, name.replace(/\.[^.]*$/, "")];
    return names.map((one) => cases.get(one)).find((found) => found !== undefined) ?? null;
  };
}

function rowsOf(path: string): Record<string, string>[] {
  try {
    const options = { columns: true, bom: true, trim: true, skip_empty_lines: true } as const;
    return parse<Record<string, string>>(readFileSync(path), options);
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    throw new AppError("bad-file", `"${basename(path)}" is no CSV file: ${problem}.`, { cause });
  }
}
