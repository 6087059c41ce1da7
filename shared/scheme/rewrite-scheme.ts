import { AppError } from "../errors.ts";
import {
  type AttributeDefinition,
  type LabelDefinition,
  noAdditions,
  type Scheme,
} from "../model/scheme.ts";
import { addToScheme } from "./add-to-scheme.ts";
import { ancestorsOf, united } from "./merge-definitions.ts";
import { withReferences } from "./references.ts";
import { type SchemeChange, type Subject, subjectInWords } from "./rewrite-changes.ts";

/**
 * The scheme after a change; what refers to the names that it touches follows.
 * @param reservedKeys keys that no label made by a split may have.
 * @throws AppError "not-found" when it does not define what is to change, "bad-input" when the new
 * name is taken or the change would lead in a circle.
 */
export function rewriteScheme(
  scheme: Scheme,
  change: SchemeChange,
  reservedKeys: readonly string[] = [],
): Scheme {
  switch (change.do) {
    case "rename":
      return rename(scheme, change.subject, change.to);
    case "merge":
      return merge(scheme, change.subject, change.into);
    case "remove":
      return remove(scheme, change.subject);
    case "rename-choice":
      return withChoice(scheme, change.subject, change.choice, change.to);
    case "remove-choice":
      return withChoice(scheme, change.subject, change.choice, null);
    case "split":
      return split(scheme, change, reservedKeys);
    case "move":
      return move(scheme, change);
    default:
      return change satisfies never;
  }
}

type Named = { name: string };
type Edit = <Definition extends Named>(list: readonly Definition[]) => Definition[];

/** The scheme with the list that a subject stands in edited. */
export function inList(scheme: Scheme, { list, of }: Subject, edit: Edit): Scheme {
  if (list === "fields")
    return {
      ...scheme,
      kinds: scheme.kinds.map((kind) =>
        kind.name === of ? { ...kind, fields: edit(kind.fields) } : kind,
      ),
    };
  if (list === "roles")
    return {
      ...scheme,
      events: scheme.events.map((event) =>
        event.name === of ? { ...event, roles: edit(event.roles) } : event,
      ),
    };
  return { ...scheme, [list]: edit<Named>(scheme[list]) };
}

/** The definitions that stand beside a subject, itself among them. */
export function listOf(scheme: Scheme, { list, of }: Subject): readonly Named[] {
  if (list === "fields") return scheme.kinds.find(({ name }) => name === of)?.fields ?? [];
  if (list === "roles") return scheme.events.find(({ name }) => name === of)?.roles ?? [];
  return scheme[list];
}

function refuseMissing(scheme: Scheme, subject: Subject): void {
  if (listOf(scheme, subject).some(({ name }) => name === subject.name)) return;
  throw new AppError(
    "not-found",
    `The scheme has no ${subjectInWords(subject)} any more; look at it again.`,
  );
}

function rename(scheme: Scheme, subject: Subject, to: string): Scheme {
  refuseMissing(scheme, subject);
  if (to === subject.name) return scheme;
  if (listOf(scheme, subject).some(({ name }) => name === to))
    throw new AppError(
      "bad-input",
      `There is a ${subjectInWords({ ...subject, name: to })} already; merge the two, or choose another name.`,
    );
  const renamed = inList(scheme, subject, (list) =>
    list.map((one) => (one.name === subject.name ? { ...one, name: to } : one)),
  );
  return withParents(withReferences(renamed, subject, [to]), subject, to);
}

/** Labels below one that has another name now, or is gone. */
function withParents(scheme: Scheme, { list, name }: Subject, to: string | null): Scheme {
  if (list !== "labels") return scheme;
  const labels = scheme.labels.map((label) =>
    label.parent === name ? { ...label, parent: to } : label,
  );
  return { ...scheme, labels };
}

function merge(scheme: Scheme, subject: Subject, into: string): Scheme {
  refuseMissing(scheme, subject);
  refuseMissing(scheme, { ...subject, name: into });
  if (into === subject.name) return scheme;
  const joined = withParents(united(scheme, subject, into), subject, into);
  const without = inList(joined, subject, (list) =>
    list.filter(({ name }) => name !== subject.name),
  );
  return withReferences(without, subject, [into]);
}

function remove(scheme: Scheme, subject: Subject): Scheme {
  refuseMissing(scheme, subject);
  const parent = scheme.labels.find(({ name }) => name === subject.name)?.parent ?? null;
  const without = inList(scheme, subject, (list) =>
    list.filter(({ name }) => name !== subject.name),
  );
  return withParents(withReferences(without, subject, []), subject, parent);
}

/** The definition with values that a subject names; null for what has none. */
function definitionOf(scheme: Scheme, subject: Subject): AttributeDefinition | null {
  const { list, of, name } = subject;
  const fields = scheme.kinds.find((kind) => kind.name === of)?.fields ?? [];
  const all = { attributes: scheme.attributes, reportLabels: scheme.reportLabels, fields };
  if (list !== "attributes" && list !== "reportLabels" && list !== "fields") return null;
  return all[list].find((one) => one.name === name) ?? null;
}

function withChoice(scheme: Scheme, subject: Subject, choice: string, to: string | null): Scheme {
  const definition = definitionOf(scheme, subject);
  if (!definition?.choices.includes(choice))
    throw new AppError(
      "not-found",
      `The ${subjectInWords(subject)} has no choice “${choice}” any more; look at it again.`,
    );
  const replaced = (values: readonly string[]) => [
    ...new Set(values.flatMap((value) => (value === choice ? (to ?? []) : value))),
  ];
  return inList(scheme, subject, (list) =>
    list.map((one) => ({
      ...one,
      ...(one.name === subject.name && { choices: replaced(definition.choices) }),
      ...withConditionValues(one, subject.name, replaced),
    })),
  );
}

/** A rule that named only the choice that is gone asks for any value then. */
function withConditionValues(
  definition: Named & Partial<AttributeDefinition>,
  attribute: string,
  replaced: (values: readonly string[]) => string[],
): Partial<AttributeDefinition> {
  const { onlyWith } = definition;
  if (onlyWith?.attribute !== attribute) return {};
  return { onlyWith: { ...onlyWith, values: replaced(onlyWith.values) } };
}

/** New labels begin as their origin is: its kind and its place, with a key and a colour of their own. */
function split(
  scheme: Scheme,
  { label, parts }: Extract<SchemeChange, { do: "split" }>,
  reservedKeys: readonly string[],
): Scheme {
  refuseMissing(scheme, { list: "labels", of: null, name: label });
  const origin = scheme.labels.find(({ name }) => name === label);
  const names = [...new Set(parts.map(({ to }) => to))].filter((to) => to !== label);
  const made = names
    .filter((to) => scheme.labels.every(({ name }) => name !== to))
    .map((name): LabelDefinition => {
      const { parent = null, kind = null } = origin ?? {};
      return { name, parent, kind, colour: "slate", key: null, guideline: "" };
    });
  const wider = withReferences(
    addToScheme(scheme, { ...noAdditions(), labels: made }, reservedKeys),
    { list: "labels", of: null, name: label },
    [label, ...names],
  );
  return beside(wider, label, made);
}

/** The new labels right behind the one that they come from. */
function beside(scheme: Scheme, label: string, made: readonly LabelDefinition[]): Scheme {
  const names = new Set(made.map(({ name }) => name));
  const added = scheme.labels.filter(({ name }) => names.has(name));
  const others = scheme.labels.filter(({ name }) => !names.has(name));
  const at = others.findIndex(({ name }) => name === label) + 1;
  return { ...scheme, labels: others.toSpliced(at, 0, ...added) };
}

function move(
  scheme: Scheme,
  { label: name, parent, before }: Extract<SchemeChange, { do: "move" }>,
): Scheme {
  for (const needed of [name, parent, before])
    if (needed !== null) refuseMissing(scheme, { list: "labels", of: null, name: needed });
  if (parent !== null && [parent, ...ancestorsOf(scheme.labels, parent)].includes(name))
    throw new AppError("bad-input", `“${name}” cannot stand below itself; choose another place.`);
  const moved = scheme.labels
    .filter((label) => label.name === name)
    .map((label) => ({ ...label, parent }));
  const others = scheme.labels.filter((label) => label.name !== name);
  const at = others.findIndex((label) => label.name === before);
  return { ...scheme, labels: others.toSpliced(at < 0 ? others.length : at, 0, ...moved) };
}
