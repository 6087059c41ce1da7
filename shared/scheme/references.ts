import type { AttributeDefinition, Scheme } from "../model/scheme.ts";
import type { NamedList, Subject } from "./rewrite-changes.ts";

/** What stands for a name where it is referred to: itself, others, or nothing. */
type Replace = (name: string) => readonly string[];

/** The lists whose names `on` may hold, and those of ends and targets; one name may be in several. */
const ownersOfOn: readonly NamedList[] = ["labels", "events", "relations"];
const ownersOfTargets: readonly NamedList[] = ["labels", "kinds", "events"];

/**
 * The scheme with every reference to a definition replaced by references to others; the definition
 * itself stays. A name that another list has too is kept beside them, since it may mean that one.
 */
export function withReferences(
  scheme: Scheme,
  { list, of, name }: Subject,
  to: readonly string[],
): Scheme {
  const replace = (owners: readonly NamedList[]): Replace =>
    owners.includes(list)
      ? (known) =>
          known === name
            ? [...(isElsewhere(scheme, owners, list, name) ? [name] : []), ...to]
            : [known]
      : (known) => [known];
  const on = replace(ownersOfOn);
  const targets = replace(ownersOfTargets);
  const conditions = (where: NamedList, owner: string | null, all: AttributeDefinition[]) =>
    list === where && of === owner ? all.map((one) => withCondition(one, name, to)) : all;
  return {
    ...scheme,
    labels: list === "kinds" ? withKinds(scheme.labels, name, to) : scheme.labels,
    kinds: scheme.kinds.map((kind) => ({
      ...kind,
      fields: conditions("fields", kind.name, kind.fields),
    })),
    attributes: conditions("attributes", null, scheme.attributes).map((attribute) => ({
      ...attribute,
      on: replaced(attribute.on, on),
    })),
    relations: scheme.relations.map((relation) => ({
      ...relation,
      from: replaced(relation.from, targets),
      to: replaced(relation.to, targets),
    })),
    events: scheme.events.map((event) => ({
      ...event,
      roles: event.roles.map((role) => ({ ...role, targets: replaced(role.targets, targets) })),
    })),
    reportLabels: conditions("reportLabels", null, scheme.reportLabels),
  };
}

function replaced(names: readonly string[], replace: Replace): string[] {
  return [...new Set(names.flatMap(replace))];
}

function isElsewhere(
  scheme: Scheme,
  owners: readonly NamedList[],
  list: NamedList,
  name: string,
): boolean {
  return owners
    .filter((owner) => owner !== list)
    .flatMap((owner) => (owner === "fields" || owner === "roles" ? [] : scheme[owner]))
    .some((definition) => definition.name === name);
}

function withKinds(labels: Scheme["labels"], name: string, to: readonly string[]) {
  return labels.map((label) => (label.kind === name ? { ...label, kind: to[0] ?? null } : label));
}

function withCondition(
  definition: AttributeDefinition,
  name: string,
  to: readonly string[],
): AttributeDefinition {
  const { onlyWith, ...rest } = definition;
  if (onlyWith?.attribute !== name) return definition;
  const [attribute] = to;
  return attribute === undefined ? rest : { ...rest, onlyWith: { ...onlyWith, attribute } };
}
