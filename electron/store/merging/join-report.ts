import { AppError } from "../../../shared/errors.ts";
import type { MergeReport } from "../../../shared/merge/report.ts";
import { LayerStatus } from "../../../shared/model/annotation.ts";
import type { PackedReport, PackedVersion } from "../../../shared/packages/packed.ts";
import type { ReadDb } from "../database.ts";
import type { Author } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";
import { layerId } from "../layers.ts";
import {
  readCarriedTexts,
  readStoredRevisions,
  type StoredRevision,
  textsOf,
} from "../packing/report-texts.ts";
import type { Row } from "../rows.ts";
import { type Lines, readVersions } from "../versions/read-versions.ts";
import { stepsOf } from "../versions/steps.ts";
import { insertReport, revisionsOf } from "./arriving-report.ts";
import { addReading, keepTexts } from "./carried-texts.ts";
import { problemOfVersion } from "./check-version.ts";
import { type MetResult, meet } from "./merge-report.ts";
import { showingIn } from "./shown-row.ts";
import { damagedPackage, type PackageSource } from "./source.ts";
import { addLayers, tallyOf } from "./tally.ts";

export interface Joining {
  journal: Journal;
  author: Author;
  step: number;
  source: PackageSource;
  lines: Lines;
  report: MergeReport;
  /** Reports that come into the project with this merge. */
  arrived: string[];
}

/** Joins one report of a package with the one here, or takes it in. Answers the rows that came of it. */
export function joinReport(
  joining: Joining,
  packed: PackedReport,
  versions: readonly PackedVersion[],
): MetResult["put"] {
  const { journal, source, report, step, author, lines } = joining;
  const { db } = journal;
  const revisions = packedTexts(db, source.file, packed);
  const before = readRow(db, "report", packed.id);
  if (before) receive(joining, packed, before);
  else {
    insertReport(db, source, packed, revisions);
    joining.arrived.push(packed.id);
    report.newReports.push({ report: packed.id, title: packed.title });
  }
  const title = String(before?.title ?? packed.title);
  const texts = keepTexts(db, packed, versions, revisions, title);
  report.texts.push(...texts);
  const here = textHere(db, packed.id, title);
  checkVersions(source.file, versions, here.texts);
  const tally = tallyOf(packed.id, title);
  const found = meet({
    ...{ journal, author, step, tally, report: packed.id, file: source.file },
    here: before ? readVersions(db, lines, packed.id) : new Map(),
    incoming: versions,
    shownRow: showingIn({ ...here, title, scheme: lines.scheme }),
    text: here.text,
  });
  orderLines(joining, packed);
  const readings = packed.readings.filter((one) =>
    addReading(db, packed.id, one, here.texts, here.text),
  );
  report.readings += readings.length;
  if (found.hasConflict)
    db.prepare("INSERT INTO conflict_report (report) VALUES (?) ON CONFLICT DO NOTHING").run(
      packed.id,
    );
  addLayers(
    report,
    tally.layers((annotator) => statusOf(joining, packed.id, annotator)),
  );
  noteUnfinished(joining, packed.id, title, versions);
  report.isNews ||= found.isNews || !before || joining.arrived.includes(packed.id);
  return found.put;
}

/** All texts that a package says of a report. @throws AppError "bad-file", "text-mismatch" */
export function packedTexts(db: ReadDb, file: string, packed: PackedReport): StoredRevision[] {
  const revisions = revisionsOf(file, packed);
  const here = readStoredRevisions(db, packed.id);
  const known = new Set(here.map(({ sha256 }) => sha256));
  if (here.length === 0 || revisions.some(({ sha256 }) => known.has(sha256))) return revisions;
  throw new AppError(
    "text-mismatch",
    `“${readRow(db, "report", packed.id)?.title}” has another text in the package than here, so nothing was merged; ask for a package of the same text.`,
  );
}

/** A report that is here too: it stays as it is. */
function receive(
  { journal, lines, report, arrived }: Joining,
  packed: PackedReport,
  here: Row,
): void {
  const title = String(here.title);
  if (packed.title !== title || packed.case !== here.case_name) {
    const there = packed.title === title ? `case ${packed.case}` : packed.title;
    report.namedOtherwise.push({ report: packed.id, title, there });
  }
  if (here.state === "present") return;
  const last = stepsOf(journal.db, packed.id).map(lines.steps.read).at(-1);
  // It went with a merge that was undone, and nobody has taken it out.
  if (last && last.state === "undo" && lines.steps.deed(last) === "packages.merge")
    arrived.push(packed.id);
  else report.removedHere.push({ report: packed.id, title });
}

/** The text that a report has here, and all that are known of it. */
export function textHere(db: ReadDb, report: string, title: string) {
  const revisions = readStoredRevisions(db, report);
  const texts = textsOf(revisions, readCarriedTexts(db, report));
  const number = readRow(db, "report", report)?.revision;
  const now = revisions.find(({ revision }) => revision === number);
  if (!now) throw new Error(`“${title}” has no text ${number}`);
  const known = new Set([
    ...revisions.map(({ sha256 }) => sha256),
    ...texts.edges.flatMap(({ from, to }) => [from, to]),
  ]);
  return { text: now.sha256, words: now.text, texts: { ...texts, known } };
}

/** @throws AppError "bad-file" */
function checkVersions(
  file: string,
  versions: readonly PackedVersion[],
  { known, textOf }: ReturnType<typeof textHere>["texts"],
): void {
  const wordsOf = (sha256: string) => (known.has(sha256) ? textOf(sha256) : null);
  for (const version of versions) {
    const problem = problemOfVersion(version, wordsOf);
    if (problem !== null) throw damagedPackage(file, problem);
  }
}

/** How the lines of an imported layer stood; only of layers that are here and have none. */
function orderLines({ journal: { db } }: Joining, { id, orders }: PackedReport): void {
  const insert = db.prepare(
    `INSERT INTO layer_source (layer, body) SELECT id, @body FROM layer WHERE id = @layer
     ON CONFLICT DO NOTHING`,
  );
  for (const { annotator, body } of orders)
    insert.run({ layer: layerId(id, annotator), body: JSON.stringify(body) });
}

function statusOf({ journal: { db } }: Joining, report: string, annotator: string) {
  const status = LayerStatus.safeParse(readRow(db, "layer", layerId(report, annotator))?.status);
  return status.success ? status.data : null;
}

function noteUnfinished(
  joining: Joining,
  report: string,
  title: string,
  versions: readonly PackedVersion[],
): void {
  for (const annotator of new Set(versions.map((version) => version.annotator)))
    if (statusOf(joining, report, annotator) === "open")
      joining.report.unfinished.push({ report, title, annotator });
}
