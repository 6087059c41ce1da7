import type { Entity } from "../../../shared/model/annotation.ts";
import type { Rewriter } from "../../../shared/scheme/rewrite-annotations.ts";
import { type Journal, readRow } from "../journal.ts";
import { detach } from "../references.ts";
import {
  type AnnotationTable,
  entityCodec,
  eventCodec,
  groupCodec,
  type Row,
  relationCodec,
  spanCodec,
} from "../rows.ts";
import { spansOf } from "../spans.ts";
import type { NamedTable } from "./scheme-rows.ts";

/** Makes of a row what a change of the scheme makes of the annotation in it. */
export function rewriteRow(
  journal: Journal,
  rewriter: Rewriter,
  table: NamedTable,
  row: Row,
): void {
  if (table === "layer") {
    rewriteLabels(journal, rewriter, row);
    return;
  }
  const to = after(journal, rewriter, table, row);
  if (to) journal.put(table, to);
  // One that pointed to something that was removed may have gone with it.
  else if (readRow(journal.db, table, row.id)) remove(journal, table, row);
}

/** The row afterwards; null where the annotation is to go. */
function after(journal: Journal, rewriter: Rewriter, table: AnnotationTable, row: Row): Row | null {
  const layer = String(row.layer);
  switch (table) {
    case "span": {
      const span = rewriter.span(spanCodec.fromRow(row), entityOf(journal, row));
      return span && spanCodec.toRow(span, layer);
    }
    case "entity": {
      const entity = rewriter.entity(entityCodec.fromRow(row));
      return entity && entityCodec.toRow(entity, layer);
    }
    case "relation": {
      const relation = rewriter.relation(relationCodec.fromRow(row));
      return relation && relationCodec.toRow(relation, layer);
    }
    case "event": {
      const event = rewriter.event(eventCodec.fromRow(row));
      return event && eventCodec.toRow(event, layer);
    }
    case "grouping": {
      const group = rewriter.group(groupCodec.fromRow(row));
      return group && groupCodec.toRow(group, layer);
    }
    default:
      return table satisfies never;
  }
}

/** What a span's row is linked to. */
export function entityOf({ db }: Journal, { entity }: Row): Entity | null {
  const row = entity === null ? null : readRow(db, "entity", String(entity));
  return row && entityCodec.fromRow(row);
}

function remove(journal: Journal, table: AnnotationTable, row: Row): void {
  const layer = String(row.layer);
  if (table === "entity")
    for (const span of spansOf(journal.db, row.id))
      journal.put("span", spanCodec.toRow({ ...spanCodec.fromRow(span), entity: null }, layer));
  detach(journal, layer, row.id);
  journal.remove(table, row.id);
}

/** What two labels of a report say that cannot both stand goes into the layer's note. */
function rewriteLabels(journal: Journal, rewriter: Rewriter, row: Row): void {
  const { values, lost } = rewriter.labels(JSON.parse(String(row.labels)));
  const known = readRow(journal.db, "layer", row.id);
  if (!known) return;
  const note = [known.note, lost].filter(Boolean).join("\n");
  journal.put("layer", { ...known, labels: JSON.stringify(values), note });
}
