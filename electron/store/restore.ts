import type { Input } from "../../shared/contract.ts";
import { carrySpan } from "../../shared/correct/carry.ts";
import type { RangeMapping } from "../../shared/correct/mapping.ts";
import { AppError } from "../../shared/errors.ts";
import type { Change } from "../../shared/model/change.ts";
import type { WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { ensureOpenLayer } from "./layers.ts";
import { type Past, readPast } from "./past.ts";
import { readText } from "./reports.ts";
import { carryRange } from "./revision-path.ts";
import {
  type AnnotationTable,
  eventCodec,
  groupCodec,
  isAnnotationTable,
  type Row,
  spanCodec,
} from "./rows.ts";
import { named, removeBareEntity } from "./spans.ts";
import { currentRevision } from "./texts.ts";

interface Restoring {
  journal: Journal;
  past: Past;
  layer: string;
  /** The text of now, and where places of then are in it. */
  text: string;
  map: RangeMapping;
  done: Set<string>;
}

/**
 * Brings things of an annotator's own layer back to what they were after a step, with what they cannot
 * be without: a span's entity, a relation's ends. What came since stays. It is a step like any other.
 * @throws AppError "not-found" for what was not there then; "layer-closed".
 */
export function restoreThings(
  db: WriteDb,
  author: Author,
  { report, step, ids }: Input<"history.restore">,
): Change {
  return write(db, author, "history.restore", (journal) => {
    const layer = ensureOpenLayer(journal, report, author.annotator);
    const past = readPast(db, report, author.annotator, step);
    const map = carryRange(db, report, past.revision, currentRevision(db, report));
    const restoring = {
      journal,
      past,
      layer,
      text: readText(db, report),
      map,
      done: new Set<string>(),
    };
    for (const id of ids) restoreOne(restoring, id);
    return { summary: summaryOf(past, ids, layer), report };
  });
}

function restoreOne(restoring: Restoring, id: string): void {
  const { past, done, layer } = restoring;
  if (done.has(id)) return;
  done.add(id);
  const then = past.rows.get(id);
  if (id === layer) restoreFacts(restoring, then?.row ?? null);
  else if (then && isAnnotationTable(then.table)) restoreRow(restoring, then.table, then.row);
  else
    throw new AppError(
      "not-found",
      "That was not there at that time, so it cannot be brought back.",
    );
}

function restoreRow(restoring: Restoring, table: AnnotationTable, row: Row): void {
  const { journal, past } = restoring;
  for (const id of referencesOf(table, row)) {
    const referred = past.rows.get(id);
    if (referred && !readRow(journal.db, referred.table, id)) restoreOne(restoring, id);
  }
  if (table === "span") restoreSpan(restoring, row);
  else journal.put(table, row);
  if (table === "entity") relink(restoring, row.id);
}

/** In the text of now, flagged where its words are others. */
function restoreSpan({ journal, layer, text, map }: Restoring, row: Row): void {
  const now = readRow(journal.db, "span", row.id);
  journal.put("span", spanCodec.toRow(carrySpan(spanCodec.fromRow(row), text, map), layer));
  if (now && now.entity !== row.entity)
    removeBareEntity(journal, now.entity === null ? null : String(now.entity));
}

/** Its spans of then that are there still and speak of nothing else by now. */
function relink({ journal, past }: Restoring, entity: string): void {
  for (const { table, row } of past.rows.values()) {
    if (table !== "span" || row.entity !== entity) continue;
    const now = readRow(journal.db, "span", row.id);
    if (now && now.entity === null) journal.put("span", { ...now, entity });
  }
}

/** What is said of the report as a whole; whether it is finished stays as it is. */
function restoreFacts({ journal, layer }: Restoring, then: Row | null): void {
  const now = readRow(journal.db, "layer", layer);
  if (!now) return;
  const { labels = "{}", note = "", unsure = 0 }: Partial<Row> = then ?? {};
  journal.put("layer", { ...now, labels, note, unsure });
}

function referencesOf(table: AnnotationTable, row: Row): string[] {
  switch (table) {
    case "span":
      return row.entity === null ? [] : [String(row.entity)];
    case "relation":
      return [String(row.from_id), String(row.to_id)];
    case "event": {
      const { trigger, arguments: others } = eventCodec.fromRow(row);
      return [trigger, ...others.map(({ target }) => target)];
    }
    case "grouping":
      return groupCodec.fromRow(row).members;
    case "entity":
      return [];
    default:
      return table satisfies never;
  }
}

function summaryOf({ rows }: Past, [id = "", ...others]: readonly string[], layer: string): string {
  if (others.length > 0) return `brought back ${others.length + 1} things as they were`;
  const row = rows.get(id)?.row;
  if (id === layer || !row) return "brought back what was said of the report";
  const name = row.quote ?? row.name;
  const what = String(row.kind ?? row.label);
  return name === undefined
    ? `brought back ${what}`
    : `brought back ${what} ${named(String(name))}`;
}
