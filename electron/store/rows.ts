import type {
  Entity,
  Event,
  Group,
  Relation,
  Span,
  TextRange,
} from "../../shared/model/annotation.ts";
import type { Annotations } from "../../shared/model/change.ts";

/*
 * The one place that knows how annotations lie in their tables. Rows never leave the store.
 */

export type Row = { id: string } & Record<string, string | number | null>;
export type AnnotationTable = "span" | "entity" | "relation" | "event" | "grouping";

interface Codec<Model> {
  table: AnnotationTable;
  /** The name of its list in a change and in a layer. */
  list: keyof Annotations;
  toRow(model: Model, layer: string): Row;
  fromRow(row: Row): Model;
}

const text = (row: Row, column: string): string => String(row[column] ?? "");
// What is parsed here was written by toRow below and passed a schema before.
const parsed = <Value>(row: Row, column: string): Value => JSON.parse(text(row, column)) as Value;

export const spanCodec: Codec<Span> = {
  table: "span",
  list: "spans",
  toRow: ({ id, label, ranges, quote, attributes, entity, note, flag = "", unsure }, layer) => ({
    id,
    layer,
    label,
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
    ranges: JSON.stringify(ranges.map(({ start, end }) => [start, end])),
    quote,
    attributes: JSON.stringify(attributes),
    entity,
    note,
    flag,
    unsure: Number(unsure ?? false),
  }),
  fromRow: (row) => ({
    id: row.id,
    label: text(row, "label"),
    ranges: parsed<[number, number][]>(row, "ranges").map(
      ([start, end]): TextRange => ({ start, end }),
    ),
    quote: text(row, "quote"),
    attributes: parsed(row, "attributes"),
    entity: row.entity === null ? null : text(row, "entity"),
    note: text(row, "note"),
    ...(row.flag && { flag: text(row, "flag") }),
    ...(row.unsure === 1 && { unsure: true }),
  }),
};

export const entityCodec: Codec<Entity> = {
  table: "entity",
  list: "entities",
  toRow: ({ id, kind, name, codes, fields, note, unsure }, layer) => ({
    id,
    layer,
    kind,
    name,
    codes: JSON.stringify(codes),
    fields: JSON.stringify(fields),
    note,
    unsure: Number(unsure ?? false),
  }),
  fromRow: (row) => ({
    id: row.id,
    kind: text(row, "kind"),
    name: text(row, "name"),
    codes: parsed(row, "codes"),
    fields: parsed(row, "fields"),
    note: text(row, "note"),
    ...(row.unsure === 1 && { unsure: true }),
  }),
};

export const relationCodec: Codec<Relation> = {
  table: "relation",
  list: "relations",
  toRow: ({ id, label, from, to, attributes, note }, layer) => ({
    id,
    layer,
    label,
    from_id: from,
    to_id: to,
    attributes: JSON.stringify(attributes),
    note,
  }),
  fromRow: (row) => ({
    id: row.id,
    label: text(row, "label"),
    from: text(row, "from_id"),
    to: text(row, "to_id"),
    attributes: parsed(row, "attributes"),
    note: text(row, "note"),
  }),
};

export const eventCodec: Codec<Event> = {
  table: "event",
  list: "events",
  toRow: (event, layer) => ({
    id: event.id,
    layer,
    label: event.label,
    trigger_id: event.trigger,
    arguments: JSON.stringify(event.arguments),
    attributes: JSON.stringify(event.attributes),
    note: event.note,
  }),
  fromRow: (row) => ({
    id: row.id,
    label: text(row, "label"),
    trigger: text(row, "trigger_id"),
    arguments: parsed(row, "arguments"),
    attributes: parsed(row, "attributes"),
    note: text(row, "note"),
  }),
};

export const groupCodec: Codec<Group> = {
  table: "grouping",
  list: "groups",
  toRow: ({ id, label, members, note }, layer) => ({
    id,
    layer,
    label,
    members: JSON.stringify(members),
    note,
  }),
  fromRow: (row) => ({
    id: row.id,
    label: text(row, "label"),
    members: parsed(row, "members"),
    note: text(row, "note"),
  }),
};

/** Adds what a row holds to the list it belongs to. */
export function putInto(into: Annotations, table: AnnotationTable, row: Row): void {
  switch (table) {
    case "span":
      into.spans.push(spanCodec.fromRow(row));
      return;
    case "entity":
      into.entities.push(entityCodec.fromRow(row));
      return;
    case "relation":
      into.relations.push(relationCodec.fromRow(row));
      return;
    case "event":
      into.events.push(eventCodec.fromRow(row));
      return;
    case "grouping":
      into.groups.push(groupCodec.fromRow(row));
      return;
    default:
      table satisfies never;
  }
}

export const annotationTables: readonly AnnotationTable[] = [
  "entity",
  "span",
  "relation",
  "event",
  "grouping",
];

export function isAnnotationTable(table: string): table is AnnotationTable {
  return annotationTables.some((known) => known === table);
}

export function noAnnotations(): Annotations {
  return { spans: [], entities: [], relations: [], events: [], groups: [] };
}
