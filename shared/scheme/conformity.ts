import type { Entity, Event, Layer, Relation, Span } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { Scheme } from "../model/scheme.ts";
import { type Definitions, definitionsOf, valueProblems } from "./values.ts";

/** The scheme's definitions by name. */
interface Names {
  labels: ReadonlyMap<string, Scheme["labels"][number]>;
  kinds: ReadonlyMap<string, Scheme["kinds"][number]>;
  fields: ReadonlyMap<string, Definitions>;
  attributes: Definitions;
  relations: ReadonlyMap<string, Scheme["relations"][number]>;
  events: ReadonlyMap<string, Scheme["events"][number]>;
  groups: ReadonlyMap<string, Scheme["groups"][number]>;
  reportLabels: Definitions;
}

/** What the ends of relations and the roles of events are called: labels and kinds by annotation. */
type Types = ReadonlyMap<string, string>;

/**
 * Where a layer does not keep to the scheme: labels, kinds, attributes, fields, codes, relations,
 * events and groups that it does not have, and values that are missing, or outside their choices and ranges. One sentence
 * for each problem, with how often it occurs; empty when all is well.
 */
export function layerProblems(scheme: Scheme, layer: Layer): string[] {
  return counted(conformityTo(scheme)(layer));
}

/** The same for many layers; a sentence without its full stop for each time that a problem occurs. */
export function conformityTo(scheme: Scheme): (layer: Layer) => string[] {
  const names = namesOf(scheme);
  return (layer) => problemsOf(names, layer);
}

function problemsOf(names: Names, layer: Layer): string[] {
  const types = typesOf(layer);
  const kinds = new Map(layer.entities.map(({ id, kind }) => [id, kind]));
  return [
    ...layer.spans.flatMap((span) => spanProblems(names, span, kinds)),
    ...layer.entities.flatMap((entity) => entityProblems(names, entity)),
    ...layer.relations.flatMap((relation) => relationProblems(names, relation, types)),
    ...layer.events.flatMap((event) => eventProblems(names, event, types)),
    ...layer.groups.flatMap(({ label }) => missing(names.groups, "group", label)),
    ...sentencesOf(names.reportLabels, layer.labels),
  ];
}

function counted(problems: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(problem, (counts.get(problem) ?? 0) + 1);
  return [...counts].map(([problem, count]) =>
    count === 1 ? `${problem}.` : `${problem} (${count} times).`,
  );
}

const byName = <Definition extends { name: string }>(definitions: readonly Definition[]) =>
  new Map(definitions.map((definition) => [definition.name, definition]));

const namesOf = (scheme: Scheme): Names => ({
  labels: byName(scheme.labels),
  kinds: byName(scheme.kinds),
  fields: new Map(
    scheme.kinds.map(({ name, fields }) => [name, definitionsOf(`“${name}” field`, fields)]),
  ),
  attributes: definitionsOf("attribute", scheme.attributes),
  relations: byName(scheme.relations),
  events: byName(scheme.events),
  groups: byName(scheme.groups),
  reportLabels: definitionsOf("report label", scheme.reportLabels),
});

const typesOf = ({ spans, events, entities }: Layer): Types =>
  new Map([
    ...entities.map(({ id, kind }) => [id, kind] as const),
    ...spans.map(({ id, label }) => [id, label] as const),
    ...events.map(({ id, label }) => [id, label] as const),
  ]);

const missing = (known: ReadonlyMap<string, unknown>, what: string, name: string): string[] =>
  known.has(name) ? [] : [`The scheme has no ${what} “${name}”`];

function spanProblems(
  { labels, attributes }: Names,
  span: Span,
  kinds: ReadonlyMap<string, string>,
): string[] {
  const wanted = labels.get(span.label)?.kind ?? null;
  const kind = span.entity === null ? null : (kinds.get(span.entity) ?? null);
  return [
    ...missing(labels, "label", span.label),
    ...(wanted !== null && kind !== null && kind !== wanted
      ? [`A span labelled “${span.label}” is linked to a ${kind}, not to a ${wanted}`]
      : []),
    ...sentencesOf(attributes, span.attributes, span.label),
  ];
}

function entityProblems({ kinds, fields }: Names, entity: Entity): string[] {
  const kind = kinds.get(entity.kind);
  if (!kind) return missing(kinds, "kind", entity.kind);
  return [
    ...sentencesOf(fields.get(kind.name), entity.fields),
    ...entity.codes
      .filter(({ system }) => !kind.codes.includes(system))
      .map(({ system }) => `The kind “${kind.name}” has no codes of “${system}”`),
  ];
}

function relationProblems(names: Names, relation: Relation, types: Types): string[] {
  const definition = names.relations.get(relation.label);
  const end = (word: string, id: string, allowed: readonly string[]) =>
    outside(types.get(id), allowed).map(
      (type) => `The relation “${relation.label}” must not ${word} a “${type}”`,
    );
  return [
    ...missing(names.relations, "relation", relation.label),
    ...end("begin at", relation.from, definition?.from ?? []),
    ...end("lead to", relation.to, definition?.to ?? []),
    ...givenOnly(names.attributes, relation.attributes, relation.label),
  ];
}

/** The type, if the list has others but not this one; an empty list allows all. */
const outside = (type: string | undefined, allowed: readonly string[]): string[] =>
  type === undefined || allowed.length === 0 || allowed.includes(type) ? [] : [type];

function eventProblems(names: Names, event: Event, types: Types): string[] {
  const definition = names.events.get(event.label);
  const roles = byName(definition?.roles ?? []);
  const argumentProblems = event.arguments.flatMap(({ role, target }) => [
    ...missing(roles, `“${event.label}” role`, role),
    ...outside(types.get(target), roles.get(role)?.targets ?? []).map(
      (type) => `The role “${role}” of the event “${event.label}” must not be a “${type}”`,
    ),
  ]);
  return [
    ...missing(names.events, "event", event.label),
    ...(definition ? argumentProblems : []),
    ...givenOnly(names.attributes, event.attributes, event.label),
  ];
}

function sentencesOf(
  definitions: Definitions | undefined,
  values: Attributes,
  owner: string | null = null,
): string[] {
  if (!definitions) return [];
  return valueProblems(definitions, values, owner).map(({ sentence }) => sentence);
}

/** Attributes for any label are asked for on spans; a relation or an event has only what names it. */
function givenOnly(definitions: Definitions, values: Attributes, owner: string): string[] {
  const asked = definitions.required.filter(({ on }) => on.includes(owner));
  return sentencesOf({ ...definitions, required: asked }, values, owner);
}
