import type { MadeRelease, OpenedRelease } from "../../shared/contract/datasets.ts";
import type { Input } from "../../shared/contract.ts";
import { type ReleaseChanges, startComparison } from "../../shared/dataset/compare.ts";
import type { ReleaseLoss } from "../../shared/dataset/facts.ts";
import type { LayerChoice } from "../../shared/dataset/layers.ts";
import type { Assignment } from "../../shared/dataset/split.ts";
import { AppError } from "../../shared/errors.ts";
import { gold } from "../../shared/review/gold.ts";
import { foreseeRelease, makeRelease, type ReleaseResult } from "../dataset/release.ts";
import type { ReleaseRequest } from "../dataset/request.ts";
import type { ReleaseSource, ReleaseSources, Watch } from "../dataset/source.ts";
import { openRelease, releaseDocuments } from "../dataset/verify-release.ts";
import { freeName } from "../export/destination.ts";
import { safeFileName } from "../export/layout.ts";
import { zipFolder } from "../export/zip.ts";
import { closeProject, openBeside, openProjectForReading, type ReadDb } from "../store/database.ts";
import { readDocument } from "../store/documents.ts";
import { listLayerReports } from "../store/layers.ts";
import { readProjectFacts } from "../store/project.ts";
import { assignmentOf, rememberRelease } from "../store/releases.ts";
import { listReportIds, readReport, reportsByNumber } from "../store/reports.ts";
import { readScheme } from "../store/scheme/schemes.ts";
import { reportsFound } from "../store/search/find.ts";
import { projectSecret } from "../store/secret.ts";
import { correctionsOf } from "../store/texts.ts";
import type { CallContext } from "./context.ts";
import { deidentify, gateProblem, reviewedCandidates } from "./deidentified.ts";
import { requireWritable } from "./readiness.ts";
import type { Session } from "./session.ts";
import { temporaryFolder } from "./temporary.ts";

type Request = Omit<Input<"dataset.make">, "ticket" | "continues">;

/** Makes a release in the folder that the person chose, or one that the host offers for download. */
export async function makeDataset(
  context: CallContext,
  { ticket, continues, ...request }: Input<"dataset.make">,
): Promise<MadeRelease> {
  const { session } = context;
  // It is remembered in the project that it is of, also when another one is open by then.
  const file = session.db.name;
  const [chosen] = ticket === null ? [] : session.tickets.read(ticket);
  const folder = chosen ?? temporaryFolder(session);
  const { title, version } = request.texts;
  const path = freeName(folder, safeFileName(`${title} ${version}`), "");
  const frozen = frozenBy(session, continues);
  const result = await makeDatasetAt(context, path, request, frozen);
  const release = remember(file, request, result, chosen === undefined ? "your downloads" : path);
  const { losses, nearDuplicates, torn } = result;
  if (chosen !== undefined) return { release, losses, nearDuplicates, torn, download: null };
  zipFolder(path, `${path}.zip`);
  const download = session.tickets.issue([`${path}.zip`]);
  return { release, losses, nearDuplicates, torn, download };
}

/** What the release that was asked for would leave out, and its records and formats would not hold. */
export async function foreseeDataset(
  context: CallContext,
  { continues, ...contents }: Input<"dataset.foresee">,
): Promise<{ losses: ReleaseLoss[] }> {
  const frozen = frozenBy(context.session, continues);
  const losses = await asOfNow(context, contents, (chosen, watch) =>
    foreseeRelease({ ...chosen, options: contents.options, frozen }, watch),
  );
  return { losses };
}

const frozenBy = ({ db }: Session, continues: string | null): Assignment =>
  continues === null ? {} : assignmentOf(db, continues);

/** Keeps what a later release of the project in this file has to know of this one. */
export function remember(
  file: string,
  { options, texts }: Pick<Request, "options" | "texts">,
  { manifest }: ReleaseResult,
  place: string,
) {
  const { title, version, counts, assignment } = manifest;
  const db = openBeside(file);
  try {
    return rememberRelease(db, { title, version, place, options, texts, counts }, assignment);
  } finally {
    db.close();
  }
}

/** Makes a release in exactly this folder. @throws AppError "bad-input" as `asOfNow` does */
export function makeDatasetAt(
  context: CallContext,
  path: string,
  { texts, ...contents }: Request,
  frozen: Assignment,
  beforeWriting: ReleaseRequest["beforeWriting"] = null,
): Promise<ReleaseResult> {
  return asOfNow(context, contents, (chosen, watch) =>
    makeRelease(
      { ...chosen, path, options: contents.options, texts, frozen, beforeWriting },
      watch,
    ),
  );
}

/**
 * Does something with the reports of a release, all of one moment: what is marked meanwhile is not in it.
 * @throws AppError "bad-input" when there is nothing to release, or candidates are not reviewed.
 */
async function asOfNow<Value>(
  { session, signal, progress }: CallContext,
  { options, reports, search, deidentify: isGuarded }: Omit<Request, "texts">,
  work: (chosen: Pick<ReleaseRequest, "sources" | "project">, watch: Watch) => Promise<Value>,
): Promise<Value> {
  requireWritable(session);
  const secret = isGuarded ? projectSecret(session.db) : null;
  const db = openProjectForReading(session.db.name);
  try {
    db.exec("BEGIN");
    const ids = chosenReports(db, session.annotator ?? "", reports, search);
    if (ids.length === 0)
      throw new AppError("bad-input", "There are no reports to release; choose other reports.");
    refuseNobody(db, ids, options.layers);
    const problem = isGuarded ? await gateProblem(db, ids, { signal, progress }) : null;
    if (problem !== null) throw new AppError("bad-input", problem);
    const { scheme, version } = readScheme(db);
    const project = { name: readProjectFacts(db).name, scheme, schemeVersion: String(version) };
    return await work({ sources: sourcesOf(db, ids, secret), project }, { signal, progress });
  } finally {
    closeProject(db);
  }
}

/** A release of somebody who has marked nothing would be texts alone. @throws AppError "bad-input" */
function refuseNobody(db: ReadDb, ids: readonly string[], layers: LayerChoice): void {
  if (layers.of !== "one" && layers.of !== "gold") return;
  const annotator = layers.of === "one" ? layers.annotator : gold;
  const marked = new Set(listLayerReports(db, annotator));
  if (ids.some((id) => marked.has(id))) return;
  throw new AppError(
    "bad-input",
    `${annotator} has not marked any of these reports, so there is nothing to release; choose other reports or another annotator.`,
  );
}

/** The reports that are listed, or else all, of which the query finds; in the order of the project. */
function chosenReports(
  db: ReadDb,
  me: string,
  listed: readonly string[] | null,
  query: string | null,
): readonly string[] {
  const all = listed ?? listReportIds(db);
  if (query === null) return all;
  const found = new Set(reportsByNumber(db, reportsFound(db, me, query)));
  return all.filter((id) => found.has(id));
}

/** The reports as they are; with a secret, with surrogates in place of what tells who a patient is. */
function sourcesOf(db: ReadDb, ids: readonly string[], secret: string | null): ReleaseSources {
  const read = (id: string) =>
    secret === null ? sourceOf(db, id) : deidentifiedSource(db, id, secret);
  return { count: ids.length, read: (at) => read(ids[at] ?? ""), byName: secret !== null };
}

/** Without its file's name and what was corrected, which may tell who the patient is. */
function deidentifiedSource(db: ReadDb, id: string, secret: string): ReleaseSource {
  const document = deidentify(readDocument(db, id, null), reviewedCandidates(db, id), secret);
  return { document, sourceFile: "", repairs: [] };
}

function sourceOf(db: ReadDb, id: string): ReleaseSource {
  const document = readDocument(db, id, null);
  const { source, warnings } = readReport(db, id);
  const corrections = correctionsOf(db, id).filter(({ edits }) => edits.length > 0);
  const corrected = corrections.reduce((sum, { edits }) => sum + edits.length, 0);
  const repairs = corrected === 0 ? [] : [`${corrected} places were corrected after the import.`];
  return { document, sourceFile: source, repairs: [...warnings, ...repairs] };
}

/** Looks whether a release's folder is as it was written. */
export async function openDataset(
  { session, signal, progress }: CallContext,
  { ticket }: Input<"dataset.open">,
): Promise<OpenedRelease> {
  const [folder = ""] = session.tickets.read(ticket);
  return openRelease(folder, { signal, progress });
}

/** What changed from one release's folder to another's. */
export function compareDatasets(
  { session }: CallContext,
  { before, after }: Input<"dataset.compare">,
): { changes: ReleaseChanges } {
  const [[earlier = ""], [later = ""]] = [
    session.tickets.read(before),
    session.tickets.read(after),
  ];
  return { changes: compareFolders(earlier, later) };
}

/** What changed from one release's folder to another's. @throws AppError "bad-file" for what is no release. */
export function compareFolders(before: string, after: string): ReleaseChanges {
  const comparison = startComparison(releaseDocuments(before));
  for (const document of releaseDocuments(after)) comparison.after(document);
  return comparison.changes();
}
