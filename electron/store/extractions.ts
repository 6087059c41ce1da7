import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Statement } from "better-sqlite3";
import type { Choices } from "../../shared/extract/choices.ts";
import type { Extracted } from "../../shared/extract/extracted.ts";
import { type PlacedRange, readPlaces, writePlaces } from "../../shared/extract/places.ts";
import type { Metadata, Section } from "../../shared/model/report.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { carryPlaces } from "./texts.ts";

/** What a reader made of a file, what a person chose of it, and where the text that came of it stands. */
export interface StoredExtraction {
  extracted: Extracted;
  choices: Choices;
  places: PlacedRange[];
}

export const extractionUpsert = `
  INSERT INTO extraction (report, kind, deflated, choices, places)
  VALUES (@report, @kind, @deflated, @choices, @places)
  ON CONFLICT (report) DO UPDATE SET choices = @choices, places = @places`;

export function writeExtraction(
  upsert: Statement,
  report: string,
  { extracted, choices, places }: StoredExtraction,
): void {
  upsert.run({
    report,
    kind: extracted.kind,
    deflated: deflateText(JSON.stringify(extracted)),
    choices: JSON.stringify(choices),
    places: writePlaces(places),
  });
}

const scratch = Buffer.alloc(2 ** 18);

/**
 * With one room for all that are small, and the answer in small pieces: else each report of an import
 * would leave tens of kilobytes behind, outside of what V8 counts when it decides to collect.
 */
function deflateText(text: string): Uint8Array {
  // A character takes three bytes at most.
  const isSmall = text.length * 3 <= scratch.length;
  const bytes = isSmall ? scratch.subarray(0, scratch.write(text)) : Buffer.from(text);
  return deflateRawSync(bytes, { chunkSize: 2048 });
}

interface ExtractionRow {
  deflated: Uint8Array;
  choices: string;
  places: string;
}

/** Null for reports whose file is itself the text. */
export function readExtraction(db: ReadDb, report: string): StoredExtraction | null {
  const row = db
    .prepare<[string], ExtractionRow>("SELECT * FROM extraction WHERE report = ?")
    .get(report);
  if (!row) return null;
  return {
    // Both were written by writeExtraction.
    extracted: JSON.parse(inflateRawSync(row.deflated).toString("utf8")) as Extracted,
    choices: JSON.parse(row.choices) as Choices,
    places: carryPlaces(db, report, readPlaces(row.places)),
  };
}

/** Where a report's text stands in its file; a kind of null means that the file itself is the text. */
export function readPlacesOf(
  db: ReadDb,
  report: string,
): { kind: string | null; places: PlacedRange[] } {
  const row = db
    .prepare<[string], { kind: string; places: string }>(
      "SELECT kind, places FROM extraction WHERE report = ?",
    )
    .get(report);
  if (!row) return { kind: null, places: [] };
  return { kind: row.kind, places: carryPlaces(db, report, readPlaces(row.places)) };
}

/** The text that new choices, or another reading, make of an arriving report. */
export interface NewText {
  text: string;
  textSha256: string;
  title: string;
  sections: Section[];
}

/** What another reading of the same file has to say of it. */
export interface NewReading {
  warnings: string[];
  metadata: Metadata;
}

function noteReading(db: WriteDb, report: string, { warnings, metadata }: NewReading): void {
  db.prepare(
    `UPDATE report SET warnings = @warnings, metadata = json_patch(metadata, @metadata)
     WHERE id = @report AND state = 'arriving'`,
  ).run({ report, warnings: JSON.stringify(warnings), metadata: JSON.stringify(metadata) });
  // With other choices alone the row would keep what the reader made of the file before.
  db.prepare("DELETE FROM extraction WHERE report = ?").run(report);
}

/**
 * Gives an arriving report other text, of new choices or of another reading; one that is in the project
 * keeps its own.
 */
export function rewriteArrival(
  db: WriteDb,
  report: string,
  { text, textSha256, title, sections }: NewText,
  extraction: StoredExtraction,
  reading: NewReading | null = null,
): void {
  db.transaction(() => {
    const { changes } = db
      .prepare(
        `UPDATE report SET title = @title, sections = @sections, characters = @characters
         WHERE id = @report AND state = 'arriving'`,
      )
      .run({ report, title, sections: JSON.stringify(sections), characters: text.length });
    if (changes === 0) throw new Error(`report ${report} is not arriving`);
    if (reading) noteReading(db, report, reading);
    db.prepare("UPDATE report_text SET text = ?, sha256 = ? WHERE report = ?").run(
      text,
      textSha256,
      report,
    );
    db.prepare(
      "UPDATE report_search SET text = ? WHERE rowid = (SELECT number FROM report WHERE id = ?)",
    ).run(text, report);
    writeExtraction(db.prepare(extractionUpsert), report, extraction);
  })();
}

/** The title of a report in the project that came from the same bytes or has the same text. */
export function findSame(
  db: ReadDb,
  { fileSha256, textSha256 }: { fileSha256: string; textSha256: string },
): string | null {
  const row = db
    .prepare<unknown[], { title: string }>(
      `SELECT title FROM report WHERE state = 'present' AND id IN (
         SELECT report FROM source_file WHERE sha256 = @fileSha256
         UNION ALL SELECT report FROM report_text WHERE sha256 = @textSha256) LIMIT 1`,
    )
    .get({ fileSha256, textSha256 });
  return row?.title ?? null;
}
