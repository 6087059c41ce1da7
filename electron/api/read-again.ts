import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { StagedFile, StagedLines } from "../../shared/staged.ts";
import type { Unit } from "../import/collect.ts";
import { wishedEncoding } from "../import/encoding.ts";
import { readInWorker } from "../import/reader.ts";
import { type Arrival, insertArrivals } from "../store/arrivals.ts";
import { findSame, readExtraction } from "../store/extractions.ts";
import { readArrivingBytes } from "../store/sources.ts";
import type { CallContext } from "./context.ts";
import { markSame } from "./likeness.ts";
import type { Session } from "./session.ts";
import { findStage, notOfThisImport, type Stage, stagedFile } from "./stages.ts";
import { rewriteText, titleFor } from "./staging.ts";

/**
 * Reads one file of an import once more, in the encoding that a person chose; what was chosen of its
 * text before belonged to another text. @throws AppError when it cannot be read so; then all stays.
 */
export async function readAgain(
  context: CallContext,
  { stage: id, file: line, encoding }: Input<"import.readAgain">,
): Promise<StagedLines> {
  const { session } = context;
  wishedEncoding(encoding);
  const stage = findStage(session, id);
  const file = stage.files.find((one) => one.id === line);
  if (!file?.encoding) throw notOfThisImport();
  const arrival = await readOne({ ...unitOf(session, stage, file), encoding }, stage, context);
  // It may have been taken in or discarded while the file was read.
  findStage(session, id);
  if (file.report === null) takeUp(session, stage, file, arrival);
  else replace(session, stage, file, arrival);
  return { files: [...new Set([file, ...markSame(stage.files, stage.likeness)])] };
}

/** The bytes lie in the project; the file itself may be gone. What could not be read is where it was. */
export function unitOf({ db }: Session, { unread }: Stage, { id, report, file, kind }: StagedFile) {
  const unit = unread.get(id);
  if (unit?.kind === "document") return unit;
  const wished = readExtraction(db, report ?? "")?.extracted.kind;
  if (report === null || !wished) throw new Error(`no file is known of the line ${id} (${kind})`);
  const bytes = readArrivingBytes(db, report);
  const name = file.replace(/\.[^./\\]*$/, "");
  return { kind: "document", wished, bytes, file, name, shown: file } as const;
}

async function readOne(unit: Unit, { annotator }: Stage, { signal }: CallContext) {
  let arrival: Arrival | null = null;
  for await (const read of readInWorker([unit], annotator)) {
    if (signal.aborted) throw new AppError("cancelled", "The file stays as it was read before.");
    if (read.kind === "failed") throw new AppError("bad-file", read.problem.message);
    if (read.kind === "report") arrival = read.report;
  }
  if (!arrival) throw new Error(`nothing came of ${unit.shown}`);
  return arrival;
}

/** A file that could not be read before is one of the import's reports now. */
export function takeUp(session: Session, stage: Stage, file: StagedFile, arrival: Arrival): void {
  const [report = ""] = insertArrivals(session.db, [arrival]);
  const hashes = { fileSha256: arrival.source.sha256, textSha256: arrival.textSha256 };
  stage.likeness.set(report, { ...hashes, inProject: findSame(session.db, hashes) });
  stage.unread.delete(file.id);
  Object.assign(file, { ...stagedFile(report, file.file, arrival), id: file.id });
}

export function replace(session: Session, stage: Stage, file: StagedFile, arrival: Arrival): void {
  const { document, extraction, warnings } = arrival;
  if (!extraction) throw new Error(`${file.file} has become annotations`);
  const title = titleFor(stage, file, document.title);
  const reading = { warnings, metadata: document.metadata };
  rewriteText(session, stage, file, { ...document, title }, extraction, reading);
  const { notes, encoding, ocr } = stagedFile(file.id, file.file, arrival);
  Object.assign(file, { warnings, notes, encoding, ocr });
}
