import type { Entity, Event, Group, Relation, Span } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import type { Section } from "../model/report.ts";

/**
 * Says in sentences how two documents differ in text, sections and layers, whatever their ids and
 * the order of their annotations, of an attribute's values and of codes; none when they are the same.
 */
export function differences(a: AnnotatedDocument, b: AnnotatedDocument): string[] {
  return [
    ...(a.text === b.text ? [] : [textDifference(a.text, b.text)]),
    ...listDifferences(
      "section",
      a.sections.map(contentOfSection),
      b.sections.map(contentOfSection),
    ),
    ...layerDifferences(a.layers, b.layers),
  ];
}

function contentOfSection({ kind, title, start, end }: Section): string {
  return content([kind, title, start, end]);
}

function textDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return `the texts differ from character ${at} on (${a.length} and ${b.length} characters)`;
}

function layerDifferences(a: readonly DocumentLayer[], b: readonly DocumentLayer[]): string[] {
  const annotators = new Set([...a, ...b].map(({ annotator }) => annotator));
  return [...annotators].flatMap((annotator) => {
    const one = contentsOf(a.filter((layer) => layer.annotator === annotator));
    const two = contentsOf(b.filter((layer) => layer.annotator === annotator));
    return Object.keys(one).flatMap((what) =>
      listDifferences(`${annotator}: ${what}`, one[what] ?? [], two[what] ?? []),
    );
  });
}

function contentsOf(layers: readonly DocumentLayer[]): Record<string, string[]> {
  const all = layers.map(contentOfLayer);
  return {
    layer: layers.map(({ status, labels, note = "", unsure = false, reading }) =>
      content({
        status,
        labels: sorted(labels),
        ...(note && { note }),
        ...(unsure && { unsure }),
        ...(reading && { reading }),
      }),
    ),
    span: all.flatMap(({ spans }) => spans),
    entity: all.flatMap(({ entities }) => entities),
    relation: all.flatMap(({ relations }) => relations),
    event: all.flatMap(({ events }) => events),
    group: all.flatMap(({ groups }) => groups),
  };
}

/** Each annotation as a text that is equal for equal ones; what it refers to is part of it. */
function contentOfLayer(layer: DocumentLayer) {
  const linked = Map.groupBy(layer.spans, ({ entity }) => entity);
  const entities = new Map(layer.entities.map((entity) => [entity.id, contentOfEntity(entity)]));
  const spans = new Map(layer.spans.map((span) => [span.id, contentOfSpan(span, entities)]));
  const near = new Map([...entities, ...spans]);
  for (const { id, label, trigger } of layer.events)
    near.set(id, content([label, spans.get(trigger)]));
  const ends = new Map(near);
  for (const { id, label, from, to } of layer.relations)
    ends.set(id, content([label, near.get(from), near.get(to)]));
  return {
    spans: [...spans.values()],
    entities: layer.entities.map(({ id }) =>
      content([entities.get(id), (linked.get(id) ?? []).map((span) => spans.get(span.id)).sort()]),
    ),
    relations: layer.relations.map((relation) => contentOfRelation(relation, ends)),
    events: layer.events.map((event) => contentOfEvent(event, ends)),
    groups: layer.groups.map((group) => contentOfGroup(group, ends)),
  };
}

type Contents = ReadonlyMap<string, string>;

function contentOfEntity({ kind, name, codes, fields, note, unsure }: Entity): string {
  return content([
    kind,
    name,
    codes.map(({ system, code, display }) => content([system, code, display])).sort(),
    sorted(fields),
    note,
    ...doubt(unsure),
  ]);
}

function contentOfSpan(span: Span, entities: Contents): string {
  const { label, ranges, quote, attributes, note, entity, flag, unsure } = span;
  const places = ranges.map(({ start, end }) => [start, end]);
  const linked = entity === null ? null : (entities.get(entity) ?? "missing");
  return content([
    label,
    places,
    quote,
    sorted(attributes),
    note,
    linked,
    ...(flag ? [flag] : []),
    ...doubt(unsure),
  ]);
}

const doubt = (unsure = false) => (unsure ? ["unsure"] : []);

function contentOfRelation({ label, from, to, attributes, note }: Relation, ends: Contents) {
  return content([label, ends.get(from), ends.get(to), sorted(attributes), note]);
}

function contentOfEvent(event: Event, ends: Contents): string {
  const { label, trigger, attributes, note } = event;
  const roles = event.arguments.map(({ role, target }) => [role, ends.get(target)]);
  return content([label, ends.get(trigger), roles, sorted(attributes), note]);
}

function contentOfGroup({ label, members, note }: Group, ends: Contents): string {
  return content([label, members.map((id) => ends.get(id) ?? "missing").sort(), note]);
}

function sorted(attributes: Attributes): unknown {
  return Object.entries(attributes)
    .map(([name, value]) => [name, Array.isArray(value) ? value.toSorted() : value])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
}

function content(value: unknown): string {
  return JSON.stringify(value);
}

/** Compares two lists whatever their order; what is there twice must be there twice. */
function listDifferences(what: string, a: readonly string[], b: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of a) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of b) counts.set(one, (counts.get(one) ?? 0) - 1);
  return Array.from(counts)
    .filter(([, count]) => count !== 0)
    .map(
      ([one, count]) =>
        `${what} only in the ${count > 0 ? "first" : "second"}${times(count)}: ${one}`,
    );
}

function times(count: number): string {
  return Math.abs(count) === 1 ? "" : ` (${Math.abs(count)} times)`;
}
