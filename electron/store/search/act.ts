import { randomUUID } from "node:crypto";
import type { SearchAction } from "../../../shared/contract/search.ts";
import { nameOf } from "../../../shared/correct/carry-names.ts";
import { formOf } from "../../../shared/link/name-form.ts";
import type { Span, TextRange } from "../../../shared/model/annotation.ts";
import type { Change } from "../../../shared/model/change.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { type Author, write } from "../history.ts";
import { type Journal, readRow } from "../journal.ts";
import { ensureOpenLayer, layerId } from "../layers.ts";
import { detach } from "../references.ts";
import { readText } from "../reports.ts";
import { entityCodec, type Row, spanCodec } from "../rows.ts";
import { readScheme } from "../scheme/schemes.ts";
import { afterRelabel, named, removeBareEntity } from "../spans.ts";

/** The hits to act on. */
export interface Targets {
  spans: readonly string[];
  texts: readonly { report: string; range: TextRange; quote: string }[];
}

/** Why hits were passed over, by the reason in words. */
type Skipped = Map<string, number>;

export interface Acted {
  change: Change;
  done: number;
  skipped: string[];
}

/** What one run of an action shares. */
interface Run {
  journal: Journal;
  author: Author;
  action: SearchAction;
  skipped: Skipped;
  /** Of reports that something was done in. */
  touched: Set<string>;
  kindOf: ReadonlyMap<string, string | null>;
  /** Entities by layer, kind and name, once they were needed. */
  entities: Map<string, string>;
  read: Set<string>;
  done: number;
}

/**
 * Does the same to many hits in many reports, in one step of undo. What cannot be done is passed over
 * and counted: other people's spans, closed reports, words that are not there any more.
 */
export function actOnHits(
  db: WriteDb,
  author: Author,
  { spans, texts }: Targets,
  action: SearchAction,
): Acted {
  const skipped: Skipped = new Map();
  let done = 0;
  const change = write(db, author, "search.act", (journal) => {
    const run = startRun(journal, author, action, skipped);
    if (action.do === "mark") {
      for (const text of texts) count(run, markText(run, action.label, text));
      skip(run, "is marked already, so that it can only be changed", spans.length);
    } else {
      for (const span of new Set(spans)) count(run, changeSpan(run, action, span));
      skip(
        run,
        "is words that nobody has marked, so that there is no span to change",
        texts.length,
      );
    }
    done = run.done;
    return { summary: summaryOf(run), report: onlyReport(run) };
  });
  return { change, done, skipped: Array.from(skipped, ([why, count]) => sentenceOf(why, count)) };
}

function startRun(journal: Journal, author: Author, action: SearchAction, skipped: Skipped): Run {
  const { scheme } = readScheme(journal.db);
  return {
    ...{ journal, author, action, skipped, touched: new Set(), entities: new Map() },
    kindOf: new Map(scheme.labels.map(({ name, kind }) => [name, kind])),
    read: new Set(),
    done: 0,
  };
}

function skip({ skipped }: Run, why: string, count = 1): void {
  if (count > 0) skipped.set(why, (skipped.get(why) ?? 0) + count);
}

function sentenceOf(why: string, count: number): string {
  return count === 1 ? `1 hit ${why}.` : `${count.toLocaleString("en")} hits: each ${why}.`;
}

/** What came of one hit: the report that it was done in, or why it was passed over. */
type Outcome = { report: string } | { skipped: string };

function count(run: Run, outcome: Outcome): void {
  if ("skipped" in outcome) {
    skip(run, outcome.skipped);
    return;
  }
  run.done += 1;
  run.touched.add(outcome.report);
}

function markText(
  run: Run,
  label: string,
  { report, range, quote }: Targets["texts"][number],
): Outcome {
  const { journal, author } = run;
  const reason = whyNotMarked(run, label, report, range, quote);
  if (reason !== null) return { skipped: reason };
  const layer = ensureOpenLayer(journal, report, author.annotator);
  const kind = run.kindOf.get(label) ?? null;
  const span: Span = {
    ...{ id: randomUUID(), label, ranges: [range], quote, attributes: {}, note: "" },
    entity: kind === null ? null : entityCalled(run, layer, kind, nameOf(quote)),
  };
  journal.put("span", spanCodec.toRow(span, layer));
  return { report };
}

function whyNotMarked(
  { journal: { db }, author }: Run,
  label: string,
  report: string,
  range: TextRange,
  quote: string,
): string | null {
  const row = readRow(db, "report", report);
  if (row?.state !== "present") return "is in a report that is no longer in the project";
  const layer = layerId(report, author.annotator);
  if ((readRow(db, "layer", layer)?.status ?? "open") !== "open") return closed;
  const said = readText(db, report).slice(range.start, range.end);
  if (quote === "" || said !== quote || !said.isWellFormed())
    return "is no longer what the report says there";
  return isMarkedSo(db, layer, label, range) ? `has the label ${label} already` : null;
}

const closed = "is in a report that you have finished; reopen it to change it";

function isMarkedSo(db: ReadDb, layer: string, label: string, range: TextRange): boolean {
  const ranges = JSON.stringify([[range.start, range.end]]);
  const row = db
    .prepare<unknown[], { id: string }>(
      "SELECT id FROM span WHERE layer = @layer AND start = @start AND label = @label AND ranges = @ranges",
    )
    .get({ layer, label, ranges, start: range.start });
  return row !== undefined;
}

function changeSpan(run: Run, action: Exclude<SearchAction, { do: "mark" }>, id: string): Outcome {
  const { journal, author } = run;
  const row = readRow(journal.db, "span", id);
  const layer = row && readRow(journal.db, "layer", String(row.layer));
  if (!row || !layer) return { skipped: "is no longer there" };
  if (layer.annotator !== author.annotator) return { skipped: "is a span of somebody else's" };
  if (layer.status !== "open") return { skipped: closed };
  const report = String(layer.report);
  if (readRow(journal.db, "report", report)?.state !== "present")
    return { skipped: "is in a report that is no longer in the project" };
  if (action.do === "remove") removeOne(journal, row);
  else if (!putChanged(run, row, changed(run, action, row))) return { skipped: "is so already" };
  return { report };
}

function removeOne(journal: Journal, row: Row): void {
  detach(journal, String(row.layer), row.id);
  journal.remove("span", row.id);
  removeBareEntity(journal, row.entity === null ? null : String(row.entity));
}

/** Answers false when the span was that way before. */
function putChanged({ journal }: Run, row: Row, span: Span): boolean {
  const before = journal.changes.length;
  journal.put("span", spanCodec.toRow(span, String(row.layer)));
  if (journal.changes.length === before) return false;
  if (span.entity !== row.entity && row.entity !== null)
    removeBareEntity(journal, String(row.entity));
  return true;
}

function changed(
  run: Run,
  action: Exclude<SearchAction, { do: "mark" | "remove" }>,
  row: Row,
): Span {
  const span = spanCodec.fromRow(row);
  const layer = String(row.layer);
  switch (action.do) {
    case "relabel":
      return {
        ...span,
        label: action.label,
        entity: afterRelabel(run.journal, layer, span, action.label),
      };
    case "set": {
      const { [action.attribute]: _old, ...rest } = span.attributes;
      const value = action.value;
      return {
        ...span,
        attributes: value === null ? rest : { ...rest, [action.attribute]: value },
      };
    }
    case "link": {
      const kind = run.kindOf.get(span.label) ?? span.label;
      return { ...span, entity: entityCalled(run, layer, kind, action.name) };
    }
    default:
      return action satisfies never;
  }
}

/** The layer's entity of this kind and name, however it is spelt; made where there is none. */
function entityCalled(run: Run, layer: string, kind: string, name: string): string {
  const { journal, entities } = run;
  readEntities(run, layer);
  const key = keyOf(layer, kind, name);
  const known = entities.get(key);
  // One that lost its last span on the way is gone.
  if (known !== undefined && readRow(journal.db, "entity", known)) return known;
  const entity = { id: randomUUID(), kind, name, codes: [], fields: {}, note: "" };
  journal.put("entity", entityCodec.toRow(entity, layer));
  entities.set(key, entity.id);
  return entity.id;
}

const keyOf = (layer: string, kind: string, name: string) =>
  JSON.stringify([layer, kind, formOf(name).compact]);

function readEntities({ journal, entities, read }: Run, layer: string): void {
  if (read.has(layer)) return;
  read.add(layer);
  const rows = journal.db
    .prepare<[string], { id: string; kind: string; name: string }>(
      "SELECT id, kind, name FROM entity WHERE layer = ? ORDER BY rowid DESC",
    )
    .all(layer);
  // The first of several with one name is the one.
  for (const { id, kind, name } of rows) entities.set(keyOf(layer, kind, name), id);
}

const onlyReport = ({ touched }: Run) => (touched.size === 1 ? ([...touched][0] ?? null) : null);

function summaryOf({ action, done, touched }: Run): string {
  const what = `${done} ${action.do === "mark" ? "place" : "span"}${done === 1 ? "" : "s"}`;
  const where = touched.size === 1 ? "" : ` in ${touched.size} reports`;
  switch (action.do) {
    case "mark":
      return `marked ${what}${where} as ${action.label}`;
    case "relabel":
      return `relabelled ${what}${where} to ${action.label}`;
    case "set":
      return `set ${action.attribute} of ${what}${where}`;
    case "link":
      return `linked ${what}${where} to ${named(action.name)}`;
    case "remove":
      return `unmarked ${what}${where}`;
    default:
      return action satisfies never;
  }
}
