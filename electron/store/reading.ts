import type { ReadingTime } from "../../shared/contract/reading.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { TextRange } from "../../shared/model/annotation.ts";
import { unfinishedParts } from "../../shared/reading/finish.ts";
import { partName } from "../../shared/reading/parts.ts";
import { lengthOf } from "../../shared/reading/ranges.ts";
import { nothingRead, type Reading, withFacts } from "../../shared/reading/reading.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { readReport } from "./reports.ts";
import { carryStretches } from "./revision-path.ts";
import { currentRevision } from "./texts.ts";

interface ReadingRow {
  revision: number;
  read: string;
  skipped: string;
  seconds: number;
}

/** What an annotator has read of the text that a report has now. @throws AppError "not-found" */
export function readReading(db: ReadDb, report: string, annotator: string): Reading {
  return readingIn(db, report, annotator, currentRevision(db, report));
}

/** How far an annotator is with each of these reports that they have begun to read. */
export function listReadingTimes(
  db: ReadDb,
  reports: readonly string[],
  annotator: string,
): ReadingTime[] {
  return db
    .prepare<unknown[], ReadingRow & { report: string; characters: number }>(
      `SELECT reading.report, reading.revision, read, skipped, seconds, characters
       FROM json_each(?) AS asked JOIN reading ON reading.report = asked.value
       JOIN report ON report.id = reading.report WHERE annotator = ?`,
    )
    .all(JSON.stringify(reports), annotator)
    .map(({ report, read, skipped, seconds, characters }) => {
      const done = lengthOf([...unpackedRanges(read), ...unpackedRanges(skipped)]);
      const percent = Math.min(100, Math.round((100 * done) / Math.max(1, characters)));
      return { report, seconds, percent };
    });
}

/**
 * Adds what was read, skipped or taken back. These are facts and no edits: they leave no step in the
 * history, stay through undo, and follow the text through its corrections.
 * @throws AppError "not-found"; "changed-since" for a text that the report never had; "bad-input".
 */
export function noteReading(db: WriteDb, note: Input<"reading.note">): Reading {
  const { report, annotator, textSha256, facts, seconds } = note;
  return db.transaction(() => {
    const revision = revisionOf(db, report, textSha256);
    if (facts.some(({ start, end }) => start > end || end > revision.characters))
      throw new AppError("bad-input", "A stretch that was read lies outside of the report's text.");
    const before = readingIn(db, report, annotator, revision.number);
    const after = withFacts(before, facts, seconds);
    db.prepare(readingUpsert).run(readingRow(report, annotator, revision.number, after));
    return readReading(db, report, annotator);
  })();
}

/** @throws AppError "not-read" unless an annotator has read every section of a report or skipped it on purpose. */
export function refuseUnread(db: ReadDb, id: string, annotator: string): void {
  const { text, sections, title } = readReport(db, id);
  const left = unfinishedParts(text, sections, readReading(db, id, annotator));
  if (left.length === 0) return;
  const named = left.slice(0, 3).map((section) => `“${partName(section)}”`);
  const others = left.length > named.length ? ` and ${left.length - named.length} more` : "";
  throw new AppError(
    "not-read",
    `“${title}” is not read to its end: ${named.join(", ")}${others}; read that or skip it, then finish.`,
  );
}

/** Keeps a reading, by the parameters of `readingRow`. */
export const readingUpsert = `
  INSERT INTO reading (report, annotator, revision, read, skipped, seconds)
  VALUES (@report, @annotator, @revision, @read, @skipped, @seconds)
  ON CONFLICT (report, annotator) DO UPDATE SET
    revision = @revision, read = @read, skipped = @skipped, seconds = @seconds`;

/** A reading whose ranges count in a report's text of this number. */
export function readingRow(
  report: string,
  annotator: string,
  revision: number,
  { read, skipped, seconds }: Reading,
): Record<string, string | number> {
  return {
    report,
    annotator,
    revision,
    read: packedRanges(read),
    skipped: packedRanges(skipped),
    seconds,
  };
}

function readingIn(db: ReadDb, report: string, annotator: string, revision: number): Reading {
  const row = db
    .prepare<unknown[], ReadingRow>(
      "SELECT revision, read, skipped, seconds FROM reading WHERE report = ? AND annotator = ?",
    )
    .get(report, annotator);
  if (!row) return nothingRead;
  const carry = carryStretches(db, report, row.revision, revision);
  return {
    read: carry(unpackedRanges(row.read)),
    skipped: carry(unpackedRanges(row.skipped)),
    seconds: row.seconds,
  };
}

/** The text with this SHA-256 among those that the report has had, the newest one first. */
function revisionOf(db: ReadDb, report: string, sha256: string) {
  const row = db
    .prepare<unknown[], { number: number; text: string }>(
      `SELECT revision AS number, text FROM report_text
       WHERE report = ? AND sha256 = ? ORDER BY revision DESC LIMIT 1`,
    )
    .get(report, sha256);
  if (row) return { number: row.number, characters: row.text.length };
  currentRevision(db, report);
  throw new AppError("changed-since", "The report has another text now; open it again.");
}

/** Ranges as a reading keeps them. */
const packedRanges = (ranges: readonly TextRange[]) =>
  JSON.stringify(ranges.map(({ start, end }) => [start, end]));

/** Ranges that `packedRanges` wrote. */
export const unpackedRanges = (json: string): TextRange[] =>
  (JSON.parse(json) as [number, number][]).map(([start, end]) => ({ start, end }));
