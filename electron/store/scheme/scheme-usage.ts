import type { SchemeUsage, TouchedExample, TouchedWork } from "../../../shared/contract/scheme.ts";
import { getOrMake } from "../../../shared/get-or-make.ts";
import type { Subject } from "../../../shared/scheme/rewrite-changes.ts";
import { hullOf } from "../../../shared/text/offsets.ts";
import type { ReadDb } from "../database.ts";
import { readText } from "../reports.ts";
import { entityCodec, type Row, spanCodec } from "../rows.ts";
import { countNamed, type NamedTable, rowsNamed } from "./scheme-rows.ts";

/** Where a name of the scheme is used, with some of the places. */
export function readUsage(db: ReadDb, subject: Subject, examples: number): SchemeUsage {
  // Some of the rows may be of reports that were removed.
  const rows = examples === 0 ? [] : rowsNamed(db, subject, examples * 2);
  return usageOf(db, countNamed(db, subject), rows, examples);
}

interface LayerFacts {
  report: string;
  title: string;
  annotator: string;
  status: string;
}

/**
 * What is touched, from the count of touched annotations by layer and their rows. Reports that were
 * removed are left out: nobody sees them.
 */
export function usageOf(
  db: ReadDb,
  counts: ReadonlyMap<string, number>,
  rows: Iterable<{ table: NamedTable; row: Row }>,
  most: number,
): SchemeUsage {
  const layers = new Map<string, LayerFacts | undefined>();
  const factsOf = (id: string) => getOrMake(layers, id, () => readLayerFacts(db, id));
  const work = new Map<string, TouchedWork>();
  const reports = new Set<string>();
  for (const [id, count] of counts) {
    const facts = factsOf(id);
    if (!facts) continue;
    const { annotator, report, status } = facts;
    const sum = getOrMake(work, annotator, () => ({
      annotator,
      annotations: 0,
      reports: 0,
      closed: 0,
    }));
    sum.annotations += count;
    sum.reports += 1;
    if (status !== "open") sum.closed += 1;
    reports.add(report);
  }
  const all = [...work.values()].sort((a, b) => b.annotations - a.annotations);
  return {
    annotations: all.reduce((sum, { annotations }) => sum + annotations, 0),
    reports: reports.size,
    work: all,
    examples: examplesOf(db, rows, factsOf, most),
  };
}

function readLayerFacts(db: ReadDb, id: string): LayerFacts | undefined {
  return db
    .prepare<[string], LayerFacts>(
      `SELECT layer.report, report.title, layer.annotator, layer.status
       FROM layer JOIN report ON report.id = layer.report
       WHERE layer.id = ? AND report.state = 'present'`,
    )
    .get(id);
}

/** How much of the text stands around an example, in UTF-16 code units. */
const around = 60;

function examplesOf(
  db: ReadDb,
  rows: Iterable<{ table: NamedTable; row: Row }>,
  factsOf: (layer: string) => LayerFacts | undefined,
  most: number,
): TouchedExample[] {
  const examples: TouchedExample[] = [];
  const texts = new Map<string, string>();
  for (const { table, row } of rows) {
    if (examples.length >= most) break;
    const facts = factsOf(String(table === "layer" ? row.id : row.layer));
    if (!facts) continue;
    const { report, title, annotator } = facts;
    const base = { id: row.id, report, title, annotator, range: null, before: "", after: "" };
    if (table !== "span") {
      examples.push({ ...base, words: wordsOf(table, row) });
      continue;
    }
    const span = spanCodec.fromRow(row);
    const range = hullOf(span.ranges);
    const text = getOrMake(texts, report, () => readText(db, report));
    examples.push({
      ...base,
      range,
      words: span.quote,
      before: text.slice(Math.max(0, range.start - around), range.start).toWellFormed(),
      after: text.slice(range.end, range.end + around).toWellFormed(),
    });
  }
  return examples;
}

function wordsOf(table: Exclude<NamedTable, "span">, row: Row): string {
  if (table === "entity") return entityCodec.fromRow(row).name;
  if (table === "layer") return "the report as a whole";
  return `a ${table === "grouping" ? "group" : table} “${row.label}”`;
}
