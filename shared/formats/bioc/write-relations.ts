import type { Entity, Event, Group, Relation } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { BioCRelation } from "./collection.ts";
import { identifiersText } from "./identifiers.ts";
import { infonsFrom } from "./infons.ts";
import { isOwnRole, isTaken, roleKeys, roles } from "./keys.ts";

/** What a written relation refers to. */
export interface Written {
  /** What the file calls a span, event, relation or group. */
  refOf(id: string): string;
  entityOf(id: string): Entity | undefined;
}

/** A relation of ours as BioC has it, between annotations or, by identifiers, between entities. */
export function bioCRelation(id: string, relation: Relation, written: Written): BioCRelation {
  const { label, from, to, attributes, note } = relation;
  const [one, two] = [written.entityOf(from), written.entityOf(to)];
  const given = { type: label, ...(note && { note }) };
  if (one !== undefined && two !== undefined) {
    const ends = { entity1: identifiers(one), entity2: identifiers(two) };
    return { id, infons: { ...given, ...ends, ...infonsFrom(attributes, isTaken) }, nodes: [] };
  }
  const [fromRole, toRole] = [roleIn(attributes, roleKeys.from), roleIn(attributes, roleKeys.to)];
  const others = Object.entries(attributes).filter(
    ([key]) =>
      !(key === roleKeys.from && fromRole !== null) && !(key === roleKeys.to && toRole !== null),
  );
  return {
    id,
    infons: { ...given, ...infonsFrom(Object.fromEntries(others), isTaken) },
    nodes: [
      { refid: written.refOf(from), role: fromRole ?? roles.from },
      { refid: written.refOf(to), role: toRole ?? roles.to },
    ],
  };
}

const identifiers = ({ codes }: Entity) => identifiersText(codes, "", "prefixed");

/** A role that an attribute holds, where a node can say it; null otherwise. */
function roleIn(attributes: Attributes, key: string): string | null {
  const value = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
  return typeof value === "string" && value !== "" && !isOwnRole(value) ? value : null;
}

export function bioCEvent(
  id: string,
  { label, trigger, arguments: given, attributes, note }: Event,
  { refOf }: Written,
): BioCRelation {
  return {
    id,
    infons: { type: label, ...(note && { note }), ...infonsFrom(attributes, isTaken) },
    nodes: [
      { refid: refOf(trigger), role: roles.trigger },
      ...given.map(({ role, target }) => ({ refid: refOf(target), role })),
    ],
  };
}

export function bioCGroup(
  id: string,
  { label, members, note }: Group,
  { refOf }: Written,
): BioCRelation {
  return {
    id,
    infons: { type: label, ...(note && { note }) },
    nodes: members.map((member) => ({ refid: refOf(member), role: roles.member })),
  };
}
