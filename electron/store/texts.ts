import type { RevisionFacts, TextRevision } from "../../shared/contract/texts.ts";
import { invertedEdits, type TextEdit } from "../../shared/correct/edits.ts";
import { mappingOf, type RangeMapping } from "../../shared/correct/mapping.ts";
import { AppError } from "../../shared/errors.ts";
import type { PlacedRange } from "../../shared/extract/places.ts";
import { getOrMake } from "../../shared/get-or-make.ts";
import type { Span, TextRange } from "../../shared/model/annotation.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import type { ReadDb } from "./database.ts";
import { isOfRow, type RecordedChange } from "./journal.ts";
import { isOfGold, reportOfLayer } from "./review/gold.ts";
import { type Row, spanCodec } from "./rows.ts";

interface TextRow {
  revision: number;
  base: number | null;
  text: string;
  edits: string;
}

/** The revision that a report's text has now. @throws AppError "not-found" */
export function currentRevision(db: ReadDb, report: string): number {
  const row = db
    .prepare<[string], { revision: number }>("SELECT revision FROM report WHERE id = ?")
    .get(report);
  if (!row) throw new AppError("not-found", "That report is no longer in this project.");
  return row.revision;
}

/** A report's text as it was made at one time; null for the one it has now. @throws AppError "not-found" */
export function readRevision(db: ReadDb, report: string, revision: number | null): TextRevision {
  const wanted = revision ?? currentRevision(db, report);
  const row = db
    .prepare<unknown[], TextRow>(
      "SELECT revision, base, text, edits FROM report_text WHERE report = @report AND revision = @wanted",
    )
    .get({ report, wanted });
  if (!row) throw new AppError("not-found", `The report has no text number ${wanted}.`);
  return { ...row, edits: JSON.parse(row.edits) };
}

/** What leads from one text of a report to another, of which one was made by correcting the other. */
export function editsBetween(db: ReadDb, report: string, from: number, to: number): TextEdit[] {
  const target = readRevision(db, report, to);
  if (target.base === from) return target.edits;
  const { base, edits } = readRevision(db, report, from);
  if (base !== to)
    throw new RangeError(`neither of the texts ${from} and ${to} was made of the other`);
  return invertedEdits(target.text, edits);
}

/** Every text a report has had, also those that were undone, without their words. */
export function listRevisions(db: ReadDb, report: string): RevisionFacts[] {
  const current = currentRevision(db, report);
  return db
    .prepare<[string], Omit<RevisionFacts, "isCurrent">>(
      `SELECT revision, base, annotator, at, json_array_length(edits) AS edits
       FROM report_text WHERE report = ? ORDER BY revision`,
    )
    .all(report)
    .map((row) => ({ ...row, isCurrent: row.revision === current }));
}

/** Places of the imported text in the one that the report has now; what was taken out has none. */
export function carryPlaces(db: ReadDb, report: string, places: PlacedRange[]): PlacedRange[] {
  return correctionsOf(db, report).reduce(
    (moved, { text, edits }) => movePlaces(moved, mappingOf(text, edits)),
    places,
  );
}

function movePlaces(places: readonly PlacedRange[], map: RangeMapping): PlacedRange[] {
  return places
    .map((placed) => ({ ...placed, ...map(placed) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
}

/** A text and the edits that were made of it at one time. */
interface MadeCorrection {
  text: string;
  edits: TextEdit[];
}

/** What leads from the imported text to the current one, in order. */
export function correctionsOf(db: ReadDb, report: string): MadeCorrection[] {
  const rows = db
    .prepare<unknown[], { text: string; edits: string }>(
      `WITH RECURSIVE made (base, edits) AS (
         SELECT base, edits FROM report JOIN report_text
           ON report_text.report = report.id AND report_text.revision = report.revision
         WHERE report.id = @report
         UNION ALL
         SELECT earlier.base, earlier.edits FROM made JOIN report_text AS earlier
           ON earlier.report = @report AND earlier.revision = made.base)
       SELECT base_text.text, made.edits FROM made JOIN report_text AS base_text
         ON base_text.report = @report AND base_text.revision = made.base
       ORDER BY made.base`,
    )
    .all({ report });
  // The store wrote the edits itself.
  return rows.map(({ text, edits }) => ({ text, edits: JSON.parse(edits) as TextEdit[] }));
}

/** What a step was about: its report, and the revision that the places in its rows count in. */
interface Step {
  report: string | null;
  revision: number;
}

/**
 * Whether rows can be put back as they were: their places must count in the text that the report has
 * now or gets with them, and what else is marked must not depend on the text that goes.
 */
export function fitsText(db: ReadDb, step: Step, changes: readonly RecordedChange[]): boolean {
  const spans = changes.filter(({ table }) => table === "span");
  if (step.report === null) return spans.filter(isOfGold).every(saysItsQuote(db, changes));
  if (changes.length === 0) return true;
  const other = otherRevision(changes);
  if (other !== null) return othersStay(db, step.report, other, spans);
  const putsSpans = spans.some(({ after }) => after !== null);
  return !putsSpans || step.revision === currentRevision(db, step.report);
}

/** Steps over many reports put spans into gold layers, whose texts may be others by now, or become so with them. */
function saysItsQuote(
  db: ReadDb,
  changes: readonly RecordedChange[],
): (change: RecordedChange) => boolean {
  const revisions = new Map(
    changes.flatMap((change) =>
      change.table === "report" && change.after
        ? [[change.id, Number(change.after.revision)] as const]
        : [],
    ),
  );
  const texts = new Map<string, string>();
  return (change) => {
    if (!isOfRow(change) || change.after === null) return true;
    const { ranges, quote } = spanCodec.fromRow(change.after);
    const report = reportOfLayer(String(change.after.layer));
    const revision = revisions.get(report) ?? null;
    const text = getOrMake(texts, report, () => readRevision(db, report, revision).text);
    return quoteOf(text, ranges) === quote;
  };
}

/** The newer of the two texts between which the changes go; null when they leave the text. */
function otherRevision(changes: readonly RecordedChange[]): number | null {
  for (const change of changes) {
    if (change.table !== "report") continue;
    const [before, after] = [Number(change.before?.revision), Number(change.after?.revision)];
    if (before !== after) return Math.max(before, after);
  }
  return null;
}

/** Whether every span but these says the same at the same place before and after a correction. */
function othersStay(
  db: ReadDb,
  report: string,
  revision: number,
  spans: readonly RecordedChange[],
): boolean {
  const { base, text: after, edits } = readRevision(db, report, revision);
  const { text: before } = readRevision(db, report, base);
  const map = mappingOf(before, edits);
  const known = new Set(spans.map((change) => (isOfRow(change) ? change.id : "")));
  return readSpans(db, report)
    .filter(({ id }) => !known.has(id))
    .every(({ ranges }) => {
      const isHere = (range: TextRange) => sameRange(map(range), range);
      return ranges.every(isHere) && quoteOf(before, ranges) === quoteOf(after, ranges);
    });
}

const sameRange = (a: TextRange, b: TextRange) => a.start === b.start && a.end === b.end;

function readSpans(db: ReadDb, report: string): Span[] {
  return db
    .prepare<[string], Row>(
      "SELECT span.* FROM span JOIN layer ON layer.id = span.layer WHERE layer.report = ?",
    )
    .all(report)
    .map(spanCodec.fromRow);
}
