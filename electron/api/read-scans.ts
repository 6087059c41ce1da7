import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { StagedFile, StagedLines } from "../../shared/staged.ts";
import type { Read } from "../import/read-units.ts";
import { readInWorker } from "../import/reader.ts";
import type { CallContext } from "./context.ts";
import { markSame } from "./likeness.ts";
import { progressOfPage } from "./page-progress.ts";
import { replace, takeUp, unitOf } from "./read-again.ts";
import type { Session } from "./session.ts";
import { findStage, notOfThisImport, type Stage } from "./stages.ts";

/**
 * Reads files of an import once more, their scanned pages by OCR. Each is kept as soon as it is read;
 * one that gives nothing says why in its line. Cancelling keeps what was read until then.
 */
export async function readScans(
  context: CallContext,
  { stage: id, files: lines, language }: Input<"import.readScans">,
): Promise<StagedLines> {
  const { session, signal, progress } = context;
  const stage = findStage(session, id);
  const files = lines.map((line) => scanIn(stage, line));
  const units = files.map((file) => ({ ...unitOf(session, stage, file), ocr: language }));
  let done = 0;
  for await (const read of readInWorker(units, stage.annotator)) {
    if (signal.aborted) break;
    // It may have been taken in or discarded meanwhile.
    findStage(session, id);
    const file = files[done];
    if (read.kind === "page") progress(progressOfPage(read, done, files.length, true));
    else if (read.kind === "unit") done += 1;
    else if (file) keep(session, stage, file, read);
  }
  return { files: [...new Set([...files, ...markSame(stage.files, stage.likeness)])] };
}

function keep(session: Session, stage: Stage, file: StagedFile, read: Read): void {
  if (read.kind === "failed") file.problem = read.problem.message;
  if (read.kind !== "report") return;
  if (file.report === null) takeUp(session, stage, file, read.report);
  else replace(session, stage, file, read.report);
}

function scanIn({ files }: Stage, line: string): StagedFile {
  const file = files.find(({ id }) => id === line);
  if (!file) throw notOfThisImport();
  if (!file.ocr) throw new AppError("bad-input", `"${file.file}" has no scanned pages.`);
  return file;
}
