import { randomUUID } from "node:crypto";
import type { SpanDraft, SpanPatch } from "../../shared/contract/annotations.ts";
import { nameOf } from "../../shared/correct/carry-names.ts";
import { AppError } from "../../shared/errors.ts";
import type { Entity, Span, TextRange } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import { quoteOf } from "../../shared/text/offsets.ts";
import type { ReadDb, WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { checkOwnOpenLayer, ensureOpenLayer } from "./layers.ts";
import { detach } from "./references.ts";
import { readText } from "./reports.ts";
import { entityCodec, type Row, spanCodec } from "./rows.ts";
import { kindOfLabel } from "./scheme/schemes.ts";

/** @throws AppError "text-mismatch" when the quote is not what the report says there; "layer-closed". */
export function addSpan(db: WriteDb, author: Author, report: string, draft: SpanDraft): Change {
  return write(db, author, "span.add", (journal) => {
    const layer = ensureOpenLayer(journal, report, author.annotator);
    const { label, ranges, quote, attributes = {} } = draft;
    checkQuote(readText(db, report), ranges, quote);
    const span: Span = {
      id: randomUUID(),
      label,
      ranges,
      quote,
      attributes,
      entity: null,
      note: "",
    };
    span.entity = linkTo(journal, layer, span, draft.entity);
    journal.put("span", spanCodec.toRow(span, layer));
    return { summary: `marked ${named(quote)} as ${label}`, report };
  });
}

/** Changes what the patch names and nothing else. */
export function updateSpan(db: WriteDb, author: Author, id: string, patch: SpanPatch): Change {
  return write(db, author, "span.update", (journal) => {
    const { span, layer, report } = ownSpan(journal, id, author);
    const changed: Span = { ...span, ...withoutUndefined(patch), entity: span.entity };
    if (patch.ranges) {
      const text = readText(db, report);
      if (patch.quote === undefined) checkInside(patch.ranges, text);
      else checkQuote(text, patch.ranges, patch.quote);
      changed.quote = quoteOf(text, patch.ranges);
    }
    // Whoever changes a span has looked at it; one without words has to be moved or removed.
    if (changed.quote !== "") changed.flag = "";
    else if (span.flag) changed.flag = span.flag;
    if (patch.entity !== undefined) changed.entity = linkTo(journal, layer, changed, patch.entity);
    else if (patch.label) changed.entity = afterRelabel(journal, layer, span, patch.label);
    journal.put("span", spanCodec.toRow(changed, layer));
    removeBareEntity(journal, span.entity);
    followQuote(journal, span, changed);
    return { summary: summaryOf(span, changed, patch), report };
  });
}

/** Removes spans with what cannot be without them: their relations, their events, their bare entities. */
export function removeSpans(db: WriteDb, author: Author, ids: readonly string[]): Change {
  return write(db, author, "span.remove", (journal) => {
    const spans = [...new Set(ids)].map((id) => ownSpan(journal, id, author));
    for (const { span, layer } of spans) {
      detach(journal, layer, span.id);
      journal.remove("span", span.id);
      removeBareEntity(journal, span.entity);
    }
    const [first] = spans;
    const what = spans.length === 1 && first ? named(first.span.quote) : `${spans.length} spans`;
    return { summary: `unmarked ${what}`, report: first?.report ?? null };
  });
}

/** A quote, short enough for a sentence. */
export function named(quote: string): string {
  const oneLine = quote.replace(/\s+/g, " ");
  return `“${oneLine.length > 40 ? `${oneLine.slice(0, 39)}…` : oneLine}”`;
}

interface OwnSpan {
  span: Span;
  layer: string;
  report: string;
}

/** @throws AppError "not-found", also for spans of other annotators; "layer-closed". */
export function ownSpan(journal: Journal, id: string, author: Author): OwnSpan {
  const row = readRow(journal.db, "span", id);
  if (!row) throw new AppError("not-found", "That span is no longer there.");
  const layer = String(row.layer);
  const { report } = checkOwnOpenLayer(journal, layer, author.annotator);
  return { span: spanCodec.fromRow(row), layer, report: String(report) };
}

/** An entity that nothing is known of and no span speaks of was only ever its span's shadow. */
export function removeBareEntity(journal: Journal, id: string | null): void {
  const row = id === null ? null : readRow(journal.db, "entity", id);
  if (!row || spansOf(journal.db, row.id).length > 0 || !isBare(journal, row.id)) return;
  detach(journal, String(row.layer), row.id);
  journal.remove("entity", row.id);
}

/** Whether nothing is known of an entity but its name. */
export function isBare(journal: Journal, id: string): boolean {
  const row = readRow(journal.db, "entity", id);
  if (!row) return true;
  const { codes, fields, note, unsure } = entityCodec.fromRow(row);
  return codes.length === 0 && Object.keys(fields).length === 0 && note === "" && !unsure;
}

/** An entity that is called as its only span was is called as that span is now. */
export function followQuote(journal: Journal, before: Span, after: Span): void {
  const row = after.entity === null ? null : readRow(journal.db, "entity", after.entity);
  if (!row || before.quote === after.quote || row.name !== nameOf(before.quote)) return;
  if (after.entity !== before.entity || spansOf(journal.db, row.id).length > 1) return;
  journal.put("entity", { ...row, name: nameOf(after.quote) });
}

export function spansOf(db: ReadDb, entity: string): Row[] {
  return db
    .prepare<[string], Row>("SELECT * FROM span WHERE entity = ? ORDER BY start")
    .all(entity);
}

/** The entity that a span is to be linked to; "new" makes one of its words. @throws AppError "not-found". */
export function linkTo(
  journal: Journal,
  layer: string,
  span: Span,
  entity: string | null,
): string | null {
  if (entity === null) return null;
  if (entity !== "new") {
    const row = readRow(journal.db, "entity", entity);
    if (row?.layer !== layer) throw new AppError("not-found", "That entity is no longer there.");
    return entity;
  }
  const kind = kindOfLabel(journal.db, span.label) ?? span.label;
  const made: Entity = {
    id: randomUUID(),
    kind,
    name: nameOf(span.quote),
    codes: [],
    fields: {},
    note: "",
  };
  journal.put("entity", entityCodec.toRow(made, layer));
  return made.id;
}

/** A span that is its entity's only one takes the entity along to the new kind; others leave it. */
export function afterRelabel(
  journal: Journal,
  layer: string,
  span: Span,
  label: string,
): string | null {
  const row = span.entity === null ? null : readRow(journal.db, "entity", span.entity);
  const kind = kindOfLabel(journal.db, label);
  if (!row || row.kind === kind) return span.entity;
  if (kind === null || spansOf(journal.db, row.id).length > 1) return null;
  journal.put("entity", entityCodec.toRow({ ...entityCodec.fromRow(row), kind }, layer));
  return span.entity;
}

/** @throws AppError "text-mismatch" when the quote is not what the report says there. */
export function checkQuote(text: string, ranges: readonly TextRange[], quote: string): void {
  checkInside(ranges, text);
  if (quoteOf(text, ranges) !== quote)
    throw new AppError(
      "text-mismatch",
      `${named(quote)} is not what the report says at that place; reload the report and mark it again.`,
    );
}

/** @throws AppError "text-mismatch" where a range is empty, outside of the text or cuts a character. */
export function checkInside(ranges: readonly TextRange[], text: string): void {
  for (const { start, end } of ranges)
    if (start >= end || end > text.length)
      throw new AppError(
        "text-mismatch",
        `The place ${start} to ${end} is not in the report's ${text.length} characters; select at least one character of it.`,
      );
    else if (!text.slice(start, end).isWellFormed())
      throw new AppError(
        "text-mismatch",
        `The place ${start} to ${end} cuts a character in two; select all of it.`,
      );
}

function summaryOf(before: Span, after: Span, patch: SpanPatch): string {
  const quote = named(after.quote);
  if (patch.label) return `relabelled ${quote} from ${before.label} to ${after.label}`;
  if (patch.ranges && before.quote === "") return `put ${after.label} back on ${quote}`;
  if (patch.ranges) return `moved the edges of ${named(before.quote)} to ${quote}`;
  if (patch.entity !== undefined)
    return after.entity === null ? `unlinked ${quote}` : `linked ${quote}`;
  if (patch.note !== undefined) return `changed the note on ${quote}`;
  if (patch.unsure !== undefined) return `was ${patch.unsure ? "unsure" : "sure"} of ${quote}`;
  if (patch.flag !== undefined) return `looked at ${quote}`;
  return `changed the attributes of ${quote}`;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

// An undefined field of a patch must not overwrite what is there.
function withoutUndefined<T extends object>(patch: T): Defined<T> {
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as Defined<T>;
}
