import type { Entity, Event, Group, Relation, Span } from "../model/annotation.ts";
import type { Attributes, AttributeValue } from "../model/attributes.ts";
import type { NamedList, SchemeChange, SplitRule, Subject } from "./rewrite-changes.ts";

/**
 * What a change of the scheme makes of each annotation, null where it is to go. An annotation that
 * the change does not touch comes back as the same object.
 */
export interface Rewriter {
  span(span: Span, entity: Entity | null): Span | null;
  entity(entity: Entity): Entity | null;
  relation(relation: Relation): Relation | null;
  event(event: Event): Event | null;
  group(group: Group): Group | null;
  /** Labels of the whole report. */
  labels(labels: Attributes): Rewritten;
}

const untouched: Rewriter = {
  span: (span) => span,
  entity: (entity) => entity,
  relation: (relation) => relation,
  event: (event) => event,
  group: (group) => group,
  labels: (values) => ({ values, lost: null }),
};

/** What annotations have to do to follow a change. */
export function rewriterOf(change: SchemeChange): Rewriter {
  switch (change.do) {
    case "rename":
      return renaming(change.subject, change.to);
    case "merge":
      return renaming(change.subject, change.into);
    case "remove":
      return change.annotations === "keep" ? untouched : renaming(change.subject, null);
    case "rename-choice":
      return ofValues(change.subject, (values) => withChoice(values, change, change.to));
    case "remove-choice":
      return change.annotations === "keep"
        ? untouched
        : ofValues(change.subject, (values) => withChoice(values, change, null));
    case "split":
      return { ...untouched, span: (span, entity) => splitSpan(change, span, entity) };
    case "move":
      return untouched;
    default:
      return change satisfies never;
  }
}

/** The lists whose definitions have values. */
type ListOfValues = "attributes" | "reportLabels" | "fields";

function isOfValues(list: NamedList): list is ListOfValues {
  return list === "attributes" || list === "reportLabels" || list === "fields";
}

/** What carries values, and can say what did not find a place. */
type Noted = { note: string };

/** @param to null for removing what has the name. */
function renaming(subject: Subject, to: string | null): Rewriter {
  const { list, of, name } = subject;
  const relabel = <Labelled extends { label: string }>(one: Labelled): Labelled | null => {
    if (one.label !== name) return one;
    return to === null ? null : { ...one, label: to };
  };
  if (isOfValues(list)) return ofValues(subject, (values) => renamed(values, name, to));
  const by: Record<Exclude<NamedList, ListOfValues>, Partial<Rewriter>> = {
    labels: { span: relabel },
    relations: { relation: relabel },
    events: { event: relabel },
    groups: { group: relabel },
    kinds: {
      entity: (entity) => {
        if (entity.kind !== name) return entity;
        return to === null ? null : { ...entity, kind: to };
      },
    },
    roles: { event: (event) => (event.label === of ? withRole(event, name, to) : event) },
  };
  return { ...untouched, ...by[list] };
}

function withRole(event: Event, name: string, to: string | null): Event {
  if (event.arguments.every(({ role }) => role !== name)) return event;
  const args = event.arguments.flatMap((one) => {
    if (one.role !== name) return [one];
    return to === null ? [] : [{ ...one, role: to }];
  });
  return { ...event, arguments: args };
}

interface Rewritten {
  values: Attributes;
  /** A value that had to give way to another, in words; null where none had to. */
  lost: string | null;
}

/** The same values, or others and what did not find a place among them. */
type Revalue = (values: Attributes) => Rewritten;

/** Rewrites the values of a subject wherever they stand. A value that gives way goes into the note. */
function ofValues({ list, of }: Subject, revalue: Revalue): Rewriter {
  const attributes = <Holder extends Noted & { attributes: Attributes }>(one: Holder): Holder => {
    const { values, lost } = revalue(one.attributes);
    return values === one.attributes ? one : noted({ ...one, attributes: values }, lost);
  };
  switch (list) {
    case "attributes":
      return { ...untouched, span: flagged(attributes), relation: attributes, event: attributes };
    case "reportLabels":
      return { ...untouched, labels: revalue };
    case "fields":
      return {
        ...untouched,
        entity: (entity) => {
          if (entity.kind !== of) return entity;
          const { values, lost } = revalue(entity.fields);
          return values === entity.fields ? entity : noted({ ...entity, fields: values }, lost);
        },
      };
    default:
      throw new RangeError(`there are no values in the list ${list}`);
  }
}

function noted<Holder extends Noted>(one: Holder, lost: string | null): Holder {
  return lost === null ? one : { ...one, note: [one.note, lost].filter(Boolean).join("\n") };
}

/** A span whose note tells of a value that gave way is to be looked at. */
function flagged(rewrite: (span: Span) => Span): (span: Span) => Span {
  return (span) => {
    const after = rewrite(span);
    if (after.note === span.note) return after;
    return { ...after, flag: "Two of its values were merged; the note says which one gave way." };
  };
}

function renamed(values: Attributes, name: string, to: string | null): Rewritten {
  const value = values[name];
  if (value === undefined) return { values, lost: null };
  const other = to === null ? undefined : values[to];
  const { value: joined, lost } = other === undefined ? { value, lost: false } : join(other, value);
  const entries = Object.entries(values).flatMap(([key, one]): [string, AttributeValue][] => {
    if (key === to) return [[to, joined]];
    if (key !== name) return [[key, one]];
    return to === null || other !== undefined ? [] : [[to, value]];
  });
  return { values: Object.fromEntries(entries), lost: lost ? `${name}: ${inWords(value)}` : null };
}

/** Lists are united; of two other values that differ the first stays. */
function join(
  kept: AttributeValue,
  gone: AttributeValue,
): { value: AttributeValue; lost: boolean } {
  if (Array.isArray(kept) || Array.isArray(gone))
    return { value: [...new Set([kept, gone].flatMap(listed))], lost: false };
  return { value: kept, lost: inWords(kept) !== inWords(gone) };
}

const listed = (value: AttributeValue) => (Array.isArray(value) ? value : [inWords(value)]);

function inWords(value: AttributeValue): string {
  if (value === true) return "yes";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

function withChoice(
  values: Attributes,
  { subject: { name }, choice }: { subject: Subject; choice: string },
  to: string | null,
): Rewritten {
  const value = values[name];
  const chosen = Array.isArray(value) ? value : [value];
  if (value === undefined || !chosen.includes(choice)) return { values, lost: null };
  const others = [...new Set(chosen.flatMap((one) => (one === choice ? (to ?? []) : String(one))))];
  const { [name]: _, ...without } = values;
  const [first] = others;
  if (first === undefined) return { values: without, lost: null };
  return { values: { ...values, [name]: Array.isArray(value) ? others : first }, lost: null };
}

function splitSpan(
  { label, parts }: Extract<SchemeChange, { do: "split" }>,
  span: Span,
  entity: Entity | null,
): Span {
  if (span.label !== label) return span;
  const part = parts.find(({ where }) => isTaken(where, span, entity));
  return part && part.to !== label ? { ...span, label: part.to } : span;
}

function isTaken(rule: SplitRule, span: Span, entity: Entity | null): boolean {
  switch (rule.by) {
    case "attribute":
      return hasValue(span.attributes[rule.name], rule.value);
    case "field":
      return hasValue(entity?.fields[rule.name], rule.value);
    case "words": {
      const quote = span.quote.toLowerCase();
      return rule.words.some((words) => quote.includes(words.toLowerCase()));
    }
    case "hand":
      return rule.spans.includes(span.id);
    default:
      return rule satisfies never;
  }
}

function hasValue(value: AttributeValue | undefined, wanted: string | null): boolean {
  if (value === undefined) return false;
  if (wanted === null) return true;
  return Array.isArray(value) ? value.includes(wanted) : String(value) === wanted;
}
