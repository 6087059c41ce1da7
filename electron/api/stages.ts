import { randomUUID } from "node:crypto";
import { AppError, type ErrorCode } from "../../shared/errors.ts";
import { type Choices, pieceId } from "../../shared/extract/choices.ts";
import type { Extracted, Piece } from "../../shared/extract/extracted.ts";
import type { FileProblem, Staged, StagedFile } from "../../shared/staged.ts";
import type { Unit } from "../import/collect.ts";
import type { Arrival } from "../store/arrivals.ts";
import { readScheme } from "../store/scheme/schemes.ts";
import type { Joinable } from "./joining.ts";
import type { Learning } from "./learning.ts";
import type { Likeness } from "./likeness.ts";
import type { Session } from "./session.ts";

/** An import that was read: its reports lie in the project file, seen by nobody. */
export interface Stage {
  id: string;
  /** What was imported, for the history: `maccrobat2020`. */
  name: string;
  tickets: string[];
  /** Whose the annotations were read as. */
  annotator: string;
  annotatorsBy: Staged["annotatorsBy"];
  /** What their offsets were said to count. */
  offsets: Staged["offsets"];
  files: StagedFile[];
  /** By report: what tells that two are the same. */
  likeness: Map<string, Likeness>;
  /** By report with layers: what tells which report they may join. */
  joining: Map<string, Joinable>;
  /** By line: files that gave nothing and can be read in another way. */
  unread: Map<string, Unit>;
  /** What was said of files that have no line. */
  aside: { warnings: FileProblem[]; notes: FileProblem[] };
  /** What the scheme has to learn. */
  learning: Learning;
  /** Reports whose titles a person gave. */
  titled: Set<string>;
}

/** @throws AppError "not-found" once it was taken in or discarded. */
export function findStage(session: Session, id: string): Stage {
  const stage = session.stages.get(id);
  if (!stage)
    throw new AppError("not-found", "That import is no longer waiting; choose the files again.");
  return stage;
}

/** @throws AppError "not-found" when the report is not of this import. */
export function findStagedFile({ files }: Stage, report: string): StagedFile {
  const file = files.find((one) => one.report === report);
  if (!file) throw notOfThisImport();
  return file;
}

export function notOfThisImport(): AppError {
  return new AppError("not-found", "That report is no longer part of this import.");
}

/** The reports of the import: those that are left out, or those that are not. */
export function stagedReports({ files }: Stage, isLeftOut: boolean): string[] {
  return files.flatMap((file) => (file.isLeftOut === isLeftOut ? (file.report ?? []) : []));
}

/** What the import comes to as it stands. */
export function summaryOf(session: Session, stage: Stage): Staged {
  const { id, tickets, annotator, annotatorsBy, offsets, files, aside } = stage;
  const said = (list: "warnings" | "notes") =>
    files.flatMap((one) => one[list].map((message) => ({ file: one.file, message })));
  return {
    stage: id,
    ...{ tickets, annotator, annotatorsBy, offsets },
    reports: files.filter(({ report, joins }) => report !== null && joins === null).length,
    joining: files.reduce((sum, { joins }) => sum + (joins?.annotators.length ?? 0), 0),
    spans: files.reduce((sum, { spans, isLeftOut }) => (isLeftOut ? sum : sum + spans), 0),
    failed: files.flatMap(({ file, problem, isPart }) =>
      problem === null ? [] : { file, message: problem, ...(isPart && { isPart }) },
    ),
    warnings: [...aside.warnings, ...said("warnings")],
    notes: [...aside.notes, ...said("notes")],
    additions: additionsOf(session, stage),
  };
}

/** What the scheme has to learn for the reports that are not left out. */
export function additionsOf({ db }: Session, stage: Stage): Staged["additions"] {
  return stage.learning.additions(readScheme(db).scheme, new Set(stagedReports(stage, true)));
}

/** The line about a report that was read. */
export function stagedFile(
  report: string,
  file: string,
  { document, warnings, extraction, format = "casemark-jsonl" }: Arrival,
): StagedFile {
  const { title, text, layers } = document;
  const { kind, notes = [], encoding, scan } = extraction?.extracted ?? { kind: format };
  return {
    ...{ id: report, report, file, kind, title, case: document.case, warnings, notes },
    characters: text.length,
    spans: layers.reduce((total, { spans }) => total + spans.length, 0),
    ...(extraction ? countRepairs(extraction) : { repairs: 0, offered: 0, leftOut: 0 }),
    encoding: encoding ? withoutAlternatives(encoding) : null,
    ocr: scan ? { language: scan.language } : null,
    sameAs: null,
    joins: null,
    isLeftOut: false,
    problem: null,
  };
}

const withoutAlternatives = ({
  name,
  confidence,
  isChosen,
}: NonNullable<Extracted["encoding"]>) => ({
  name,
  confidence,
  isChosen,
});

/** The line about a file that could not be read; another encoding, or OCR, may make it a text. */
export function failedFile(
  { file, message, isPart }: FileProblem,
  code: ErrorCode | null = null,
): StagedFile {
  return {
    ...{ id: randomUUID(), report: null, kind: null, title: "", case: "", characters: 0, spans: 0 },
    ...{ file, repairs: 0, offered: 0, leftOut: 0, warnings: [], notes: [] },
    encoding: code === "bad-encoding" ? { name: null, confidence: 0, isChosen: false } : null,
    ocr: code === "needs-ocr" ? { language: null } : null,
    sameAs: null,
    joins: null,
    isLeftOut: false,
    problem: message,
    ...(isPart && { isPart }),
  };
}

/** How many repairs are taken and are not, and how many blocks are out of the text. */
export function countRepairs({ extracted, choices }: { extracted: Extracted; choices: Choices }) {
  const refused = new Set<string>(choices.refused);
  const restored = new Set(choices.restored);
  const counts = { repairs: 0, offered: 0, leftOut: 0 };
  for (const [index, { kind, pieces }] of extracted.blocks.entries())
    if (kind === "left-out") counts.leftOut += restored.has(index) ? 0 : 1;
    else
      for (const id of repairsIn(index, pieces))
        counts[refused.has(id) ? "offered" : "repairs"] += 1;
  return counts;
}

function repairsIn(block: number, pieces: readonly Piece[]): string[] {
  return pieces.flatMap(({ repair }, at) => (repair === null ? [] : pieceId(block, at)));
}
