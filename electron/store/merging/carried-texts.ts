import type { OtherText } from "../../../shared/merge/report.ts";
import { carryBetween, type Texts } from "../../../shared/merge/texts.ts";
import type { TextRange } from "../../../shared/model/annotation.ts";
import type {
  PackedReading,
  PackedReport,
  PackedVersion,
} from "../../../shared/packages/packed.ts";
import { united, without } from "../../../shared/reading/ranges.ts";
import type { WriteDb } from "../database.ts";
import {
  type CarriedText,
  readCarriedTexts,
  readStoredRevisions,
  type StoredRevision,
} from "../packing/report-texts.ts";
import { readingRow, readingUpsert, readReading } from "../reading.ts";
import { currentRevision } from "../texts.ts";

/** Keeps the corrections of a package that are not known here, and answers them; no text becomes another. */
export function keepTexts(
  db: WriteDb,
  report: PackedReport,
  versions: readonly PackedVersion[],
  revisions: readonly StoredRevision[],
  title: string,
): OtherText[] {
  const known = new Set([
    ...readStoredRevisions(db, report.id).map(({ sha256 }) => sha256),
    ...readCarriedTexts(db, report.id).map(({ sha256 }) => sha256),
  ]);
  const needed = neededTexts(report, versions, revisions);
  const fresh = correctionsIn(report, revisions).filter(
    ({ sha256 }) => needed.has(sha256) && !known.has(sha256),
  );
  const insert = db.prepare(
    `INSERT INTO carried_text (report, sha256, base, edits, annotator, at)
     VALUES (@report, @sha256, @base, @edits, @annotator, @at) ON CONFLICT DO NOTHING`,
  );
  for (const { edits, ...one } of fresh)
    insert.run({ ...one, report: report.id, edits: JSON.stringify(edits) });
  return fresh.map(({ annotator, at, edits }) => ({
    ...{ report: report.id, title, annotator, at },
    edits: edits.length,
  }));
}

/** A text that was taken back there is of no use, unless something counts in it. */
function neededTexts(
  { current, elsewhere, readings }: PackedReport,
  versions: readonly PackedVersion[],
  revisions: readonly StoredRevision[],
): Set<string> {
  const needed = new Set([
    ...elsewhere.flatMap(({ base, sha256 }) => [base, sha256]),
    ...[...versions, ...readings].map(({ text }) => text),
  ]);
  // Each was made of an earlier one.
  for (const { revision, base, sha256 } of revisions.toReversed()) {
    if (revision === current) needed.add(sha256);
    const corrected = revisions[(base ?? 0) - 1];
    if (corrected && needed.has(sha256)) needed.add(corrected.sha256);
  }
  return needed;
}

function correctionsIn(report: PackedReport, revisions: readonly StoredRevision[]): CarriedText[] {
  const own = revisions.flatMap(({ base, sha256, edits, annotator, at }) => {
    const corrected = revisions[(base ?? 0) - 1];
    return corrected ? [{ base: corrected.sha256, sha256, edits, annotator, at }] : [];
  });
  return [...own, ...report.elsewhere];
}

/**
 * Adds what somebody has read elsewhere: all stretches that were read in either place, and the longer
 * time, so that adding it twice makes no difference. Answers whether that was more than was known.
 */
export function addReading(
  db: WriteDb,
  report: string,
  { annotator, text, read, skipped, seconds }: PackedReading,
  texts: Texts,
  textHere: string,
): boolean {
  const map = carryBetween(texts, text, textHere);
  if (!map) return false;
  const { length } = texts.textOf(text);
  const isWithin = ({ start, end }: TextRange) => start <= end && end <= length;
  if (![...read, ...skipped].every(isWithin)) return false;
  const before = readReading(db, report, annotator);
  const all = united([...before.read, ...read.map(map)]);
  const others = united([...before.skipped, ...skipped.map(map)]);
  const after = {
    read: all,
    skipped: others.flatMap((one) => without(one, all)),
    seconds: Math.max(before.seconds, seconds),
  };
  if (JSON.stringify(after) === JSON.stringify({ ...before })) return false;
  const row = readingRow(report, annotator, currentRevision(db, report), after);
  db.prepare(readingUpsert).run(row);
  return true;
}
