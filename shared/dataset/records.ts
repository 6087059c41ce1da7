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

const text = (name: string, says: string): RecordField => ({ name, says, type: { is: "text" } });

const integer = (name: string, says: string): RecordField => ({
  ...{ name, says, type: { is: "integer" } },
});

const list = (name: string, says: string, ...of: RecordField[]): RecordField => ({
  ...{ name, says, type: { is: "list", of } },
});

const id = text("id", "Unique within the record");
const note = text("note", "The annotator's note, or empty");

const named = (name: string, says: string) =>
  list(
    name,
    says,
    text("name", "The attribute's name"),
    text("value", "Its value; “true” for a flag"),
  );

const attributes = named(
  "attributes",
  "Attributes and their values as text; one entry for each of several values",
);

const codes = (says: string) =>
  list(
    "codes",
    says,
    text("system", "The coding system"),
    text("code", "The code"),
    text("display", "The code in words"),
  );

const range = [
  integer("start", "Where it begins, in Unicode code points from 0"),
  integer("end", "Where it ends, exclusive"),
];

/** The fields of a record, in their order. */
export const recordFields: readonly RecordField[] = [
  text("report", "The report's name, unique in the release"),
  text("case", "The patient's case; all its reports are in one part"),
  text("annotator", "Whose layer it is; empty for a report without one"),
  text("status", "Whether the layer is open, done or locked"),
  text("title", "The report's title"),
  text("text", "The report's text, which all offsets point into"),
  list(
    "metadata",
    "What is known of the report besides: doi, year, language, licence",
    text("key", "The name of the fact"),
    text("value", "Its value"),
  ),
  list(
    "spans",
    "Labelled stretches of the text",
    id,
    text("label", "The span's label"),
    ...range,
    list("fragments", "The parts of a discontinuous span; one part for any other", ...range),
    text("quote", "The words of its parts, joined by one space"),
    attributes,
    text("entity", "The name of what the span speaks of, or empty"),
    text("entity_id", "Its id among the entities, or empty"),
    text("entity_kind", "Its kind, or empty"),
    codes("The codes of what the span speaks of"),
    note,
  ),
  list(
    "entities",
    "What spans speak of; several may speak of one",
    id,
    text("kind", "The entity's kind"),
    text("name", "Its name"),
    codes("Its codes"),
    named("fields", "Its fields and their values, like attributes"),
    note,
  ),
  list(
    "relations",
    "Directed links between spans, events or entities",
    id,
    text("label", "The relation's label"),
    text("from", "The id that it leads from"),
    text("to", "The id that it leads to"),
    attributes,
    note,
  ),
  list(
    "events",
    "What happens: a trigger and who takes part",
    id,
    text("label", "The event's label"),
    text("trigger", "The id of the span that names it"),
    list(
      "arguments",
      "Who takes part",
      text("role", "In which role"),
      text("target", "The id of what takes part"),
    ),
    attributes,
    note,
  ),
  list(
    "groups",
    "Annotations that belong together, one entry for each member",
    text("id", "The group's id"),
    text("label", "The group's label"),
    text("member", "The id of a member"),
    note,
  ),
  named("labels", "Labels of the whole report, like attributes"),
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
