import {
  type AttributeDefinition,
  colours,
  type EventDefinition,
  type KindDefinition,
  type LabelDefinition,
  type RelationDefinition,
  type Scheme,
  type SchemeAdditions,
} from "../model/scheme.ts";

type Role = EventDefinition["roles"][number];
type Colour = LabelDefinition["colour"];

/**
 * The scheme with these definitions as well. What it has already is widened where the addition needs
 * more room (further choices, labels, roles) and otherwise stays. New labels get a free key and a
 * colour that their neighbour does not have; a key or colour that they bring is kept if it is free.
 * @param reservedKeys keys that mean something else where labels are given, such as "e".
 */
export function addToScheme(
  scheme: Scheme,
  additions: SchemeAdditions,
  reservedKeys: readonly string[] = [],
): Scheme {
  return {
    name: scheme.name,
    labels: addLabels(scheme.labels, additions.labels, reservedKeys),
    kinds: mergeByName(scheme.kinds, additions.kinds, mergeKind),
    attributes: mergeByName(scheme.attributes, additions.attributes, mergeAttribute),
    relations: mergeByName(scheme.relations, additions.relations, mergeRelation),
    events: mergeByName(scheme.events, additions.events, mergeEvent),
    groups: mergeByName(scheme.groups, additions.groups, (existing) => existing),
    reportLabels: mergeByName(scheme.reportLabels, additions.reportLabels, mergeAttribute),
  };
}

/** Both lists as one; what both define is merged. */
export function mergeByName<Definition extends { name: string }>(
  existing: readonly Definition[],
  added: readonly Definition[],
  merge: (existing: Definition, added: Definition) => Definition,
): Definition[] {
  const byName = new Map(existing.map((definition) => [definition.name, definition]));
  for (const definition of added) {
    const known = byName.get(definition.name);
    byName.set(definition.name, known ? merge(known, definition) : definition);
  }
  return [...byName.values()];
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])];

/** All that two lists of names allow; an empty one allows any. */
export const unionOrAny = (a: readonly string[], b: readonly string[]) =>
  a.length === 0 || b.length === 0 ? [] : union(a, b);

/** The rules stay those of the scheme: what comes in and breaks them is shown, and loosens none. */
export function mergeAttribute(
  a: AttributeDefinition,
  b: AttributeDefinition,
): AttributeDefinition {
  const type = widerType(a.type, b.type);
  const { min: _min, max: _max, ...rangeless } = a;
  return {
    ...(type === "number" ? a : rangeless),
    type,
    choices: union(a.choices, b.choices),
    unit: a.unit || b.unit,
    on: unionOrAny(a.on, b.on),
  };
}

function widerType(
  a: AttributeDefinition["type"],
  b: AttributeDefinition["type"],
): AttributeDefinition["type"] {
  if (a === b) return a;
  const isChoice = (type: string) => type === "choice" || type === "choices";
  return isChoice(a) && isChoice(b) ? "choices" : "text";
}

/** Room for the values of both. */
export const mergeKind = (a: KindDefinition, b: KindDefinition): KindDefinition => ({
  name: a.name,
  fields: mergeByName(a.fields, b.fields, mergeAttribute),
  codes: union(a.codes, b.codes),
});

/** Between all that either of them may link. */
export const mergeRelation = (
  a: RelationDefinition,
  b: RelationDefinition,
): RelationDefinition => ({
  name: a.name,
  from: unionOrAny(a.from, b.from),
  to: unionOrAny(a.to, b.to),
});

const mergeEvent = (a: EventDefinition, b: EventDefinition): EventDefinition => ({
  name: a.name,
  roles: mergeByName(a.roles, b.roles, mergeRoles),
});

/** A role that all may fill who may fill one of these. */
export const mergeRoles = (a: Role, b: Role): Role => ({
  name: a.name,
  targets: unionOrAny(a.targets, b.targets),
});

function addLabels(
  existing: readonly LabelDefinition[],
  added: readonly LabelDefinition[],
  reservedKeys: readonly string[],
): LabelDefinition[] {
  const labels = [...existing];
  const names = new Set(labels.map(({ name }) => name));
  const taken = new Set([...reservedKeys, ...labels.flatMap(({ key }) => key ?? [])]);
  for (const label of added) {
    if (names.has(label.name)) continue;
    const key = freeKey(label, taken);
    if (key !== null) taken.add(key);
    names.add(label.name);
    labels.push({ ...label, key, colour: freeColour(label.colour, labels) });
  }
  return labels;
}

const alphabet = "abcdefghijklmnopqrstuvwxyz";

/** The initials of the name's words, its other letters, the same as capitals, then any letter. */
function freeKey(label: LabelDefinition, taken: ReadonlySet<string>): string | null {
  const plain = label.name.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  const words = plain.toLowerCase().match(/[a-z]+/g) ?? [];
  const letters = words.map((word) => word.charAt(0)).join("") + words.join("");
  const candidates = letters + letters.toUpperCase() + alphabet + alphabet.toUpperCase();
  const free = [label.key ?? "", ...candidates].find((key) => key !== "" && !taken.has(key));
  return free ?? null;
}

/**
 * The colour that was wished for (slate, the default, is no wish), else the least used; of several
 * the next in the palette after the neighbour's.
 */
function freeColour(wanted: Colour, labels: readonly LabelDefinition[]): Colour {
  const neighbour = labels.at(-1)?.colour;
  if (wanted !== "slate" && wanted !== neighbour) return wanted;
  const uses = (colour: Colour) => labels.filter((label) => label.colour === colour).length;
  const next = neighbour === undefined ? 0 : colours.indexOf(neighbour) + 1;
  const cycle = [...colours.slice(next), ...colours.slice(0, next)];
  return cycle
    .filter((colour) => colour !== neighbour)
    .reduce((best, colour) => (uses(colour) < uses(best) ? colour : best));
}
