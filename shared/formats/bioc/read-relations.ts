import type { Entity, Event, Group, Relation } from "../../model/annotation.ts";
import type { CountedWarnings } from "../reading/counted-warnings.ts";
import type { BioCNode, BioCRelation, Infons } from "./collection.ts";
import type { EntitiesByCode } from "./entity-links.ts";
import { codesIn } from "./identifiers.ts";
import { attributesFrom, textAt } from "./infons.ts";
import { isOwnRole, isTaken, relationLabelKeys, roleKeys, roles } from "./keys.ts";

const fallbackLabel = "relation";

/** What the ids of relations, events and groups begin with. */
export const linkPrefix = "relation-";

export interface Links {
  relations: Relation[];
  events: Event[];
  groups: Group[];
}

/** What relations may refer to, by what the file calls it. */
export interface Refs {
  /** The id of ours of an annotation or relation. */
  idOf(refid: string): string | null;
  isSpan(id: string): boolean;
  /** What the file calls the relation of an id of ours. */
  nameOf(id: string): string;
  entities: EntitiesByCode;
}

interface Reading {
  refs: Refs;
  links: Links;
  warnings: CountedWarnings;
}

/** A relation whose nodes refer to ids of ours. */
interface Resolved {
  id: string;
  label: string;
  infons: Infons;
  read: ReadonlySet<string>;
  nodes: BioCNode[];
}

/**
 * Reads relations: two nodes are a relation, one of them with the role "trigger" makes an event, equal nodes
 * without more are a group, and identifiers instead of nodes a relation between entities.
 */
export function readRelations(
  relations: readonly (BioCRelation & { ownId: string })[],
  refs: Refs,
  warnings: CountedWarnings,
): Links {
  const reading = { refs, warnings, links: { relations: [], events: [], groups: [] } };
  for (const relation of relations) readRelation(relation, reading);
  return withEnds(reading.links, refs, warnings);
}

function readRelation(
  { id, ownId, infons, nodes }: BioCRelation & { ownId: string },
  reading: Reading,
): void {
  const { refs, warnings } = reading;
  const read = new Set<string>(["note"]);
  const label = labelOf(infons, read);
  const found = nodes.flatMap(({ refid, role }) => {
    const target = refs.idOf(refid);
    return target === null ? [] : [{ refid: target, role }];
  });
  const resolved = { id: ownId, label, infons, read, nodes: found };
  const ends = entityEnds(infons, refs.entities);
  // PubTator's service counts concepts in its nodes, "0,2", and has the identifiers as infons.
  const areCounts = nodes.length > 0 && nodes.every(({ role }) => /^\d+,\d+$/.test(role));
  const areNodes = found.length === nodes.length && nodes.length > 0;
  if (areNodes && !(areCounts && ends !== null)) readNodes(resolved, reading);
  else if (ends !== null) readEntityRelation(resolved, ends, reading);
  else if (nodes.length === 0)
    warnings.count(
      `relation ${id}`,
      "does not say what it is of, and was left out",
      "do not say what they are of, and were left out",
    );
  else
    warnings.count(
      `relation ${id}`,
      "links something that is not there, and was left out",
      "link something that is not there, and were left out",
    );
}

function labelOf(infons: Infons, read: Set<string>): string {
  const key = relationLabelKeys.find((one) => textAt(infons, one));
  if (key === undefined) return fallbackLabel;
  read.add(key);
  return textAt(infons, key) ?? fallbackLabel;
}

const noteOf = (infons: Infons) => textAt(infons, "note") ?? "";

function readNodes(resolved: Resolved, reading: Reading): void {
  const { nodes } = resolved;
  const trigger = nodes.findIndex(
    ({ refid, role }) => role.toLowerCase() === roles.trigger && reading.refs.isSpan(refid),
  );
  if (trigger >= 0) addEvent(resolved, trigger, reading);
  else if (nodes.every(({ role }) => role === roles.member)) addGroup(resolved, reading);
  else if (nodes.length === 2) addRelation(resolved, reading);
  else addOfMany(resolved, reading);
}

/** One node, or more than two: a group where all are equal and nothing more is said, else an event. */
function addOfMany(resolved: Resolved, reading: Reading): void {
  const { nodes, infons, read } = resolved;
  const isGroup = nodes.every(({ role }) => role === nodes[0]?.role);
  const isBare = Object.keys(infons).every((key) => read.has(key));
  const first = nodes.findIndex(({ refid }) => reading.refs.isSpan(refid));
  if (first < 0 || (isGroup && isBare)) addGroup(resolved, reading);
  else addEvent(resolved, first, reading);
}

function addEvent(resolved: Resolved, trigger: number, { links }: Reading): void {
  const { id, label, infons, read, nodes } = resolved;
  const node = nodes[trigger];
  const role = node?.role ?? "";
  const isNamed = role !== "" && role.toLowerCase() !== roles.trigger;
  links.events.push({
    ...{ id, label, trigger: node?.refid ?? "" },
    arguments: nodes.flatMap((one, at) =>
      at === trigger ? [] : [{ role: one.role, target: one.refid }],
    ),
    attributes: {
      ...attributesFrom(infons, read, isTaken),
      ...(isNamed && { [roleKeys.trigger]: role }),
    },
    note: noteOf(infons),
  });
}

function addGroup(
  { id, label, infons, read, nodes }: Resolved,
  { links, warnings }: Reading,
): void {
  for (const key of Object.keys(infons))
    if (!read.has(key))
      warnings.count(
        `infon ${key}`,
        "of a group has no place here, and was left out",
        "of groups have no place here, and were left out",
      );
  const members = nodes.map(({ refid }) => refid);
  links.groups.push({ id, label, members, note: noteOf(infons) });
}

function addRelation({ id, label, infons, read, nodes }: Resolved, { links }: Reading): void {
  const isTurned = nodes[0]?.role === roles.to && nodes[1]?.role === roles.from;
  const [from, to] = isTurned ? nodes.toReversed() : nodes;
  const isNamed = (role = "") => role !== "" && !isOwnRole(role);
  links.relations.push({
    ...{ id, label, from: from?.refid ?? "", to: to?.refid ?? "" },
    attributes: {
      ...attributesFrom(infons, read, isTaken),
      ...(isNamed(from?.role) && { [roleKeys.from]: from?.role ?? "" }),
      ...(isNamed(to?.role) && { [roleKeys.to]: to?.role ?? "" }),
    },
    note: noteOf(infons),
  });
}

interface EntityEnd {
  key: string;
  entity: Entity;
}

/** The first two infons that name entities; "entity1" and "entity2", or "role1" and "role2", where they are there. */
function entityEnds(infons: Infons, entities: EntitiesByCode): [EntityEnd, EntityEnd] | null {
  const keys = Object.keys(infons);
  const own = keys.filter((key) => /^(entity|role)[12]$/.test(key)).sort();
  const ends = (own.length === 2 ? own : keys).flatMap((key) => {
    const entity = entities.find(codesIn(textAt(infons, key) ?? "", ""));
    return entity === null ? [] : [{ key, entity }];
  });
  const [from, to] = ends;
  return from !== undefined && to !== undefined ? [from, to] : null;
}

function readEntityRelation(
  { id, label, infons, read }: Resolved,
  [from, to]: [EntityEnd, EntityEnd],
  { links }: Reading,
): void {
  const others = new Set([...read, from.key, to.key]);
  const attributes = attributesFrom(infons, others, isTaken);
  const ends = { from: from.entity.id, to: to.entity.id };
  links.relations.push({ id, label, ...ends, attributes, note: noteOf(infons) });
}

/** Without what refers to relations that were left out, and what then refers to nothing. */
function withEnds(links: Links, refs: Refs, warnings: CountedWarnings): Links {
  let kept = links;
  for (let before = Number.POSITIVE_INFINITY; countOf(kept) < before; ) {
    before = countOf(kept);
    kept = withoutLooseEnds(kept);
  }
  const there = idsOf(kept);
  for (const id of idsOf(links))
    if (!there.has(id))
      warnings.count(
        `relation ${refs.nameOf(id)}`,
        "links something that is not there, and was left out",
        "link something that is not there, and were left out",
      );
  return kept;
}

const all = ({ relations, events, groups }: Links) => [...relations, ...events, ...groups];
const countOf = (links: Links) => all(links).length;
const idsOf = (links: Links) => new Set(all(links).map(({ id }) => id));

function withoutLooseEnds(links: Links): Links {
  const there = idsOf(links);
  const isThere = (id: string) => !id.startsWith(linkPrefix) || there.has(id);
  return {
    relations: links.relations.filter(({ from, to }) => isThere(from) && isThere(to)),
    events: links.events.filter((event) => event.arguments.every(({ target }) => isThere(target))),
    groups: links.groups.filter(({ members }) => members.every(isThere)),
  };
}
