import type { AttributeDefinition, Condition, LabelDefinition, Scheme } from "../model/scheme.ts";

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
  const lists: [what: string, definitions: readonly AttributeDefinition[]][] = [
    ["attribute", scheme.attributes],
    ["report label", scheme.reportLabels],
    ...scheme.kinds.map(({ name, fields }): [string, typeof fields] => [`“${name}” field`, fields]),
  ];
  return lists.flatMap(([what, definitions]) =>
    definitions.flatMap((definition) => [
      ...choiceProblems(what, definition),
      ...definition.on
        .filter((label) => !owners.has(label))
        .map(
          (label) =>
            `The ${what} “${definition.name}” is for the label “${label}”, which does not exist.`,
        ),
      ...ruleProblems(what, definition, definitions),
    ]),
  );
}

function choiceProblems(what: string, { name, type, choices }: AttributeDefinition): string[] {
  const isEmpty = type.startsWith("choice") && choices.length === 0;
  return [
    ...(isEmpty
      ? [`The ${what} “${name}” is a choice but has nothing to choose from; list its choices.`]
      : []),
    ...repeated(choices).map(
      (choice) => `The ${what} “${name}” lists the choice “${choice}” twice; remove one of them.`,
    ),
  ];
}

/** Rules that say nothing, or that nothing could keep. */
function ruleProblems(
  what: string,
  definition: AttributeDefinition,
  all: readonly AttributeDefinition[],
): string[] {
  const { name, type, required, min, max, onlyWith } = definition;
  const hasRange = min !== undefined || max !== undefined;
  const problems = [
    required && type === "flag" && "is a flag that is required, so it would say nothing",
    hasRange && type !== "number" && "has a least or a greatest value but is no number",
    min !== undefined &&
      max !== undefined &&
      min > max &&
      `has ${min} as its least value, which is more than its greatest, ${max}`,
    onlyWith && conditionProblem(definition, onlyWith, all),
  ];
  return problems.flatMap((problem) =>
    problem ? [`The ${what} “${name}” ${problem}; correct it.`] : [],
  );
}

function conditionProblem(
  { name }: AttributeDefinition,
  { attribute, values }: Condition,
  all: readonly AttributeDefinition[],
): string | null {
  if (attribute === name) return "is only allowed with itself";
  const other = all.find((one) => one.name === attribute);
  if (!other) return `is only allowed with “${attribute}”, which does not exist`;
  const strange = values.find(
    (value) => other.choices.length > 0 && !other.choices.includes(value),
  );
  return strange === undefined
    ? null
    : `is only allowed where “${attribute}” is “${strange}”, which it does not offer`;
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
