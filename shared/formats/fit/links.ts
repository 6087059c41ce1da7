import type { Event, Relation } from "../../model/annotation.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { dropped, type Fitting } from "./fitting.ts";
import { shown } from "./shown.ts";

/** With the relations, events and groups that the format can hold, and whose ends are all still there. */
export function fitLinks(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const there = new Set([...layer.spans, ...layer.entities].map(({ id }) => id));
  const events = fitEvents(layer, there, fitting);
  for (const { id } of events) there.add(id);
  const relations = fitRelations(betweenSpans(layer, fitting), there, fitting);
  for (const { id } of relations) there.add(id);
  return { ...layer, events, relations, groups: fitGroups(layer, there, fitting) };
}

const endGone = "left out, since what they link is left out.";

/** With relations of events as relations of the spans that name them, where the format has no events. */
function betweenSpans(layer: DocumentLayer, { holds, book, name }: Fitting): DocumentLayer {
  if (holds.events || !holds.relations) return layer;
  const triggers = new Map(layer.events.map(({ id, trigger }) => [id, trigger]));
  const relations = layer.relations.map((relation) => {
    const { label, from, to } = relation;
    if (!triggers.has(from) && !triggers.has(to)) return relation;
    book.lose(
      "Relations of events",
      "written between the spans that name the events.",
      `${name}: ${label}`,
    );
    return { ...relation, from: triggers.get(from) ?? from, to: triggers.get(to) ?? to };
  });
  return { ...layer, relations };
}

function fitEvents(
  { events }: DocumentLayer,
  there: ReadonlySet<string>,
  { holds, book, name }: Fitting,
): DocumentLayer["events"] {
  const staying = events.filter(({ trigger }) => there.has(trigger));
  const ids = new Set([...there, ...staying.map(({ id }) => id)]);
  return events.flatMap((event) => {
    const example = `${name}: ${event.label}`;
    if (!holds.events) book.lose("Events", dropped, example);
    else if (!there.has(event.trigger)) book.lose("Events", endGone, example);
    else {
      const isThere = ({ target }: Event["arguments"][number]) => ids.has(target);
      for (const { role } of event.arguments.filter((argument) => !isThere(argument)))
        book.lose("Event arguments", endGone, `${example}, ${role}`);
      return { ...event, arguments: event.arguments.filter(isThere) };
    }
    return [];
  });
}

function fitRelations(
  { relations }: DocumentLayer,
  there: ReadonlySet<string>,
  fitting: Fitting,
): DocumentLayer["relations"] {
  const { holds, book, name } = fitting;
  return relations.flatMap((relation) => {
    const { label, from, to } = relation;
    const hasEnds = there.has(from) && there.has(to);
    if (holds.relations && hasEnds) return fitRelation(relation, fitting);
    book.lose("Relations", holds.relations ? endGone : dropped, `${name}: ${label}`);
    return [];
  });
}

function fitRelation(relation: Relation, { holds, book, name }: Fitting): Relation {
  const { label, attributes, note } = relation;
  const example = `${name}: ${label}`;
  if (!holds.relationAttributes)
    for (const attribute of Object.keys(attributes))
      book.lose("Attributes of relations", dropped, `${example}, ${attribute}`);
  if (!holds.relationNotes && note !== "")
    book.lose("Notes on relations", dropped, shown(example, note));
  return {
    ...relation,
    attributes: holds.relationAttributes ? attributes : {},
    note: holds.relationNotes ? note : "",
  };
}

function fitGroups(
  { groups }: DocumentLayer,
  there: ReadonlySet<string>,
  { holds, book, name }: Fitting,
): DocumentLayer["groups"] {
  return groups.flatMap((group) => {
    const members = group.members.filter((id) => there.has(id));
    if (holds.groups && members.length > 0) {
      if (members.length < group.members.length)
        book.lose("Groups", "written without the members that are left out.", group.label);
      return { ...group, members };
    }
    book.lose("Groups", holds.groups ? endGone : dropped, `${name}: ${group.label}`);
    return [];
  });
}
