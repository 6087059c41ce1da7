import { type CasAnnotation, shortName } from "../cas.ts";
import { idOf, type Reading, unread } from "./reading.ts";
import { endsOf, linksOf } from "./roles.ts";

export function readRelation(annotation: CasAnnotation, reading: Reading): void {
  const { layer, index, attributes, warnings } = reading;
  const facts = reading.facts.get(annotation.id);
  const ends = endsOf(annotation, index);
  const [from, to] = ends ? [idOf(ends.from.ref, reading), idOf(ends.to.ref, reading)] : [];
  if (!facts || !ends || !from || !to) {
    const where = `${shortName(annotation.type)} ${annotation.id}`;
    warnings.count(where, unread.one, unread.many);
    return;
  }
  const { label, note } = facts;
  const id = `relation-${annotation.id}`;
  layer.relations.push({ id, label, from, to, attributes: attributes(annotation.id), note });
}

export function readEvent(annotation: CasAnnotation, reading: Reading): void {
  const { layer, index, attributes, warnings } = reading;
  const facts = reading.facts.get(annotation.id);
  const [trigger] = linksOf(annotation.features.get("trigger"), index);
  const start = trigger ? idOf(trigger.target, reading) : null;
  const links = linksOf(annotation.features.get("arguments"), index);
  const roles = links.flatMap(({ role, target }) => {
    const id = idOf(target, reading);
    return id === null ? [] : [{ role, target: id }];
  });
  if (start === null || roles.length < links.length)
    warnings.count(`${shortName(annotation.type)} ${annotation.id}`, unread.one, unread.many);
  if (start === null || !facts) return;
  const { label, note } = facts;
  const id = `event-${annotation.id}`;
  const event = { id, label, trigger: start, arguments: roles };
  layer.events.push({ ...event, attributes: attributes(annotation.id), note });
}

export function readGroup(annotation: CasAnnotation, reading: Reading): void {
  const links = linksOf(annotation.features.get("members"), reading.index);
  const { label = "", note = "" } = reading.facts.get(annotation.id) ?? {};
  addGroup(
    reading,
    label,
    links.map(({ target }) => target),
    note,
  );
}

export function addGroup(
  reading: Reading,
  label: string,
  ids: readonly number[],
  note: string,
): void {
  const members = ids.flatMap((id) => idOf(id, reading) ?? []);
  const { groups } = reading.layer;
  if (members.length > 0) groups.push({ id: `group-${groups.length + 1}`, label, members, note });
}
