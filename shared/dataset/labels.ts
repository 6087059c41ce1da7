import { shown } from "../formats/fit/shown.ts";
import type { Fitted } from "../formats/format.ts";
import { type LossBook, lossBook } from "../formats/losses.ts";
import type { Span } from "../model/annotation.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import type { Scheme } from "../model/scheme.ts";
import { rewriteScheme } from "../scheme/rewrite-scheme.ts";
import { withoutDangling } from "./without-dangling.ts";

/** What becomes of each label: another name, or null to drop it; one that is not named stays. Two with one name merge. */
type LabelMap = Readonly<Record<string, string | null>>;

/** Labels of spans and events, whose names belong together, and of relations and groups. */
export interface LabelChoice {
  labels: LabelMap;
  relations: LabelMap;
}

/** What a label is called then; null where it is dropped. Names are not followed on: a → b, b → c makes b of a. */
function mappedLabel(map: LabelMap, label: string): string | null {
  return Object.hasOwn(map, label) ? (map[label] ?? null) : label;
}

/**
 * The document with its labels renamed, merged and dropped. What refers to something dropped goes as
 * well, and so does an entity all of whose spans are dropped; spans that merging makes the same become
 * one. All of that is counted.
 */
export function mapLabels(document: AnnotatedDocument, choice: LabelChoice): Fitted {
  if (Object.keys({ ...choice.labels, ...choice.relations }).length === 0)
    return { document, losses: [] };
  const book = lossBook();
  const { name } = document;
  const layers = document.layers.map((layer) => {
    const before = new Map(layer.spans.map(({ id, label }) => [id, label]));
    const spans = joinedSpans(keptSpans(layer, choice, book, name), before, book, name);
    const mapped = { ...layer, ...withLabels(layer, choice, book, name), spans: spans.spans };
    const entities = keptEntities(layer, mapped, book, name);
    return withoutDangling({ ...redirected(mapped, spans.into), entities }, book, name);
  });
  return { document: { ...document, layers }, losses: book.losses() };
}

const dropped = "left out, as their label is.";

function keptSpans(
  { spans }: DocumentLayer,
  { labels }: LabelChoice,
  book: LossBook,
  name: string,
): Span[] {
  return spans.flatMap((span) => {
    const label = mappedLabel(labels, span.label);
    if (label !== null) return { ...span, label };
    book.lose(`Spans of the label “${span.label}”`, dropped, shown(name, span.quote));
    return [];
  });
}

function withLabels(layer: DocumentLayer, choice: LabelChoice, book: LossBook, name: string) {
  const mapped = <One extends { label: string }>(
    list: readonly One[],
    what: string,
    map: LabelMap,
  ) =>
    list.flatMap((one) => {
      const label = mappedLabel(map, one.label);
      if (label !== null) return { ...one, label };
      book.lose(`${what} of the label “${one.label}”`, dropped, name);
      return [];
    });
  return {
    // The lines' names of a source speak of labels that may be others now.
    source: null,
    events: mapped(layer.events, "Events", choice.labels),
    relations: mapped(layer.relations, "Relations", choice.relations),
    groups: mapped(layer.groups, "Groups", choice.relations),
  };
}

interface Joined {
  spans: Span[];
  /** Which span stands for one that is no longer there. */
  into: ReadonlyMap<string, string>;
}

/**
 * Merging may give two spans over the same words the same label: they become one.
 * @param before the labels of before; spans that were the same already stay as they are.
 */
function joinedSpans(
  spans: readonly Span[],
  before: ReadonlyMap<string, string>,
  book: LossBook,
  name: string,
): Joined {
  const byPlace = new Map<string, Span>();
  const into = new Map<string, string>();
  const joined = new Map<string, Span>();
  for (const span of spans) {
    const places = span.ranges.map(({ start, end }) => [start, end]);
    const place = JSON.stringify([span.label, places, span.entity]);
    const first = byPlace.get(place);
    if (first === undefined || before.get(first.id) === before.get(span.id)) {
      if (first === undefined) byPlace.set(place, span);
      joined.set(span.id, span);
    } else {
      into.set(span.id, first.id);
      joined.set(first.id, united(joined.get(first.id) ?? first, span, book, name));
      book.lose("Spans that merging labels makes the same", joining, shown(name, span.quote));
    }
  }
  return { spans: [...joined.values()], into };
}

const joining = "joined with the one that has the same place, label and entity.";

function united(one: Span, other: Span, book: LossBook, name: string): Span {
  for (const [attribute, value] of Object.entries(other.attributes))
    if (
      Object.hasOwn(one.attributes, attribute) &&
      JSON.stringify(one.attributes[attribute]) !== JSON.stringify(value)
    )
      book.lose(
        "Attribute values of joined spans",
        "left out, since the span that stays has another value.",
        `${shown(name, one.quote)}, ${attribute}`,
      );
  const notes = new Set([one.note, other.note].filter((note) => note !== ""));
  return {
    ...one,
    attributes: { ...other.attributes, ...one.attributes },
    note: [...notes].join("\n"),
    ...((one.unsure || other.unsure) && { unsure: true }),
    ...((one.flag || other.flag) && { flag: one.flag || other.flag }),
  };
}

/** With the references to joined spans led to those that stand for them. */
function redirected(layer: DocumentLayer, into: ReadonlyMap<string, string>): DocumentLayer {
  if (into.size === 0) return layer;
  const now = (id: string) => into.get(id) ?? id;
  return {
    ...layer,
    relations: layer.relations.map((one) => ({ ...one, from: now(one.from), to: now(one.to) })),
    events: layer.events.map((event) => ({
      ...event,
      trigger: now(event.trigger),
      arguments: event.arguments.map(({ role, target }) => ({ role, target: now(target) })),
    })),
    groups: layer.groups.map((group) => ({
      ...group,
      members: [...new Set(group.members.map(now))],
    })),
  };
}

function keptEntities(
  before: DocumentLayer,
  after: Pick<DocumentLayer, "spans">,
  book: LossBook,
  name: string,
): DocumentLayer["entities"] {
  const spoken = new Set(before.spans.map(({ entity }) => entity));
  const still = new Set(after.spans.map(({ entity }) => entity));
  return before.entities.filter((entity) => {
    if (still.has(entity.id) || !spoken.has(entity.id)) return true;
    book.lose("Entities", "left out, since all their spans are.", `${name}: ${entity.name}`);
    return false;
  });
}

/** The scheme that belongs to documents with mapped labels. Labels that it does not define are passed over. */
export function mapScheme(scheme: Scheme, choice: LabelChoice): Scheme {
  const lists = [
    ["labels", choice.labels],
    ["events", choice.labels],
    ["relations", choice.relations],
    ["groups", choice.relations],
  ] as const;
  return lists.reduce((made, [list, map]) => mapList(made, list, map), scheme);
}

type MappedList = "labels" | "events" | "relations" | "groups";

function mapList(scheme: Scheme, list: MappedList, map: LabelMap): Scheme {
  const changes = scheme[list]
    .map(({ name }) => ({ name, to: mappedLabel(map, name) }))
    .filter(({ name, to }) => to !== name);
  const subject = (name: string) => ({ list, of: null, name });
  // By way of names that nobody uses, so that two labels can change their names for each other's.
  const away = (name: string) => `${name}\u0000`;
  let made = scheme;
  for (const { name } of changes)
    made = rewriteScheme(made, { do: "rename", subject: subject(name), to: away(name) });
  for (const { name, to } of changes) {
    const now = subject(away(name));
    if (to === null)
      made = rewriteScheme(made, { do: "remove", subject: now, annotations: "remove" });
    else if (made[list].some((one) => one.name === to))
      made = rewriteScheme(made, { do: "merge", subject: now, into: to });
    else made = rewriteScheme(made, { do: "rename", subject: now, to });
  }
  return made;
}
