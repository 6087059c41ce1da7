import { randomUUID } from "node:crypto";
import type { IdentifierCounts, IdentifierRow } from "../../shared/contract/deidentify.ts";
import type { Input } from "../../shared/contract.ts";
import type { Candidate } from "../../shared/deidentify/candidate.ts";
import {
  byHand,
  candidateOfSpan,
  type Decision,
  deidentifier,
  type ReviewedCandidate,
  spanOfCandidate,
} from "../../shared/deidentify/layer.ts";
import { sameWords } from "../../shared/deidentify/same-words.ts";
import { AppError } from "../../shared/errors.ts";
import type { Span, TextRange } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { ensureOpenLayer, layerId, readLayer } from "./layers.ts";
import { readReport, readText, reportTitle } from "./reports.ts";
import { type Row, spanCodec } from "./rows.ts";
import { checkQuote, named } from "./spans.ts";

/*
 * Candidates for identifiers, as spans of a layer of their own. Steps are the person's who takes them, and of the
 * project, not of a report: the page must not take these spans for the annotator's own.
 */

/** The layer's label that holds the SHA-256 of the text that was scanned. */
const scannedLabel = "scanned";

/** A report that was looked through, with the text that it had. */
export interface ScannedReport {
  report: string;
  textSha256: string;
  candidates: readonly Candidate[];
}

/** Keeps what a scan has found and was not there. A report whose text is another one by now is passed over. */
export function addScanned(
  db: WriteDb,
  author: Author,
  scanned: readonly ScannedReport[],
): { change: Change; found: number } {
  let found = 0;
  const change = write(db, author, "deidentify.scan", (journal) => {
    for (const one of scanned) found += addTo(journal, one);
    const many = `looked for identifiers in ${scanned.length} reports`;
    const summary = scanned.length === 1 ? "looked for identifiers in a report" : many;
    return { summary, report: null };
  });
  return { change, found };
}

function addTo(journal: Journal, { report, textSha256, candidates }: ScannedReport): number {
  const { text, textSha256: now } = readReport(journal.db, report);
  if (now !== textSha256) return 0;
  const layer = openLayer(journal, report);
  const row = readRow(journal.db, "layer", layer);
  const labels = JSON.stringify({ [scannedLabel]: textSha256 });
  if (row && row.labels !== labels) journal.put("layer", { ...row, labels });
  const known = listCandidates(journal.db, report);
  const isNew = ({ range }: Candidate) => !known.some((one) => meets(one.range, range));
  const added = known.length === 0 ? candidates : candidates.filter(isNew);
  for (const candidate of added) put(journal, layer, { ...candidate, ...opened(text, candidate) });
  return added.length;
}

const opened = (text: string, { range }: Candidate) => ({
  id: randomUUID(),
  quote: text.slice(range.start, range.end),
  decision: "open" as const,
});

function put(journal: Journal, layer: string, candidate: ReviewedCandidate): void {
  journal.put("span", spanCodec.toRow(spanOfCandidate(candidate), layer));
}

const openLayer = (journal: Journal, report: string) =>
  ensureOpenLayer(journal, report, deidentifier);

/** A report's candidates in the order of its text. */
export function listCandidates(db: ReadDb, report: string): ReviewedCandidate[] {
  return readLayer(db, report, deidentifier).spans.flatMap((span) => candidateOfSpan(span) ?? []);
}

/** Whether the text that a report has now was scanned. @throws AppError "not-found" */
function isScanned(db: ReadDb, report: string): boolean {
  const { labels } = readLayer(db, report, deidentifier);
  return labels[scannedLabel] === readReport(db, report).textSha256;
}

/**
 * Says what candidates are, and with `alike` also every open one of the same kind and words.
 * @throws AppError "not-found"
 */
export function decideCandidates(
  db: WriteDb,
  author: Author,
  { candidates, decision, alike }: Input<"deidentify.decide">,
): Change & { decided: number } {
  let decided = 0;
  const change = write(db, author, "deidentify.decide", (journal) => {
    const chosen = candidates.map((id) => readCandidate(journal, id));
    const all = alike ? [...chosen, ...chosen.flatMap((one) => othersLike(journal, one))] : chosen;
    const distinct = [...new Map(all.map((one) => [one.span.id, one])).values()];
    for (const one of distinct) decide(journal, one, decision);
    decided = distinct.length;
    return { summary: summaryOf(decision, distinct), report: null };
  });
  return { ...change, decided };
}

interface Stored {
  span: Span;
  layer: string;
  candidate: ReviewedCandidate;
}

function readCandidate(journal: Journal, id: string): Stored {
  const stored = storedOf(readRow(journal.db, "span", id));
  if (!stored) throw new AppError("not-found", "That identifier is no longer there.");
  return stored;
}

function storedOf(row: Row | undefined | null): Stored | null {
  const layer = String(row?.layer ?? "");
  if (!row || !layer.endsWith(`/${deidentifier}`)) return null;
  const span = spanCodec.fromRow(row);
  const candidate = candidateOfSpan(span);
  return candidate && { span, layer, candidate };
}

function othersLike(journal: Journal, { candidate, span }: Stored): Stored[] {
  return journal.db
    .prepare<unknown[], Row>(
      `SELECT span.* FROM span JOIN layer ON layer.id = span.layer JOIN report ON report.id = layer.report
       WHERE layer.annotator = ? AND span.label = ? AND span.quote = ? AND report.state = 'present'`,
    )
    .all(deidentifier, span.label, candidate.quote)
    .flatMap((row) => storedOf(row) ?? [])
    .filter((other) => other.candidate.decision === "open");
}

function decide(journal: Journal, { layer, candidate }: Stored, decision: Decision): void {
  put(journal, layer, { ...candidate, decision });
}

function summaryOf(decision: Decision, decided: readonly Stored[]): string {
  const [first] = decided;
  const what =
    decided.length === 1 && first ? named(first.span.quote) : `${decided.length} identifiers`;
  if (decision === "open") return `opened ${what} again`;
  return decision === "accepted" ? `accepted ${what}` : `refused ${what}`;
}

/**
 * Adds what no rule has found, accepted. Where else the report says the same, a person is asked.
 * @throws AppError "text-mismatch"
 */
export function addIdentifier(
  db: WriteDb,
  author: Author,
  { report, kind, range, quote }: Input<"deidentify.add">,
): Change {
  return write(db, author, "deidentify.add", (journal) => {
    const text = readText(db, report);
    checkQuote(text, [range], quote);
    const layer = openLayer(journal, report);
    const known = [...listCandidates(db, report).map((one) => one.range), range];
    const others = sameWords(text, quote).filter(
      (place) => !known.some((one) => meets(one, place)),
    );
    const candidate = { kind, quote, rule: byHand };
    put(journal, layer, { ...candidate, id: randomUUID(), range, decision: "accepted" });
    for (const place of others)
      put(journal, layer, { ...candidate, id: randomUUID(), range: place, decision: "open" });
    return { summary: `marked ${named(quote)} as an identifier`, report: null };
  });
}

const meets = (a: TextRange, b: TextRange) => a.start < b.end && b.start < a.end;

interface CountRow {
  number: number;
  report: string;
  title: string;
  isScanned: number;
  open: number;
  accepted: number;
  refused: number;
}

const decisionIs = (decision: Decision) =>
  `coalesce(sum(quote <> '' AND ${
    decision === "open"
      ? `(attributes ->> '$."identifier decision"' IS NULL OR flag <> '')`
      : `attributes ->> '$."identifier decision"' = '${decision}' AND flag = ''`
  }), 0)`;

const counts = `
  SELECT report.number, report.id AS report, report.title,
         coalesce(layer.labels ->> '$.${scannedLabel}' = report_text.sha256, 0) AS isScanned,
         ${decisionIs("open")} AS open, ${decisionIs("accepted")} AS accepted, ${decisionIs("refused")} AS refused
  FROM report JOIN report_text ON report_text.report = report.id AND report_text.revision = report.revision
    LEFT JOIN layer ON layer.report = report.id AND layer.annotator = '${deidentifier}'
    LEFT JOIN span ON span.layer = layer.id
  WHERE report.state = 'present'`;

/** How far the review is, report by report in the order they came. */
export function listIdentifierRows(
  db: ReadDb,
  { after, limit }: Input<"deidentify.summary">,
): { rows: IdentifierRow[]; next: string | null } {
  const rows = db
    .prepare<unknown[], CountRow>(
      `${counts} AND report.number > ? GROUP BY report.id ORDER BY report.number LIMIT ?`,
    )
    .all(Number(after ?? 0), limit);
  const last = rows.length === limit ? rows.at(-1) : undefined;
  return {
    rows: rows.map(({ number: _, isScanned: scanned, ...row }) => ({
      ...row,
      isScanned: scanned === 1,
    })),
    next: last ? String(last.number) : null,
  };
}

/** All reports together. */
export function countIdentifiers(db: ReadDb): IdentifierCounts {
  const row = db
    .prepare<[], IdentifierCounts>(
      `SELECT count(*) AS reports, coalesce(sum(isScanned), 0) AS scanned, coalesce(sum(open), 0) AS open,
              coalesce(sum(accepted), 0) AS accepted, coalesce(sum(refused), 0) AS refused
       FROM (${counts} GROUP BY report.id)`,
    )
    .get();
  return { reports: 0, scanned: 0, open: 0, accepted: 0, refused: 0, ...row };
}

/** Why a report may not be released yet, in a sentence; null where it may. @throws AppError "not-found" */
export function unreviewedProblem(db: ReadDb, report: string): string | null {
  const title = reportTitle(db, report);
  if (readRow(db, "layer", layerId(report, deidentifier)) === undefined || !isScanned(db, report))
    return `“${title}” was not looked through for identifiers as its text is now; scan it first.`;
  const open = listCandidates(db, report).filter(({ decision }) => decision === "open").length;
  if (open === 0) return null;
  return open === 1
    ? `“${title}” has one identifier that nobody has decided on; accept or refuse it first.`
    : `“${title}” has ${open} identifiers that nobody has decided on; accept or refuse them first.`;
}
