import type { Entity, Event, Layer, Relation, Span } from "../model/annotation.ts";
import type { Attributes, AttributeValue } from "../model/attributes.ts";
import type { AttributeDefinition, Scheme } from "../model/scheme.ts";

/** The scheme's definitions by name. */
interface Names {
  labels: ReadonlyMap<string, Scheme["labels"][number]>;
  kinds: ReadonlyMap<string, Scheme["kinds"][number]>;
  attributes: ReadonlyMap<string, AttributeDefinition>;
  relations: ReadonlyMap<string, Scheme["relations"][number]>;
  events: ReadonlyMap<string, Scheme["events"][number]>;
  groups: ReadonlyMap<string, Scheme["groups"][number]>;
  reportLabels: ReadonlyMap<string, AttributeDefinition>;
}

/** What the ends of relations and the roles of events are called: labels and kinds by annotation. */
type Types = ReadonlyMap<string, string>;

/**
 * Where a layer does not keep to the scheme: labels, kinds, attributes, fields, codes, relations,
 * events and groups that it does not have, and values outside their choices and ranges. One sentence
 * for each problem, with how often it occurs; empty when all is well.
 */
export function layerProblems(scheme: Scheme, layer: Layer): string[] {
  const names = namesOf(scheme);
  const types = typesOf(layer);
  const kinds = new Map(layer.entities.map(({ id, kind }) => [id, kind]));
  const found = [
    ...layer.spans.flatMap((span) => spanProblems(names, span, kinds)),
    ...layer.entities.flatMap((entity) => entityProblems(names, entity)),
    ...layer.relations.flatMap((relation) => relationProblems(names, relation, types)),
    ...layer.events.flatMap((event) => eventProblems(names, event, types)),
    ...layer.groups.flatMap(({ label }) => missing(names.groups, "group", label)),
    ...attributeProblems(names.reportLabels, "report label", layer.labels),
  ];
  return counted(found);
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
  attributes: byName(scheme.attributes),
  relations: byName(scheme.relations),
  events: byName(scheme.events),
  groups: byName(scheme.groups),
  reportLabels: byName(scheme.reportLabels),
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
    ...attributeProblems(attributes, "attribute", span.attributes, span.label),
  ];
}

function entityProblems({ kinds }: Names, entity: Entity): string[] {
  const kind = kinds.get(entity.kind);
  if (!kind) return missing(kinds, "kind", entity.kind);
  return [
    ...attributeProblems(byName(kind.fields), `“${kind.name}” field`, entity.fields),
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
    ...attributeProblems(names.attributes, "attribute", relation.attributes, relation.label),
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
    ...attributeProblems(names.attributes, "attribute", event.attributes, event.label),
  ];
}

/** @param owner the label that carries the values, where definitions are for some labels only. */
function attributeProblems(
  known: ReadonlyMap<string, AttributeDefinition>,
  what: string,
  values: Attributes,
  owner: string | null = null,
): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const definition = known.get(name);
    if (!definition) return missing(known, what, name);
    const isOff = owner !== null && definition.on.length > 0 && !definition.on.includes(owner);
    const problem = valueProblem(definition, value);
    return [
      ...(isOff ? [`The ${what} “${name}” is not for the label “${owner}”`] : []),
      ...(problem === null ? [] : [`The ${what} “${name}” ${problem}`]),
    ];
  });
}

/** What is wrong with a value, as the rest of a sentence; a text may hold any value. */
function valueProblem({ type, choices, unit }: AttributeDefinition, value: AttributeValue) {
  switch (type) {
    case "text":
      return null;
    case "flag":
      return value === true ? null : `is a flag but has the value “${value}”`;
    case "number":
      return numberProblem(value, unit);
    case "choice":
    case "choices":
      return choiceProblem(type, choices, value);
    default:
      return type satisfies never;
  }
}

function numberProblem(value: AttributeValue, unit: string): string | null {
  if (typeof value !== "number") return `is a number but has the value “${value}”`;
  const isOutside = unit === "%" && (value < 0 || value > 100);
  return isOutside ? `is ${value} %, which is not between 0 and 100` : null;
}

function choiceProblem(
  type: "choice" | "choices",
  choices: readonly string[],
  value: AttributeValue,
): string | null {
  const chosen = Array.isArray(value) ? value : [String(value)];
  const strange = chosen.find((one) => !choices.includes(one));
  if (strange !== undefined) return `does not offer “${strange}”`;
  return type === "choice" && chosen.length > 1 ? "takes one choice but has several" : null;
}
