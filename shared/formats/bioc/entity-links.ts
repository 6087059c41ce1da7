import type { Code, Entity } from "../../model/annotation.ts";
import { entityContent } from "../coded-entity.ts";

/*
 * Relations between identifiers, as of chemicals and diseases in BC5CDR, are relations between entities.
 * Several entities may have the same codes, since they are named as their spans quote; of those one
 * always stands for the identifier.
 */

const keyOf = (codes: readonly Code[]) =>
  JSON.stringify(codes.map(({ system, code }) => JSON.stringify([system, code])).sort());

/** Finds the entity that stands for codes. */
export interface EntitiesByCode {
  /** The entity with just these codes, else one with the only one of them; null for none. */
  find(codes: readonly Code[]): Entity | null;
}

export function entitiesByCode(entities: readonly Entity[]): EntitiesByCode {
  const whole = new Map<string, Entity>();
  const single = new Map<string, Entity>();
  // In an order that does not depend on that of the annotations.
  const contents = new Map(entities.map((entity) => [entity, entityContent(entity)]));
  const sorted = entities.toSorted((a, b) =>
    (contents.get(a) ?? "") < (contents.get(b) ?? "") ? -1 : 1,
  );
  const note = (map: Map<string, Entity>, key: string, entity: Entity) => {
    if (!map.has(key)) map.set(key, entity);
  };
  for (const entity of sorted) {
    if (entity.codes.length > 0) note(whole, keyOf(entity.codes), entity);
    for (const code of entity.codes) {
      note(single, keyOf([code]), entity);
      note(single, keyOf([{ ...code, system: "" }]), entity);
    }
  }
  return {
    find(codes) {
      if (codes.length === 0) return null;
      const key = keyOf(codes);
      return whole.get(key) ?? single.get(key) ?? null;
    },
  };
}
