import type { LabelDefinition, Scheme } from "../model/scheme.ts";
import {
  mergeAttribute,
  mergeByName,
  mergeKind,
  mergeRelation,
  mergeRoles,
} from "./add-to-scheme.ts";
import type { Subject } from "./rewrite-changes.ts";

type Named = { name: string };

/** The scheme in which the one that stays can hold what the other could. */
export function united(scheme: Scheme, subject: Subject, into: string): Scheme {
  const { list, of, name } = subject;
  const pair = <Definition extends Named>(
    all: readonly Definition[],
    join: (kept: Definition, gone: Definition) => Definition,
  ): Definition[] => {
    const gone = all.find((one) => one.name === name);
    return all.map((one) => (one.name === into && gone ? join(one, gone) : one));
  };
  switch (list) {
    case "labels":
      return { ...scheme, labels: mergeLabels(scheme.labels, name, into) };
    case "kinds":
      return { ...scheme, kinds: pair(scheme.kinds, mergeKind) };
    case "attributes":
      return { ...scheme, attributes: pair(scheme.attributes, mergeAttribute) };
    case "relations":
      return { ...scheme, relations: pair(scheme.relations, mergeRelation) };
    case "events":
      return {
        ...scheme,
        events: pair(scheme.events, (kept, gone) => ({
          ...kept,
          roles: mergeByName(kept.roles, gone.roles, mergeRoles),
        })),
      };
    case "groups":
      return scheme;
    case "reportLabels":
      return { ...scheme, reportLabels: pair(scheme.reportLabels, mergeAttribute) };
    case "fields":
      return {
        ...scheme,
        kinds: scheme.kinds.map((kind) =>
          kind.name === of ? { ...kind, fields: pair(kind.fields, mergeAttribute) } : kind,
        ),
      };
    case "roles":
      return {
        ...scheme,
        events: scheme.events.map((event) =>
          event.name === of ? { ...event, roles: pair(event.roles, mergeRoles) } : event,
        ),
      };
    default:
      return list satisfies never;
  }
}

/** The label that stays keeps its own guideline, and learns the other's examples. */
function mergeLabels(
  labels: readonly LabelDefinition[],
  from: string,
  into: string,
): LabelDefinition[] {
  const gone = labels.find(({ name }) => name === from);
  const isBelow = ancestorsOf(labels, into).includes(from);
  return labels.map((label) => {
    if (label.name !== into || !gone) return label;
    const examples = [...(label.examples ?? []), ...(gone.examples ?? [])];
    return {
      ...label,
      parent: isBelow ? gone.parent : label.parent,
      guideline: label.guideline || gone.guideline,
      ...(examples.length > 0 && { examples }),
    };
  });
}

/** From the nearest upwards; a circle ends where it began. */
export function ancestorsOf(labels: readonly LabelDefinition[], name: string): string[] {
  const parents = new Map(labels.map((label) => [label.name, label.parent]));
  const above: string[] = [];
  for (let at = parents.get(name); at != null && !above.includes(at); at = parents.get(at))
    above.push(at);
  return above;
}
