import type { AttributeDefinition, LabelDefinition, Scheme } from "../model/scheme.ts";

/** What became another thing from one scheme to the other, a sentence each, in the order of a scheme. */
export function schemeDifferences(before: Scheme, after: Scheme): string[] {
  return [
    ...(before.name === after.name
      ? []
      : [`The scheme is named ${changed(before.name, after.name)}.`]),
    ...lists("label", before.labels, after.labels, labelFacts),
    ...orderOf(before.labels, after.labels),
    ...lists("kind", before.kinds, after.kinds, (kind) => ({ codes: kind.codes })),
    ...fieldsOf(before, after),
    ...lists("attribute", before.attributes, after.attributes, attributeFacts),
    ...lists("relation", before.relations, after.relations, ({ from, to }) => ({ from, to })),
    ...lists("event", before.events, after.events, () => ({})),
    ...rolesOf(before, after),
    ...lists("group", before.groups, after.groups, () => ({})),
    ...lists("report label", before.reportLabels, after.reportLabels, attributeFacts),
  ];
}

type Fact = string | number | boolean | readonly string[] | null | undefined;
type Facts = Record<string, Fact>;

/** Texts that are too long to stand in a sentence: only that they differ is said. */
const longTexts = ["guideline", "examples"];

const labelFacts = (label: LabelDefinition): Facts => ({
  parent: label.parent,
  kind: label.kind,
  colour: label.colour,
  key: label.key,
  guideline: label.guideline,
  examples: JSON.stringify(label.examples ?? []),
});

const attributeFacts = (attribute: AttributeDefinition): Facts => ({
  type: attribute.type,
  choices: attribute.choices,
  unit: attribute.unit,
  labels: attribute.on,
  required: attribute.required ?? false,
  "least value": attribute.min,
  "greatest value": attribute.max,
  "only with": conditionInWords(attribute),
});

function conditionInWords({ onlyWith }: AttributeDefinition): string {
  if (!onlyWith) return "";
  const { attribute, values } = onlyWith;
  return values.length === 0 ? attribute : `${attribute} ${values.join(" or ")}`;
}

function lists<Definition extends { name: string }>(
  what: string,
  before: readonly Definition[],
  after: readonly Definition[],
  factsOf: (definition: Definition) => Facts,
): string[] {
  const known = new Map(before.map((one) => [one.name, one]));
  const left = new Set(after.map(({ name }) => name));
  const title = what.charAt(0).toUpperCase() + what.slice(1);
  const renamed = renamedIn(before, after, factsOf);
  const formers = new Set(renamed.values());
  return [
    ...after.flatMap((one) => {
      const old = known.get(one.name);
      const former = renamed.get(one.name);
      if (former !== undefined) return [`${title} “${former}” is named “${one.name}”.`];
      if (!old) return [`${title} “${one.name}” is new.`];
      return factDifferences(`${title} “${one.name}”`, factsOf(old), factsOf(one));
    }),
    ...before
      .filter(({ name }) => !left.has(name) && !formers.has(name))
      .map(({ name }) => `${title} “${name}” is gone.`),
  ];
}

/** New names by the former ones: what stands where another stood, and is all that it was, is the same. */
function renamedIn<Definition extends { name: string }>(
  before: readonly Definition[],
  after: readonly Definition[],
  factsOf: (definition: Definition) => Facts,
): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  if (before.length !== after.length) return renamed;
  const names = (all: readonly Definition[]) => new Set(all.map(({ name }) => name));
  const [old, now] = [names(before), names(after)];
  for (const [at, one] of after.entries()) {
    const former = before[at];
    if (!former || old.has(one.name) || now.has(former.name)) continue;
    if (JSON.stringify(factsOf(former)) === JSON.stringify(factsOf(one)))
      renamed.set(one.name, former.name);
  }
  return renamed;
}

function factDifferences(who: string, before: Facts, after: Facts): string[] {
  return Object.keys(after).flatMap((fact) => {
    const [old, now] = [before[fact], after[fact]];
    if (JSON.stringify(old) === JSON.stringify(now)) return [];
    if (longTexts.includes(fact)) return [`${who} has another text in its ${fact}.`];
    if (Array.isArray(old) && Array.isArray(now))
      return [`${who}: ${fact} ${listChange(old, now)}.`];
    return [`${who}: ${fact} ${changed(old, now)}.`];
  });
}

const changed = (old: Fact, now: Fact) => `${shown(now)} instead of ${shown(old)}`;

function shown(fact: Fact): string {
  if (fact === null || fact === undefined || fact === "") return "none";
  if (typeof fact === "boolean") return fact ? "yes" : "no";
  return `“${Array.isArray(fact) ? fact.join(", ") : fact}”`;
}

function listChange(old: readonly string[], now: readonly string[]): string {
  const without = (all: readonly string[], some: readonly string[]) =>
    all.filter((one) => !some.includes(one)).map((one) => `“${one}”`);
  const added = without(now, old);
  const gone = without(old, now);
  if (now.length === 0) return `any instead of ${gone.join(", ")}`;
  if (old.length === 0) return `only ${added.join(", ")} instead of any`;
  const words = [
    added.length > 0 && `with ${added.join(", ")}`,
    gone.length > 0 && `without ${gone.join(", ")}`,
  ].filter((word) => word !== false);
  return words.length === 0 ? "in another order" : words.join(" and ");
}

/** Only of labels that are in both: what came or went is said already. */
function orderOf(before: readonly LabelDefinition[], after: readonly LabelDefinition[]): string[] {
  const namesIn = (labels: readonly LabelDefinition[], others: readonly LabelDefinition[]) =>
    labels.map(({ name }) => name).filter((name) => others.some((other) => other.name === name));
  const isSame = namesIn(before, after).join("\n") === namesIn(after, before).join("\n");
  return isSame ? [] : ["The labels stand in another order."];
}

function fieldsOf(before: Scheme, after: Scheme): string[] {
  return after.kinds.flatMap(({ name, fields }) => {
    const old = before.kinds.find((kind) => kind.name === name);
    return old ? lists(`“${name}” field`, old.fields, fields, attributeFacts) : [];
  });
}

function rolesOf(before: Scheme, after: Scheme): string[] {
  return after.events.flatMap(({ name, roles }) => {
    const old = before.events.find((event) => event.name === name);
    return old ? lists(`“${name}” role`, old.roles, roles, ({ targets }) => ({ targets })) : [];
  });
}
