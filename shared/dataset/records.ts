import { fitTo } from "../formats/fit/fit.ts";
import { holdsEverything } from "../formats/format.ts";
import { type Loss, lossBook } from "../formats/losses.ts";
import type { Code, Entity } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import { type AnnotatedDocument, type DocumentLayer, emptyLayer } from "../model/document.ts";
import { offsetConverter } from "../text/offsets.ts";

/*
 * The records of a release: one line of JSON for one annotator's layer of one report, in data/PART.jsonl.
 * Every field is there in every record with the same type, and no key depends on a scheme, so that
 * Arrow, pandas and DuckDB find one table in any such file. The formats that people choose besides hold
 * what this one leaves out, which `recordLosses` counts.
 */

/** The type of a field: a scalar, or a list of records with fields of their own, or of scalars. */
type FieldType = { is: "text" } | { is: "integer" } | { is: "list"; of: readonly RecordField[] };

export interface RecordField {
  name: string;
  type: FieldType;
  /** For the card and the metadata: a sentence without its full stop. */
  says: string;
}

/** What records are called among formats. */
export const recordsId = "records";

const text = { is: "text" } as const;
const integer = { is: "integer" } as const;

const attributes: RecordField = {
  name: "attributes",
  says: "Attributes and their values as text; one entry for each of several values",
  type: {
    is: "list",
    of: [
      { name: "name", type: text, says: "The attribute's name" },
      { name: "value", type: text, says: "Its value; “true” for a flag" },
    ],
  },
};

const note: RecordField = { name: "note", type: text, says: "The annotator's note, or empty" };

const codes: RecordField["type"] = {
  is: "list",
  of: [
    { name: "system", type: text, says: "The coding system" },
    { name: "code", type: text, says: "The code" },
    { name: "display", type: text, says: "The code in words" },
  ],
};

const range: readonly RecordField[] = [
  { name: "start", type: integer, says: "Where it begins, in Unicode code points from 0" },
  { name: "end", type: integer, says: "Where it ends, exclusive" },
];

/** The fields of a record, in their order. */
export const recordFields: readonly RecordField[] = [
  { name: "report", type: text, says: "The report's name, unique in the release" },
  { name: "case", type: text, says: "The patient's case; all its reports are in one part" },
  { name: "annotator", type: text, says: "Whose layer it is; empty for a report without one" },
  { name: "status", type: text, says: "Whether the layer is open, done or locked" },
  { name: "title", type: text, says: "The report's title" },
  { name: "text", type: text, says: "The report's text, which all offsets point into" },
  {
    name: "metadata",
    says: "What is known of the report besides: doi, year, language, licence",
    type: {
      is: "list",
      of: [
        { name: "key", type: text, says: "The name of the fact" },
        { name: "value", type: text, says: "Its value" },
      ],
    },
  },
  {
    name: "spans",
    says: "Labelled stretches of the text",
    type: {
      is: "list",
      of: [
        { name: "id", type: text, says: "Unique within the record" },
        { name: "label", type: text, says: "The span's label" },
        ...range,
        {
          name: "fragments",
          says: "The parts of a discontinuous span; one part for any other",
          type: { is: "list", of: range },
        },
        { name: "quote", type: text, says: "The words of its parts, joined by one space" },
        attributes,
        { name: "entity", type: text, says: "The name of what the span speaks of, or empty" },
        { name: "entity_id", type: text, says: "Its id among the entities, or empty" },
        { name: "entity_kind", type: text, says: "Its kind, or empty" },
        { name: "codes", says: "The codes of what the span speaks of", type: codes },
        note,
      ],
    },
  },
  {
    name: "entities",
    says: "What spans speak of; several may speak of one",
    type: {
      is: "list",
      of: [
        { name: "id", type: text, says: "Unique within the record" },
        { name: "kind", type: text, says: "The entity's kind" },
        { name: "name", type: text, says: "Its name" },
        { name: "codes", says: "Its codes", type: codes },
        { ...attributes, name: "fields", says: "Its fields and their values, like attributes" },
        note,
      ],
    },
  },
  {
    name: "relations",
    says: "Directed links between spans, events or entities",
    type: {
      is: "list",
      of: [
        { name: "id", type: text, says: "Unique within the record" },
        { name: "label", type: text, says: "The relation's label" },
        { name: "from", type: text, says: "The id that it leads from" },
        { name: "to", type: text, says: "The id that it leads to" },
        attributes,
        note,
      ],
    },
  },
  {
    name: "events",
    says: "What happens: a trigger and who takes part",
    type: {
      is: "list",
      of: [
        { name: "id", type: text, says: "Unique within the record" },
        { name: "label", type: text, says: "The event's label" },
        { name: "trigger", type: text, says: "The id of the span that names it" },
        {
          name: "arguments",
          says: "Who takes part",
          type: {
            is: "list",
            of: [
              { name: "role", type: text, says: "In which role" },
              { name: "target", type: text, says: "The id of what takes part" },
            ],
          },
        },
        attributes,
        note,
      ],
    },
  },
  {
    name: "groups",
    says: "Annotations that belong together, one entry for each member",
    type: {
      is: "list",
      of: [
        { name: "id", type: text, says: "The group's id" },
        { name: "label", type: text, says: "The group's label" },
        { name: "member", type: text, says: "The id of a member" },
        note,
      ],
    },
  },
  { ...attributes, name: "labels", says: "Labels of the whole report, like attributes" },
];

/** What the records of a document have no place for. */
export function recordLosses(document: AnnotatedDocument): Loss[] {
  const book = lossBook();
  const { name } = document;
  const layers = document.layers.map(({ note: words, ...layer }) => {
    // What is left out is not told by an example.
    if (words) book.lose("Notes on reports", "left out.", `${name}, ${layer.annotator}`);
    // A record says a layer's status, but no other facts of it.
    return { ...layer, status: "open" as const };
  });
  const holds = { ...holdsEverything, sections: false, doubts: false, layerFacts: false };
  return [...book.losses(), ...fitTo({ ...document, layers }, holds).losses];
}

/** The lines of a document, without their ends: one for each layer, or one without annotations. */
export function recordLines(document: AnnotatedDocument): string[] {
  const { toCodePoint } = offsetConverter(document.text);
  const layers = document.layers.length > 0 ? document.layers : [emptyLayer("")];
  return layers.map((layer) => JSON.stringify(recordOf(document, layer, toCodePoint)));
}

function recordOf(
  document: AnnotatedDocument,
  layer: DocumentLayer,
  toCodePoint: (unit: number) => number,
) {
  return {
    report: document.name,
    case: document.case,
    annotator: layer.annotator,
    status: layer.status,
    title: document.title,
    text: document.text,
    metadata: Object.entries(document.metadata).map(([key, value]) => ({ key, value })),
    spans: spansOf(layer, toCodePoint),
    entities: layer.entities.map((entity) => ({
      ...{ id: entity.id, kind: entity.kind, name: entity.name, codes: codesOf(entity) },
      ...{ fields: attributesOf(entity.fields), note: entity.note },
    })),
    relations: layer.relations.map(({ id, label, from, to, ...one }) => ({
      ...{ id, label, from, to, attributes: attributesOf(one.attributes), note: one.note },
    })),
    events: layer.events.map(({ id, label, trigger, ...event }) => ({
      ...{ id, label, trigger },
      arguments: event.arguments.map(({ role, target }) => ({ role, target })),
      ...{ attributes: attributesOf(event.attributes), note: event.note },
    })),
    groups: layer.groups.flatMap(({ id, label, members, note: words }) =>
      members.map((member) => ({ id, label, member, note: words })),
    ),
    labels: attributesOf(layer.labels),
  };
}

function spansOf({ spans, entities }: DocumentLayer, toCodePoint: (unit: number) => number) {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  return spans.map((span) => {
    const fragments = span.ranges.map((one) => ({
      start: toCodePoint(one.start),
      end: toCodePoint(one.end),
    }));
    const entity = byId.get(span.entity ?? "");
    return {
      id: span.id,
      label: span.label,
      start: Math.min(...fragments.map(({ start }) => start)),
      end: Math.max(...fragments.map(({ end }) => end)),
      fragments,
      quote: span.quote,
      attributes: attributesOf(span.attributes),
      entity: entity?.name ?? "",
      entity_id: entity?.id ?? "",
      entity_kind: entity?.kind ?? "",
      codes: codesOf(entity),
      note: span.note,
    };
  });
}

function codesOf(entity: Entity | undefined): Code[] {
  return (entity?.codes ?? []).map(({ system, code, display }) => ({ system, code, display }));
}

function attributesOf(given: Attributes): { name: string; value: string }[] {
  return Object.entries(given).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [String(value)]).map((one) => ({ name, value: one })),
  );
}
