import { randomUUID } from "node:crypto";
import { basename, relative } from "node:path";
import type { Input, Output } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { Staged } from "../../shared/staged.ts";
import { byAnnotator } from "../import/by-annotator.ts";
import { collect, type Unit } from "../import/collect.ts";
import { wishedEncoding } from "../import/encoding.ts";
import type { Read } from "../import/read-units.ts";
import { readInWorker } from "../import/reader.ts";
import { keepHeapSmall } from "../import/small-heap.ts";
import { type Arrival, discardArrivals, insertArrivals } from "../store/arrivals.ts";
import { readDocument } from "../store/documents.ts";
import { findSame } from "../store/extractions.ts";
import { write } from "../store/history.ts";
import { findJoinTarget, type JoiningLayers, joinLayers, plainName } from "../store/joining.ts";
import { putScheme, readScheme } from "../store/scheme/schemes.ts";
import type { CallContext } from "./context.ts";
import { type Joinable, leaveOutTaken, markJoins } from "./joining.ts";
import { createLearning } from "./learning.ts";
import { markSame } from "./likeness.ts";
import { progressOfPage } from "./page-progress.ts";
import { authorOf, type Session } from "./session.ts";
import {
  failedFile,
  findStage,
  type Stage,
  stagedFile,
  stagedReports,
  summaryOf,
} from "./stages.ts";

/** Reports, and bytes, that are written in one transaction: few enough that the window never waits for one. */
const batchSize = 50;
const batchBytes = 8 * 2 ** 20;

/** Reads files and folders into the project file, unseen until they are taken in. */
export async function stageImport(
  context: CallContext,
  input: Input<"import.stage">,
): Promise<Staged> {
  const { session, progress } = context;
  keepHeapSmall();
  if (input.encoding !== null) wishedEncoding(input.encoding);
  const paths = input.tickets.flatMap((ticket) => session.tickets.read(ticket));
  progress({ done: 0, total: 0, doing: "Looking through the files" });
  const collected = await collect(paths, input.format, shownIn(session));
  const { units, failed, warnings, notes } = byAnnotator(collected, input.annotatorsBy);
  const stage = newStage(session, nameOf(paths), input);
  stage.aside = { warnings, notes };
  stage.files = failed.map((problem) => failedFile(problem));
  const wished = units.map((unit) => withWishes(unit, input));
  try {
    await readInto(stage, wished, context);
    refuseCancelled(context.signal);
  } catch (error) {
    discardArrivals(session.db, stagedReports(stage, false));
    throw error;
  }
  markJoins(stage.files, stage.joining);
  leaveOutTaken(stage.files);
  markSame(stage.files, stage.likeness);
  session.stages.set(stage.id, stage);
  return summaryOf(session, stage);
}

function newStage(
  session: Session,
  name: string,
  { tickets, annotator, annotatorsBy, offsets }: Input<"import.stage">,
): Stage {
  return {
    id: randomUUID(),
    ...{ name, tickets, annotator: annotator ?? authorOf(session).annotator },
    ...{ annotatorsBy, offsets },
    files: [],
    likeness: new Map(),
    joining: new Map(),
    unread: new Map(),
    aside: { warnings: [], notes: [] },
    learning: createLearning(readScheme(session.db).scheme),
    titled: new Set(),
  };
}

function withWishes(unit: Unit, { encoding, ocr, offsets }: Input<"import.stage">): Unit {
  if (unit.kind === "annotated") return offsets === null ? unit : { ...unit, offsets };
  if (unit.kind !== "document" || (encoding === null && ocr === null)) return unit;
  return { ...unit, encoding: encoding ?? undefined, ocr: ocr ?? undefined };
}

/** Reads unit after unit; what was read is written a batch at a time. */
async function readInto(stage: Stage, units: readonly Unit[], context: CallContext): Promise<void> {
  const { session, signal } = context;
  const total = units.length;
  let done = 0;
  let batch: Extract<Read, { kind: "report" }>[] = [];
  const writeFull = () => {
    if (!isFull(batch)) return;
    addReports(session, stage, batch);
    batch = [];
  };
  for await (const read of readInWorker(units, stage.annotator)) {
    refuseCancelled(signal);
    if (read.kind === "report") {
      writeFull();
      batch.push(read);
    } else if (read.kind === "unit") {
      // What comes of the last file is written once the thread has given its memory back.
      if (++done < total) writeFull();
    } else if (read.kind === "failed") addFailed(stage, read, units[done]);
    else if (read.kind === "scheme") {
      stage.learning.declare(read.additions);
      stage.aside.warnings.push(...read.warnings);
    }
    tellProgress(context, read, done, units);
  }
  addReports(session, stage, batch);
}

function tellProgress(
  { progress }: CallContext,
  read: Read,
  done: number,
  units: readonly Unit[],
): void {
  const unit = units[done];
  const byOcr = unit?.kind === "document" && unit.ocr !== undefined;
  if (read.kind === "page") progress(progressOfPage(read, done, units.length, byOcr));
  else if (read.kind === "unit") progress({ done, total: units.length, doing: "Reading" });
}

interface Batched {
  report: Arrival;
  file: string;
}

function isFull(batch: readonly Batched[]): boolean {
  const bytes = batch.reduce((sum, { report }) => sum + bytesOf(report), 0);
  return batch.length >= batchSize || bytes >= batchBytes;
}

const bytesOf = ({ source, document }: Arrival) => source.deflated.length + document.text.length;

function addReports(session: Session, stage: Stage, batch: readonly Batched[]): void {
  const ids = insertArrivals(
    session.db,
    batch.map(({ report }) => report),
  );
  for (const [at, { report, file }] of batch.entries()) {
    // As many were written as were given.
    const id = ids[at] ?? "";
    stage.files.push(stagedFile(id, file, report));
    stage.learning.use(id, report.document);
    const { sha256: fileSha256 } = report.source;
    // Nearly always equal; that they are the same string then saves a tenth of what a report leaves behind.
    const textSha256 = report.textSha256 === fileSha256 ? fileSha256 : report.textSha256;
    const hashes = { fileSha256, textSha256 };
    stage.likeness.set(id, { ...hashes, inProject: findSame(session.db, hashes) });
    if (report.document.layers.length > 0)
      stage.joining.set(id, joinableOf(session, report, textSha256));
  }
}

function joinableOf({ db }: Session, { document }: Arrival, textSha256: string): Joinable {
  const { name, title, layers } = document;
  return {
    ...{ key: `${textSha256} ${plainName(`${name}.`)}`, title },
    annotators: layers.map(({ annotator }) => annotator),
    target: findJoinTarget(db, { textSha256, name: `${name}.` }),
  };
}

function addFailed(
  stage: Stage,
  { problem, code }: Extract<Read, { kind: "failed" }>,
  unit: Unit | undefined,
): void {
  const file = failedFile(problem, code);
  stage.files.push(file);
  if ((file.encoding || file.ocr) && unit) stage.unread.set(file.id, unit);
}

/** In a shell people know files by the paths they gave, elsewhere by their names. */
function shownIn({ host }: Session): (path: string) => string {
  if (host !== "command-line") return (path) => basename(path);
  return (path) => {
    const here = relative(process.cwd(), path);
    return here === "" || here.startsWith("..") ? path : here;
  };
}

function refuseCancelled(signal: AbortSignal): void {
  if (signal.aborted)
    throw new AppError("cancelled", "The import was cancelled; nothing of it was kept.");
}

/** What waits in the open project, the newest first. */
export function listWaiting(session: Session): Output<"import.waiting"> {
  const stages = [...session.stages.values()].reverse();
  return { waiting: stages.map((stage) => summaryOf(session, stage)) };
}

/** Takes a staged import in, without what is left out: one transaction, one history row, one undo step. */
export function finishStage(session: Session, id: string): Change {
  const stage = findStage(session, id);
  const reports = stagedReports(stage, false);
  const leftOut = stagedReports(stage, true);
  const joining = joiningLayers(stage);
  const joined = new Set(joining.map(({ from }) => from));
  const added = reports.filter((report) => !joined.has(report));
  const changed = new Set([...added, ...joining.map(({ to }) => to)]);
  // What only left-out reports use is not to be learnt; these can be read once they are present.
  const documents = stage.learning.brings(leftOut) ? documentsOf(session, changed) : undefined;
  const change = write(session.db, authorOf(session), "import", (journal) => {
    const summary = `imported ${stage.name} (${whatCame(added.length, joining)})`;
    if (added.length > 0) journal.setPresence(added, "removed", "present");
    for (const layers of joining) joinLayers(journal, layers);
    const learnt = stage.learning.learn(readScheme(session.db).scheme, documents);
    putScheme(journal, authorOf(session), learnt, { summary });
    return { summary, report: null };
  });
  // Not before: what could not be taken in may be tried again, or discarded.
  session.stages.delete(id);
  discardArrivals(session.db, [...leftOut, ...joined]);
  return change;
}

/** What is taken in as layers of other reports. */
function joiningLayers({ files }: Stage): JoiningLayers[] {
  const own = new Set(files.map(({ report }) => report));
  return files.flatMap(({ report, joins, isLeftOut }) => {
    if (report === null || joins === null || isLeftOut || joins.annotators.length === 0) return [];
    return {
      from: report,
      to: joins.report,
      annotators: joins.annotators,
      isNew: own.has(joins.report),
    };
  });
}

function whatCame(reports: number, joining: readonly JoiningLayers[]): string {
  const layers = joining.reduce((sum, { annotators }) => sum + annotators.length, 0);
  const counted = (count: number, what: string) =>
    count === 1 ? `1 ${what}` : `${count} ${what}s`;
  const both = [counted(reports, "report"), `${counted(layers, "layer")} of other annotators`];
  if (layers === 0) return both[0] ?? "";
  return reports === 0 ? (both[1] ?? "") : both.join(", ");
}

function* documentsOf({ db }: Session, reports: Iterable<string>) {
  for (const report of reports) yield readDocument(db, report, null);
}

export function discardStage(session: Session, id: string): null {
  const stage = findStage(session, id);
  discardArrivals(session.db, [...stagedReports(stage, false), ...stagedReports(stage, true)]);
  session.stages.delete(id);
  return null;
}

function nameOf(paths: readonly string[]): string {
  const [first = ""] = paths;
  const name = first.split(/[/\\]/).findLast(Boolean) ?? first;
  return paths.length > 1 ? `${name} and ${paths.length - 1} more` : name;
}
