import type { Input, Output } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { composeText } from "../../shared/extract/compose.ts";
import type { StagedFile, StagedLines } from "../../shared/staged.ts";
import { sha256 } from "../sha256.ts";
import { type ArrivalFacts, describeArrivals } from "../store/describe-arrivals.ts";
import {
  findSame,
  type NewReading,
  type NewText,
  readExtraction,
  rewriteArrival,
  type StoredExtraction,
} from "../store/extractions.ts";
import { caseByName, factsInTable } from "./cases.ts";
import { markJoins } from "./joining.ts";
import { markSame } from "./likeness.ts";
import type { Session } from "./session.ts";
import {
  additionsOf,
  countRepairs,
  findStage,
  findStagedFile,
  notOfThisImport,
  type Stage,
} from "./stages.ts";

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
  { stage: id, report, choices }: Input<"import.choose">,
): StagedLines {
  const stage = findStage(session, id);
  const file = findStagedFile(stage, report);
  const extraction = readExtraction(session.db, report);
  if (!extraction)
    throw new AppError("bad-input", "The annotations of this file hold on to its text as it is.");
  const { extracted } = extraction;
  const { places, ...composed } = composeText(extracted, choices);
  if (composed.text.trim() === "")
    throw new AppError("bad-input", "Nothing is left of the text; leave the report out instead.");
  const text = { ...composed, title: titleFor(stage, file, composed.title) };
  rewriteText(session, stage, file, text, { extracted, choices, places });
  return { files: [...new Set([file, ...markSame(stage.files, stage.likeness)])] };
}

/** A title that a person gave stays. */
export function titleFor({ titled }: Stage, { report, title }: StagedFile, found: string | null) {
  return titled.has(report ?? "") ? title : (found ?? title);
}

/** Gives a staged report another text, and its line what there is to say of it. */
export function rewriteText(
  { db }: Session,
  { likeness }: Stage,
  file: StagedFile,
  { text, title, sections }: Pick<NewText, "text" | "title" | "sections">,
  extraction: StoredExtraction,
  reading: NewReading | null = null,
): void {
  const report = file.report ?? "";
  const textSha256 = sha256(text);
  rewriteArrival(db, report, { text, textSha256, title, sections }, extraction, reading);
  Object.assign(file, { title, characters: text.length }, countRepairs(extraction));
  const fileSha256 = likeness.get(report)?.fileSha256 ?? "";
  const hashes = { fileSha256, textSha256 };
  likeness.set(report, { ...hashes, inProject: findSame(db, hashes) });
}

/** Leaves reports out of the import, or takes them in again; nothing of them goes before the import does. */
export function leaveOut(
  session: Session,
  { stage: id, reports, isLeftOut }: Input<"import.leaveOut">,
): Output<"import.leaveOut"> {
  const stage = findStage(session, id);
  const meant = new Set(reports);
  const lines = stage.files.filter(({ report }) => report !== null && meant.has(report));
  if (lines.length < meant.size) throw notOfThisImport();
  for (const line of lines) line.isLeftOut = isLeftOut;
  const others = [
    ...markJoins(stage.files, stage.joining),
    ...markSame(stage.files, stage.likeness),
  ];
  return { files: [...new Set([...lines, ...others])], additions: additionsOf(session, stage) };
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
