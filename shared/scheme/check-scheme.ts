import type { AttributeDefinition, LabelDefinition, Scheme } from "../model/scheme.ts";

/** What is wrong with the scheme, a sentence each: names and keys used twice, names that nothing has, circles. */
export function checkScheme(scheme: Scheme): string[] {
  return [
    ...duplicateNames(scheme),
    ...duplicateKeys(scheme.labels),
    ...labelProblems(scheme),
    ...cycles(scheme.labels),
    ...attributeProblems(scheme),
    ...targetProblems(scheme),
  ];
}

/** Each text that stands in the list more than once. */
function repeated(texts: readonly string[]): string[] {
  return [...new Set(texts.filter((text, at) => texts.indexOf(text) !== at))];
}

function duplicateNames(scheme: Scheme): string[] {
  const lists: [what: string, definitions: readonly { name: string }[]][] = [
    ["labels", scheme.labels],
    ["kinds", scheme.kinds],
    ["attributes", scheme.attributes],
    ["relations", scheme.relations],
    ["events", scheme.events],
    ["groups", scheme.groups],
    ["report labels", scheme.reportLabels],
    ...scheme.kinds.map(({ name, fields }): [string, typeof fields] => [
      `fields of the kind “${name}”`,
      fields,
    ]),
    ...scheme.events.map(({ name, roles }): [string, typeof roles] => [
      `roles of the event “${name}”`,
      roles,
    ]),
  ];
  return lists.flatMap(([what, definitions]) =>
    repeated(definitions.map(({ name }) => name)).map(
      (name) => `Two ${what} are named “${name}”; rename or remove one of them.`,
    ),
  );
}

function duplicateKeys(labels: readonly LabelDefinition[]): string[] {
  return repeated(labels.flatMap(({ key }) => key ?? [])).map((key) => {
    const owners = labels.filter((label) => label.key === key).map(({ name }) => `“${name}”`);
    return `The key “${key}” is given to ${owners.join(" and ")}; give each label a key of its own.`;
  });
}

function labelProblems({ labels, kinds }: Scheme): string[] {
  const labelNames = new Set(labels.map(({ name }) => name));
  const kindNames = new Set(kinds.map(({ name }) => name));
  return labels.flatMap(({ name, parent, kind }) => [
    ...(parent !== null && !labelNames.has(parent)
      ? [`The label “${name}” has the parent “${parent}”, but there is no such label.`]
      : []),
    ...(kind !== null && !kindNames.has(kind)
      ? [`The label “${name}” is of the kind “${kind}”, but there is no such kind.`]
      : []),
  ]);
}

/** Labels that are their own ancestors, each circle told once. */
function cycles(labels: readonly LabelDefinition[]): string[] {
  const parents = new Map(labels.map(({ name, parent }) => [name, parent]));
  const told = new Set<string>();
  const problems: string[] = [];
  for (const { name } of labels) {
    const circle = circleFrom(name, parents);
    if (circle === null || circle.some((member) => told.has(member))) continue;
    for (const member of circle) told.add(member);
    const path = [...circle, name].map((member) => `“${member}”`).join(", then ");
    problems.push(`Labels must not be their own ancestors: ${path}; clear one of these parents.`);
  }
  return problems;
}

/** The way from a label up through its parents back to itself; null when there is none. */
function circleFrom(name: string, parents: ReadonlyMap<string, string | null>): string[] | null {
  const path = [name];
  for (let at = parents.get(name); at != null; at = parents.get(at)) {
    if (at === name) return path;
    if (path.includes(at)) return null;
    path.push(at);
  }
  return null;
}

function attributeProblems(scheme: Scheme): string[] {
  const owners = new Set(
    [...scheme.labels, ...scheme.events, ...scheme.relations].map(({ name }) => name),
  );
  const places: [what: string, attribute: AttributeDefinition][] = [
    ...scheme.attributes.map((a): [string, AttributeDefinition] => ["attribute", a]),
    ...scheme.reportLabels.map((a): [string, AttributeDefinition] => ["report label", a]),
    ...scheme.kinds.flatMap(({ name, fields }) =>
      fields.map((a): [string, AttributeDefinition] => [`“${name}” field`, a]),
    ),
  ];
  return places.flatMap(([what, { name, type, choices, on }]) => [
    ...(type.startsWith("choice") && choices.length === 0
      ? [`The ${what} “${name}” is a choice but has nothing to choose from; list its choices.`]
      : []),
    ...repeated(choices).map(
      (choice) => `The ${what} “${name}” lists the choice “${choice}” twice; remove one of them.`,
    ),
    ...on
      .filter((label) => !owners.has(label))
      .map((label) => `The ${what} “${name}” is for the label “${label}”, which does not exist.`),
  ]);
}

function targetProblems(scheme: Scheme): string[] {
  const known = new Set(
    [...scheme.labels, ...scheme.kinds, ...scheme.events].map(({ name }) => name),
  );
  const unknown = (owner: string, targets: readonly string[]) =>
    targets
      .filter((target) => !known.has(target))
      .map((target) => `${owner} refers to “${target}”, which is no label, kind or event.`);
  return [
    ...scheme.relations.flatMap(({ name, from, to }) =>
      unknown(`The relation “${name}”`, [...new Set([...from, ...to])]),
    ),
    ...scheme.events.flatMap(({ name, roles }) =>
      roles.flatMap((role) => unknown(`The event “${name}” (role ${role.name})`, role.targets)),
    ),
  ];
}
