import { createHash } from "node:crypto";
import type { Input, Output, StagedFile } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { composeText } from "../../shared/extract/compose.ts";
import { discardArrivals } from "../store/arrivals.ts";
import { type ArrivalFacts, describeArrivals } from "../store/describe-arrivals.ts";
import { readExtraction, rewriteArrival } from "../store/extractions.ts";
import { caseByName, factsInTable } from "./cases.ts";
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
  const staged = findStage(session, stage);
  const file = findStagedFile(staged, report);
  const extraction = readExtraction(session.db, report);
  if (!extraction)
    throw new AppError("bad-input", "The annotations of this file hold on to its text as it is.");
  const { extracted } = extraction;
  const { text, title, sections, places } = composeText(extracted, choices);
  if (text.trim() === "")
    throw new AppError("bad-input", "Nothing is left of the text; leave the report out instead.");
  const textSha256 = createHash("sha256").update(text).digest("hex");
  const named = staged.titled.has(report) ? file.title : (title ?? file.title);
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
  stage.isPart = true;
  stage.files = stage.files.filter((file) => !known.includes(file));
  return null;
}

/** Puts reports into cases; a CSV file may bring their titles and metadata along. */
export function assignCases(
  session: Session,
  { stage: id, by }: Input<"import.assignCases">,
): Output<"import.assignCases"> {
  const stage = findStage(session, id);
  const names = stage.files.flatMap(({ report, file }) => (report === null ? [] : file));
  const factsOf = by.from === "table" ? factsInTable(session, by.ticket) : caseByName(by, names);
  const facts = new Map<string, ArrivalFacts>();
  const unmatched: string[] = [];
  for (const file of stage.files) {
    if (file.report === null) continue;
    const found = factsOf(file.file);
    if (found === null) unmatched.push(file.file);
    else {
      facts.set(file.report, found);
      file.case = found.case;
      if (found.title === undefined) continue;
      file.title = found.title;
      stage.titled.add(file.report);
    }
  }
  describeArrivals(session.db, facts);
  return { assigned: facts.size, unmatched };
}
