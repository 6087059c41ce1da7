import type { StagedFile } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import { type Choices, pieceId } from "../../shared/extract/choices.ts";
import type { Extracted } from "../../shared/extract/extracted.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme } from "../../shared/model/scheme.ts";
import type { Arrival } from "../store/arrivals.ts";
import type { Session } from "./session.ts";

/** An import that was read: its reports lie in the project file, seen by nobody. */
export interface Stage {
  files: StagedFile[];
  /** Reports whose titles a person gave. */
  titled: Set<string>;
  /** Some of what was read was left out since. */
  isPart: boolean;
  /** The scheme with everything that the reports use: those read, or those given. */
  learn(scheme: Scheme, documents?: Iterable<AnnotatedDocument>): Scheme;
  /** What was imported, for the history: `maccrobat2020`. */
  name: string;
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
  if (!file) throw new AppError("not-found", "That report is no longer part of this import.");
  return file;
}

/** The reports that the import still holds. */
export function stagedReports({ files }: Stage): string[] {
  return files.flatMap(({ report }) => report ?? []);
}

/** The line about a report that was read. */
export function stagedFile(
  report: string,
  file: string,
  { document, warnings, extraction }: Arrival,
  sameAs: string | null,
): StagedFile {
  const { title, text, layers } = document;
  const others = layers[0]?.source ? "brat" : "casemark-jsonl";
  return {
    report,
    file,
    kind: extraction?.extracted.kind ?? others,
    title,
    case: document.case,
    characters: text.length,
    spans: layers.reduce((total, { spans }) => total + spans.length, 0),
    ...(extraction ? countRepairs(extraction) : { repairs: 0, leftOut: 0 }),
    warnings,
    sameAs,
    problem: null,
  };
}

/** The line about a file that could not be read. */
export function failedFile(file: string, problem: string): StagedFile {
  const nothing = { report: null, kind: null, title: "", case: "", characters: 0, spans: 0 };
  return { ...nothing, file, repairs: 0, leftOut: 0, warnings: [], sameAs: null, problem };
}

/** How many repairs are taken, and how many blocks are out of the text. */
export function countRepairs({ extracted, choices }: { extracted: Extracted; choices: Choices }) {
  const refused = new Set(choices.refused);
  const restored = new Set(choices.restored);
  let repairs = 0;
  let leftOut = 0;
  for (const [index, { kind, pieces }] of extracted.blocks.entries()) {
    if (kind === "left-out") leftOut += restored.has(index) ? 0 : 1;
    else
      for (const [at, { repair }] of pieces.entries())
        if (repair !== null && !refused.has(pieceId(index, at))) repairs += 1;
  }
  return { repairs, leftOut };
}
