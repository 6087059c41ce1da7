import { inflateRawSync } from "node:zlib";
import { applyEdits, checkEdits, type TextEdit } from "../../../shared/correct/edits.ts";
import { readPlaces } from "../../../shared/extract/places.ts";
import { PackedExtraction, type PackedReport } from "../../../shared/packages/packed.ts";
import { sha256 } from "../../sha256.ts";
import type { WriteDb } from "../database.ts";
import { upsertStatement } from "../journal.ts";
import type { CarriedText, StoredRevision } from "../packing/report-texts.ts";
import { damagedPackage, type PackageSource } from "./source.ts";

/** The texts of a packed report, every one of which has to be what its SHA-256 says. @throws AppError "bad-file" */
export function revisionsOf(file: string, report: PackedReport): StoredRevision[] {
  const found: StoredRevision[] = [];
  for (const [at, packed] of report.revisions.entries()) {
    const base = packed.base === null ? null : found[packed.base - 1];
    // The first is what was imported, all others were made of an earlier one.
    if (base === undefined || (base === null) !== (at === 0)) throw badTexts(file, report);
    const text = base === null ? report.text : corrected(base.text, packed.edits);
    if (text === null || sha256(text) !== packed.sha256) throw badTexts(file, report);
    found.push({ ...packed, text, revision: at + 1 });
  }
  const current = found[report.current - 1];
  const isWithin = ({ start, end }: { start: number; end: number }) =>
    start <= end && end <= (current?.text.length ?? 0);
  if (!current || !report.sections.every(isWithin)) throw badTexts(file, report);
  checkElsewhere(file, report, found);
  return found;
}

function checkElsewhere(file: string, report: PackedReport, own: readonly StoredRevision[]): void {
  const words = new Map(own.map(({ sha256, text }) => [sha256, text]));
  for (let left: readonly CarriedText[] = report.elsewhere; left.length > 0; ) {
    const next = left.filter(({ base }) => words.has(base));
    if (next.length === 0) throw badTexts(file, report);
    for (const carried of next) {
      const text = corrected(words.get(carried.base) ?? "", carried.edits);
      if (text === null || sha256(text) !== carried.sha256) throw badTexts(file, report);
      words.set(carried.sha256, text);
    }
    left = left.filter((one) => !next.includes(one));
  }
}

/** Null for edits that cannot be made of the text. */
function corrected(text: string, edits: readonly TextEdit[]): string | null {
  try {
    checkEdits(text, edits);
    return applyEdits(text, edits);
  } catch {
    return null;
  }
}

function badTexts(file: string, { title }: PackedReport) {
  return damagedPackage(file, `a text of “${title}” is not the one that was packed`);
}

/** Writes a report that is not in the project yet, with its texts and its file; it is not to be seen yet. */
export function insertReport(
  db: WriteDb,
  source: PackageSource,
  report: PackedReport,
  revisions: readonly StoredRevision[],
): void {
  const current = revisions[report.current - 1];
  if (!current) throw new Error(`report ${report.id} has no text ${report.current}`);
  db.prepare(upsertStatement("report")).run({
    id: report.id,
    state: "arriving",
    title: report.title,
    case_name: report.case,
    source: report.source,
    characters: current.text.length,
    metadata: JSON.stringify(report.metadata),
    sections: JSON.stringify(report.sections),
    warnings: JSON.stringify(report.warnings),
    revision: report.current,
  });
  for (const revision of revisions) insertText(db, report.id, revision);
  db.prepare(
    "INSERT INTO report_search (rowid, text) SELECT number, ? FROM report WHERE id = ?",
  ).run(current.text, report.id);
  insertFile(db, source, report);
}

function insertText(db: WriteDb, report: string, revision: StoredRevision): void {
  db.prepare(
    `INSERT INTO report_text (report, revision, sha256, text, base, edits, annotator, at)
     VALUES (@report, @revision, @sha256, @text, @base, @edits, @annotator, @at)`,
  ).run({ ...revision, report, edits: JSON.stringify(revision.edits) });
}

function insertFile(db: WriteDb, source: PackageSource, report: PackedReport): void {
  const deflated = source.original(report);
  if (report.original && deflated)
    db.prepare("INSERT INTO source_file (report, sha256, size, deflated) VALUES (?, ?, ?, ?)").run(
      report.id,
      report.original.sha256,
      report.original.bytes,
      deflated,
    );
  const extracted = source.extracted(report);
  if (!report.extraction || !extracted) return;
  const { kind, choices, places } = report.extraction;
  if (!isExtraction(extracted, report.extraction))
    throw damagedPackage(
      source.file,
      `what was read of “${report.title}” is not as Casemark writes it`,
    );
  db.prepare(
    "INSERT INTO extraction (report, kind, deflated, choices, places) VALUES (?, ?, ?, ?, ?)",
  ).run(report.id, kind, extracted, JSON.stringify(choices), places);
}

function isExtraction(
  deflated: Uint8Array,
  { kind, places }: NonNullable<PackedReport["extraction"]>,
): boolean {
  try {
    readPlaces(places);
    const read = PackedExtraction.parse(JSON.parse(inflateRawSync(deflated).toString("utf8")));
    return read.kind === kind;
  } catch {
    return false;
  }
}
