import { randomUUID } from "node:crypto";
import { basename, relative } from "node:path";
import { reservedKeys } from "../../shared/commands.ts";
import type { Input, Staged } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import type { Scheme, SchemeAdditions } from "../../shared/model/scheme.ts";
import { addToScheme } from "../../shared/scheme/add-to-scheme.ts";
import { usageCollector } from "../../shared/scheme/usage.ts";
import { collect } from "../import/collect.ts";
import type { Read } from "../import/read-units.ts";
import { readInWorker } from "../import/reader.ts";
import { type Arrival, discardArrivals, insertArrivals } from "../store/arrivals.ts";
import { readDocument } from "../store/documents.ts";
import { findSame } from "../store/extractions.ts";
import { write } from "../store/history.ts";
import { putScheme, readScheme } from "../store/schemes.ts";
import type { CallContext } from "./context.ts";
import { authorOf, type Session } from "./session.ts";
import { failedFile, findStage, stagedFile, stagedReports } from "./stages.ts";

/** Reports that are written in one transaction: few enough that the window never waits for one. */
const batchSize = 50;

/** Reads files and folders into the project file, unseen until they are taken in. */
export async function stageImport(
  { session, signal, progress }: CallContext,
  { tickets, format, annotator }: Input<"import.stage">,
): Promise<Staged> {
  const paths = tickets.flatMap((ticket) => session.tickets.read(ticket));
  progress({ done: 0, total: 0, doing: "Looking through the files" });
  const { units, failed, warnings } = await collect(paths, format, shownIn(session));
  const tally = createTally({ failed, warnings });
  const files = failed.map(({ file, message }) => failedFile(file, message));
  const seen = new Map<string, string>();
  try {
    let done = 0;
    let batch: { arrival: Arrival; file: string }[] = [];
    const save = () => {
      const ids = insertArrivals(
        session.db,
        batch.map(({ arrival }) => arrival),
      );
      for (const [at, { arrival, file }] of batch.entries())
        files.push(stagedFile(ids[at] ?? "", file, arrival, sameAs(session, seen, arrival, file)));
      batch = [];
    };
    const owner = annotator ?? authorOf(session).annotator;
    for await (const read of readInWorker(units, owner)) {
      if (signal.aborted)
        throw new AppError("cancelled", "The import was cancelled; nothing of it was kept.");
      if (read.kind === "unit") progress({ done: ++done, total: units.length, doing: "Reading" });
      tally.count(read);
      if (read.kind === "failed") files.push(failedFile(read.problem.file, read.problem.message));
      if (read.kind !== "report") continue;
      if (batch.push({ arrival: read.report, file: read.file }) >= batchSize) save();
    }
    save();
    refuseCancelled(signal);
  } catch (error) {
    discardArrivals(
      session.db,
      files.flatMap(({ report }) => report ?? []),
    );
    throw error;
  }
  const stage = randomUUID();
  const { learn } = tally;
  session.stages.set(stage, {
    files,
    learn,
    name: nameOf(paths),
    titled: new Set(),
    isPart: false,
  });
  const reports = files.filter(({ report }) => report !== null).length;
  const { scheme } = readScheme(session.db);
  const additions = newIn(scheme, learn(scheme));
  return { stage, reports, spans: tally.spans(), failed, warnings, additions };
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

/** Takes a staged import in: one transaction, one history row, one undo step. */
export function finishStage(session: Session, id: string): Change {
  const stage = findStage(session, id);
  const reports = stagedReports(stage);
  // What only left-out reports use is not to be learnt; these can be read once they are present.
  const documents = stage.isPart ? documentsOf(session, reports) : undefined;
  const change = write(session.db, authorOf(session), "import", (journal) => {
    if (reports.length > 0) journal.setPresence(reports, "removed", "present");
    putScheme(journal, stage.learn(readScheme(session.db).scheme, documents));
    const count = reports.length === 1 ? "1 report" : `${reports.length} reports`;
    return { summary: `imported ${stage.name} (${count})`, report: null };
  });
  // Not before: what could not be taken in may be tried again, or discarded.
  session.stages.delete(id);
  return change;
}

function* documentsOf({ db }: Session, reports: readonly string[]) {
  for (const report of reports) yield readDocument(db, report, null);
}

export function discardStage(session: Session, id: string): null {
  discardArrivals(session.db, stagedReports(findStage(session, id)));
  session.stages.delete(id);
  return null;
}

/** What has the same bytes or the same text: a file of this import, or a report in the project. */
function sameAs(
  session: Session,
  seen: Map<string, string>,
  { source, textSha256 }: Arrival,
  file: string,
): string | null {
  const hashes = [source.sha256, textSha256];
  const earlier = hashes.map((hash) => seen.get(hash)).find((name) => name !== undefined);
  for (const hash of hashes) if (!seen.has(hash)) seen.set(hash, file);
  return earlier ?? findSame(session.db, { fileSha256: source.sha256, textSha256 });
}

interface Tally {
  count(read: Read): void;
  spans(): number;
  learn(scheme: Scheme, documents?: Iterable<AnnotatedDocument>): Scheme;
}

/** Adds up what was read: problems, spans, and what the scheme will have to learn. */
function createTally({ failed, warnings }: Pick<Staged, "failed" | "warnings">): Tally {
  const usage = usageCollector();
  const declared: SchemeAdditions[] = [];
  let spans = 0;
  const countReport = ({ document, warnings: told }: Arrival, file: string) => {
    usage.add(document);
    for (const layer of document.layers) spans += layer.spans.length;
    for (const message of told) warnings.push({ file, message });
  };
  return {
    count(read) {
      if (read.kind === "report") countReport(read.report, read.file);
      else if (read.kind === "failed") failed.push(read.problem);
      else if (read.kind === "scheme") {
        declared.push(read.additions);
        warnings.push(...read.warnings);
      }
    },
    spans: () => spans,
    learn(scheme, documents) {
      // What a folder's own scheme declares comes first: it knows the hierarchy and the choices.
      const known = declared.reduce<Scheme>(
        (all, more) => addToScheme(all, more, reservedKeys),
        scheme,
      );
      const used = (documents ? usageOf(documents) : usage).additions(known);
      return used ? addToScheme(known, used, reservedKeys) : known;
    },
  };
}

function usageOf(documents: Iterable<AnnotatedDocument>) {
  const usage = usageCollector();
  for (const document of documents) usage.add(document);
  return usage;
}

/** The definitions that one scheme has and the other has not, by name; null when there are none. */
function newIn(before: Scheme, after: Scheme): SchemeAdditions | null {
  const fresh = <D extends { name: string }>(old: readonly D[], now: readonly D[]) =>
    now.filter(({ name }) => !old.some((known) => known.name === name));
  const additions: SchemeAdditions = {
    labels: fresh(before.labels, after.labels),
    kinds: fresh(before.kinds, after.kinds),
    attributes: fresh(before.attributes, after.attributes),
    relations: fresh(before.relations, after.relations),
    events: fresh(before.events, after.events),
    groups: fresh(before.groups, after.groups),
    reportLabels: fresh(before.reportLabels, after.reportLabels),
  };
  return Object.values(additions).some((list) => list.length > 0) ? additions : null;
}

function nameOf(paths: readonly string[]): string {
  const [first = ""] = paths;
  const name = first.split(/[/\\]/).findLast(Boolean) ?? first;
  return paths.length > 1 ? `${name} and ${paths.length - 1} more` : name;
}
