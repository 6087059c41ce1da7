import type { DocumentLayer } from "../../model/document.ts";
import { type Cell, jsonCell, type Table, text, textCell } from "./table.ts";

/**
 * One row for each link: a relation from one thing to another; an argument of an event, from its
 * trigger to the argument (an event without arguments has one row with no end); a member of a group,
 * which has no beginning. Rows of one event or group have the same `relation`.
 */
export const relationTable: Table = {
  name: "relations",
  columns: [
    ...text("report", "case", "annotator", "relation", "type", "label", "role"),
    ...text("from_id", "from_type", "from_label", "from_quote"),
    ...text("to_id", "to_type", "to_label", "to_quote"),
    ...text("attributes", "note"),
  ],
  *rowsOf(document) {
    for (const layer of document.layers) {
      const place = [document.name, document.case, layer.annotator];
      for (const cells of linksOf(layer)) yield [...place, ...cells];
    }
  },
};

function* linksOf(layer: DocumentLayer): Iterable<Cell[]> {
  const ends = endsOf(layer);
  for (const { id, label, from, to, attributes, note } of layer.relations)
    yield [
      ...[id, "relation", label, null],
      ...[...ends(from), ...ends(to), jsonCell(attributes), textCell(note)],
    ];
  for (const { id, label, trigger, arguments: all, attributes, note } of layer.events) {
    const rows = all.length === 0 ? [{ role: null, target: null }] : all;
    for (const { role, target } of rows)
      yield [
        ...[id, "event", label, role],
        ...[...ends(trigger), ...ends(target), jsonCell(attributes), textCell(note)],
      ];
  }
  for (const { id, label, members, note } of layer.groups)
    for (const member of members)
      yield [id, "group", label, null, ...ends(null), ...ends(member), null, textCell(note)];
}

/** What an end of a link is: its id, type, label and words; nothing for no end. */
function endsOf({ spans, entities, relations, events, groups }: DocumentLayer) {
  const ends = new Map<string, Cell[]>();
  for (const { id, label, quote } of spans) ends.set(id, [id, "span", label, quote]);
  for (const { id, kind, name } of entities) ends.set(id, [id, "entity", kind, name]);
  for (const { id, label } of relations) ends.set(id, [id, "relation", label, null]);
  for (const { id, label } of groups) ends.set(id, [id, "group", label, null]);
  for (const { id, label, trigger } of events)
    ends.set(id, [id, "event", label, ends.get(trigger)?.at(-1) ?? null]);
  return (id: string | null): Cell[] => ends.get(id ?? "") ?? [id, null, null, null];
}
