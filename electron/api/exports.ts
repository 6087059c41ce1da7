import type { Exported } from "../../shared/contract/exports.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { AnnotatedDocument } from "../../shared/model/document.ts";
import { freeName } from "../export/destination.ts";
import { type ExportResult, exportDocuments } from "../export/export.ts";
import { safeFileName } from "../export/layout.ts";
import { zipFolder } from "../export/zip.ts";
import type { ReadDb } from "../store/database.ts";
import { readDocument } from "../store/documents.ts";
import { listAnnotators, listLayerReports } from "../store/layers.ts";
import { readProjectFacts } from "../store/project.ts";
import { listReportIds } from "../store/reports.ts";
import { readScheme } from "../store/schemes.ts";
import type { CallContext } from "./context.ts";
import type { Session } from "./session.ts";
import { makeTemporaryFolder } from "./temporary.ts";

type Request = Omit<Input<"export.run">, "ticket">;

/** Exports into the folder that the person chose, or into a file that the host offers for download. */
export async function runExport(
  context: CallContext,
  { ticket, ...request }: Input<"export.run">,
): Promise<Exported> {
  const { session } = context;
  const [chosen] = ticket === null ? [] : session.tickets.read(ticket);
  const folder = chosen ?? temporaryFolder(session);
  const ending = request.format === "brat" ? "" : ".jsonl";
  const name = safeFileName(`${readProjectFacts(session.db).name} ${request.format}`);
  const path = freeName(folder, name, ending);
  const result = await exportTo(context, path, request);
  if (chosen !== undefined) return { ...result, place: path, download: null };
  const file = ending ? path : `${path}.zip`;
  if (!ending) zipFolder(path, file);
  return { ...result, place: "your downloads", download: session.tickets.issue([file]) };
}

/** Gone when the session ends, since what is in it is about patients. */
function temporaryFolder(session: Session): string {
  const folder = makeTemporaryFolder("export");
  session.temporary.push(folder);
  return folder;
}

/** Exports to exactly this file or folder. @throws AppError "bad-input" when there is nothing to export. */
export async function exportTo(
  { session, signal, progress }: CallContext,
  path: string,
  { format, annotator, offsets, reports }: Request,
): Promise<ExportResult> {
  const { db } = session;
  const wanted = reports ?? listReportIds(db);
  const withLayer = new Set(listLayerReports(db, annotator));
  // Lines of our own hold unmarked reports too; brat's pairs are made by layer.
  const takesAll = format === "casemark-jsonl" && annotator === null;
  const ids = takesAll ? wanted : wanted.filter((id) => withLayer.has(id));
  if (ids.length === 0) throw nothingToExport(annotator);
  const result = await exportDocuments({
    path,
    format,
    offsets,
    scheme: readScheme(db).scheme,
    folders: annotator === null && listAnnotators(db).length > 1,
    documents: documentsOf(db, ids, annotator),
    total: ids.length,
    signal,
    progress,
  });
  const left = wanted.length - ids.length;
  if (left > 0)
    result.losses.unshift({
      things: "Reports that nobody chosen has marked",
      count: left,
      consequence: "left out.",
      examples: [],
    });
  return result;
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
