import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Exported, Losses } from "../../shared/contract/exports.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Loss } from "../../shared/formats/losses.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { freeName } from "../export/destination.ts";
import {
  type ExportRequest,
  type ExportResult,
  exportDocuments,
  findLosses,
} from "../export/export.ts";
import { safeFileName } from "../export/layout.ts";
import { placeFor } from "../export/place.ts";
import { zipFolder } from "../export/zip.ts";
import type { ReadDb } from "../store/database.ts";
import { readDocument } from "../store/documents.ts";
import { listAnnotators, listLayerReports } from "../store/layers.ts";
import { readProjectFacts } from "../store/project.ts";
import { listReportIds } from "../store/reports.ts";
import { readScheme } from "../store/scheme/schemes.ts";
import type { CallContext } from "./context.ts";
import type { Session } from "./session.ts";
import { temporaryFolder } from "./temporary.ts";

type Request = Input<"export.losses">;

/** Exports into the folder that the person chose, or into a file that the host offers for download. */
export async function runExport(
  context: CallContext,
  { ticket, ...request }: Input<"export.run">,
): Promise<Exported> {
  const { session } = context;
  const [chosen] = ticket === null ? [] : session.tickets.read(ticket);
  const folder = chosen ?? temporaryFolder(session);
  const { ending } = placeOf(session.db, request, null);
  const name = safeFileName(`${readProjectFacts(session.db).name} ${request.format}`);
  const path = freeName(folder, name, ending);
  const result = await exportTo(context, path, request);
  if (chosen !== undefined) return { ...result, place: path, download: null };
  const download = session.tickets.issue([downloadOf(session, folder, name)]);
  return { ...result, place: "your downloads", download };
}

/** The only file that was written, or a zip of all of them. */
function downloadOf(session: Session, folder: string, name: string): string {
  const [only, ...more] = readdirSync(folder, { withFileTypes: true });
  if (only?.isFile() && more.length === 0) return join(folder, only.name);
  const whole = only?.isDirectory() && more.length === 0 ? join(folder, only.name) : folder;
  const file = join(temporaryFolder(session), `${name}.zip`);
  zipFolder(whole, file);
  return file;
}

/** Exports to exactly this file or folder. @throws AppError "bad-input" when there is nothing to export. */
export async function exportTo(
  context: CallContext,
  path: string,
  request: Request,
): Promise<ExportResult> {
  const { left, ...wanted } = wantedOf(context, request, path);
  const result = await exportDocuments({ path, ...wanted });
  return { ...result, losses: [...left, ...result.losses] };
}

/** What an export would not hold, before anything is written. */
export async function lossesOfExport(
  context: CallContext,
  request: Request,
  path: string | null = null,
): Promise<Losses> {
  const { left, ...wanted } = wantedOf(context, request, path);
  return { losses: [...left, ...(await findLosses(wanted))] };
}

type Wanted = Omit<ExportRequest, "path"> & { left: Loss[] };

function wantedOf(
  { session: { db }, signal, progress }: CallContext,
  request: Request,
  path: string | null,
): Wanted {
  const { format, annotator, offsets } = request;
  const { ids, left } = reportsOf(db, request);
  if (ids.length === 0) throw nothingToExport(annotator);
  const { kind, folders } = placeOf(db, request, path, ids.length);
  return {
    ...{ format, offsets, signal, progress, folders, left },
    place: kind,
    scheme: readScheme(db).scheme,
    documents: documentsOf(db, ids, annotator),
    total: ids.length,
  };
}

/** The reports that are written, and how many of those asked for are not. */
function reportsOf(db: ReadDb, { format, annotator, reports }: Request) {
  const wanted = reports ?? listReportIds(db);
  const withLayer = new Set(listLayerReports(db, annotator));
  // Lines of our own hold unmarked reports too; the others are made by layer.
  const takesAll = format === "casemark-jsonl" && annotator === null;
  const ids = takesAll ? wanted : wanted.filter((id) => withLayer.has(id));
  const count = wanted.length - ids.length;
  const things = "Reports that nobody chosen has marked";
  return {
    ids,
    left: count === 0 ? [] : [{ things, count, consequence: "left out.", examples: [] }],
  };
}

function placeOf(
  db: ReadDb,
  { format, annotator, reports }: Request,
  path: string | null,
  count = reports?.length ?? 0,
) {
  const annotators = annotator === null ? listAnnotators(db).length : 1;
  return placeFor({ format, annotators, reports: count }, path);
}

function* documentsOf(
  db: ReadDb,
  ids: readonly string[],
  annotator: string | null,
): Generator<AnnotatedDocument, void> {
  for (const id of ids) yield readDocument(db, id, annotator);
}

function nothingToExport(annotator: string | null): AppError {
  const whose = annotator === null ? "Nobody has" : `${annotator} has not`;
  return new AppError(
    "bad-input",
    `${whose} marked any of these reports, so there is nothing to export; choose other reports or another annotator.`,
  );
}
