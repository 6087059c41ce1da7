import { randomUUID } from "node:crypto";
import type { ListedItem } from "../../shared/contract/annotations.ts";
import type { Input } from "../../shared/contract.ts";
import { AppError } from "../../shared/errors.ts";
import type { Entity, Span } from "../../shared/model/annotation.ts";
import type { Change } from "../../shared/model/change.ts";
import type { WriteDb } from "./database.ts";
import { type Author, write } from "./history.ts";
import { type Journal, readRow } from "./journal.ts";
import { ensureOpenLayer } from "./layers.ts";
import { readText } from "./reports.ts";
import { entityCodec, spanCodec } from "./rows.ts";
import { checkQuote, named, ownSpan, removeBareEntity } from "./spans.ts";

/**
 * Marks everything that a list in the text names, and keeps what it says of each.
 * @throws AppError "text-mismatch" when a quote is not what the report says there; "layer-closed";
 * "not-found" for an entity that is gone. Nothing of the list is kept then.
 */
export function addEntityList(
  db: WriteDb,
  author: Author,
  { report, items }: Input<"entity.addList">,
): Change {
  return write(db, author, "entity.addList", (journal) => {
    const layer = ensureOpenLayer(journal, report, author.annotator);
    const text = readText(db, report);
    const entities: string[] = [];
    for (const item of items) {
      const entity = keepEntity(journal, layer, item, entities);
      entities.push(entity);
      if ("span" in item.mark) linkSpan(journal, author, item.mark.span, entity);
      else putSpan(journal, layer, text, item.mark, entity);
    }
    return { summary: `took in ${summaryOf(items)}`, report };
  });
}

/** The item's entity with the fields it lacked; answers its identifier. */
function keepEntity(
  journal: Journal,
  layer: string,
  { entity, kind, name, fields }: ListedItem,
  before: readonly string[],
): string {
  if (entity === "new") {
    const made: Entity = { id: randomUUID(), kind, name, codes: [], fields, note: "" };
    journal.put("entity", entityCodec.toRow(made, layer));
    return made.id;
  }
  const id = typeof entity === "number" ? before[entity] : entity;
  const row = id === undefined ? null : readRow(journal.db, "entity", id);
  if (row?.layer !== layer)
    throw new AppError("not-found", `The entity of ${named(name)} is no longer there; list again.`);
  const known = entityCodec.fromRow(row);
  const filled: Entity = { ...known, fields: { ...fields, ...known.fields } };
  journal.put("entity", entityCodec.toRow(filled, layer));
  return known.id;
}

type NewMark = Exclude<ListedItem["mark"], { span: string }>;

function putSpan(
  journal: Journal,
  layer: string,
  text: string,
  { label, ranges, quote }: NewMark,
  entity: string,
): void {
  checkQuote(text, ranges, quote);
  const id = randomUUID();
  const span: Span = { id, label, ranges, quote, attributes: {}, entity, note: "" };
  journal.put("span", spanCodec.toRow(span, layer));
}

function linkSpan(journal: Journal, author: Author, id: string, entity: string): void {
  const { span, layer } = ownSpan(journal, id, author);
  journal.put("span", spanCodec.toRow({ ...span, entity }, layer));
  if (span.entity !== entity) removeBareEntity(journal, span.entity);
}

function summaryOf(items: readonly ListedItem[]): string {
  const [first] = items;
  if (first && items.length === 1) return `${first.kind} ${named(first.name)}`;
  const names = items.slice(0, 4).map(({ name }) => named(name));
  return `a list of ${items.length}: ${names.join(", ")}${items.length > 4 ? " …" : ""}`;
}
