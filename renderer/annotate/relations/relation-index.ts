import type { Id, Relation } from "../../../shared/model/annotation.ts";

type Relations = ReadonlyMap<Id, Relation>;
export type RelationIndex = ReadonlyMap<Id, readonly Relation[]>;

// Relations are replaced together, so the index of each map is made once, and when it is asked for.
const indexes = new WeakMap<Relations, RelationIndex>();

/** The relations that begin or end at each span, event or entity. */
export function relationIndex(relations: Relations): RelationIndex {
  const known = indexes.get(relations);
  if (known) return known;
  const index = new Map<Id, Relation[]>();
  for (const relation of relations.values())
    for (const end of new Set([relation.from, relation.to])) {
      const list = index.get(end);
      if (list) list.push(relation);
      else index.set(end, [relation]);
    }
  indexes.set(relations, index);
  return index;
}
