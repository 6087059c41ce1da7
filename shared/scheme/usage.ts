import { getOrMake } from "../get-or-make.ts";
import type { Event, Relation, Span } from "../model/annotation.ts";
import type { Attributes, AttributeValue } from "../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import type { AttributeDefinition, Scheme, SchemeAdditions } from "../model/scheme.ts";

interface UsageCollector {
  add(document: Pick<AnnotatedDocument, "layers">): void;
  /** What was used and the scheme does not define; null when it defines all of it. */
  additions(scheme: Scheme): SchemeAdditions | null;
}

/** More values than this, or longer ones, make a text of an attribute instead of a choice. */
const mostChoices = 30;
const longestChoice = 60;

interface Values {
  types: Set<"flag" | "number" | "string" | "list">;
  texts: Set<string>;
  on: Set<string>;
}

interface Usage {
  labels: Map<string, string | null>;
  attributes: Map<string, Values>;
  kinds: Map<string, { fields: Map<string, Values>; codes: Set<string> }>;
  relations: Set<string>;
  events: Map<string, Set<string>>;
  groups: Set<string>;
  reportLabels: Map<string, Values>;
}

/** Gathers what documents use, one after the other, so that they need not be held at once. */
export function usageCollector(): UsageCollector {
  const usage: Usage = {
    labels: new Map(),
    attributes: new Map(),
    kinds: new Map(),
    relations: new Set(),
    events: new Map(),
    groups: new Set(),
    reportLabels: new Map(),
  };
  return {
    add({ layers }) {
      for (const layer of layers) addLayer(usage, layer);
    },
    additions: (scheme) => additionsOf(usage, scheme),
  };
}

function addLayer(usage: Usage, layer: DocumentLayer): void {
  const kinds = new Map(layer.entities.map(({ id, kind }) => [id, kind]));
  for (const span of layer.spans) {
    const kind = kinds.get(span.entity ?? "") ?? null;
    usage.labels.set(span.label, usage.labels.get(span.label) ?? kind);
    addAttributes(usage, span);
  }
  for (const { kind, fields, codes } of layer.entities) {
    const used = getOrMake(usage.kinds, kind, () => ({
      fields: new Map(),
      codes: new Set<string>(),
    }));
    addValues(used.fields, fields, null);
    for (const { system } of codes) used.codes.add(system);
  }
  for (const relation of layer.relations) {
    usage.relations.add(relation.label);
    addAttributes(usage, relation);
  }
  for (const event of layer.events) {
    const roles = getOrMake(usage.events, event.label, () => new Set());
    for (const { role } of event.arguments) roles.add(role);
    addAttributes(usage, event);
  }
  for (const { label } of layer.groups) usage.groups.add(label);
  addValues(usage.reportLabels, layer.labels, null);
}

function addAttributes(usage: Usage, { label, attributes }: Span | Relation | Event): void {
  addValues(usage.attributes, attributes, label);
}

function addValues(into: Map<string, Values>, attributes: Attributes, label: string | null): void {
  for (const [name, value] of Object.entries(attributes)) {
    const values = getOrMake(into, name, () => ({
      types: new Set(),
      texts: new Set(),
      on: new Set(),
    }));
    values.types.add(typeOf(value));
    if (label !== null) values.on.add(label);
    if (values.texts.size <= mostChoices || values.types.has("list"))
      for (const text of textsOf(value)) values.texts.add(text);
  }
}

function typeOf(value: AttributeValue): "flag" | "number" | "string" | "list" {
  if (value === true) return "flag";
  if (typeof value === "number") return "number";
  return typeof value === "string" ? "string" : "list";
}

function textsOf(value: AttributeValue): string[] {
  if (value === true) return [];
  return Array.isArray(value) ? value : [String(value)];
}

function additionsOf(usage: Usage, scheme: Scheme): SchemeAdditions | null {
  const additions: SchemeAdditions = {
    labels: lacking(usage.labels, scheme.labels).map(([name, kind]) => ({
      name,
      parent: null,
      kind,
      colour: "slate",
      key: null,
      guideline: "",
    })),
    kinds: kindsLacking(usage, scheme),
    attributes: definitions(usage.attributes, scheme.attributes),
    relations: lacking(usage.relations.entries(), scheme.relations).map(([name]) => ({
      name,
      from: [],
      to: [],
    })),
    events: lacking(usage.events, scheme.events).map(([name, roles]) => ({
      name,
      roles: [...roles].sort().map((role) => ({ name: role, targets: [] })),
    })),
    groups: lacking(usage.groups.entries(), scheme.groups).map(([name]) => ({ name })),
    reportLabels: definitions(usage.reportLabels, scheme.reportLabels),
  };
  return Object.values(additions).every((list) => list.length === 0) ? null : additions;
}

/** Kinds that are new, and known ones with the fields and coding systems that they lack. */
function kindsLacking(usage: Usage, scheme: Scheme): SchemeAdditions["kinds"] {
  return [...usage.kinds].sort(byName).flatMap(([name, { fields, codes }]) => {
    const known = scheme.kinds.find((kind) => kind.name === name);
    const newFields = definitions(fields, known?.fields ?? []);
    const newCodes = [...codes].filter((system) => known?.codes.includes(system) !== true).sort();
    const isNew = known === undefined || newFields.length > 0 || newCodes.length > 0;
    return isNew ? [{ name, fields: newFields, codes: newCodes }] : [];
  });
}

function definitions(
  used: ReadonlyMap<string, Values>,
  known: readonly { name: string }[],
): AttributeDefinition[] {
  return lacking(used, known).map(([name, values]) => {
    const type = typeOfAll(values);
    const choices = type === "choice" || type === "choices" ? [...values.texts].sort() : [];
    return { name, type, choices, unit: "", on: [...values.on].sort() };
  });
}

function typeOfAll({ types, texts }: Values): AttributeDefinition["type"] {
  if (types.has("list")) return "choices";
  if (types.has("string")) {
    const isChoice =
      texts.size <= mostChoices && [...texts].every((t) => t.length <= longestChoice);
    return isChoice ? "choice" : "text";
  }
  return types.has("number") ? "number" : "flag";
}

function lacking<Value>(
  used: Iterable<[string, Value]>,
  known: readonly { name: string }[],
): [string, Value][] {
  const names = new Set(known.map(({ name }) => name));
  return [...used].filter(([name]) => !names.has(name)).sort(byName);
}

function byName([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) {
  return a < b ? -1 : 1;
}
