import type { Code, Entity, Span } from "../model/annotation.ts";

/**
 * The entity that the codes of a span mean to a reader that knows nothing else: of the span's
 * label, and named as the first code is displayed.
 */
export function entityOfCodes(
  { label, quote }: Pick<Span, "label" | "quote">,
  codes: Code[],
): Omit<Entity, "id"> {
  return { kind: label, name: codes[0]?.display || quote, codes, fields: {}, note: "" };
}

/** Equal for what is one entity. */
export function entityContent({ kind, name, codes }: Omit<Entity, "id">): string {
  const sorted = codes.map(({ system, code, display }) => JSON.stringify([system, code, display]));
  return JSON.stringify([kind, name, sorted.sort()]);
}

/** Makes one entity for all spans whose codes mean the same; ids are `prefix` and a number, from 1. */
export interface CodedEntities {
  /** The id of the entity for a span with these codes; null where there are none. */
  entityFor(span: Pick<Span, "label" | "quote">, codes: Code[]): string | null;
  all(): Entity[];
}

export function codedEntities(prefix = "entity-"): CodedEntities {
  const entities = new Map<string, Entity>();
  return {
    entityFor(span, codes) {
      if (codes.length === 0) return null;
      const content = entityOfCodes(span, codes);
      const key = entityContent(content);
      const known = entities.get(key) ?? { id: `${prefix}${entities.size + 1}`, ...content };
      entities.set(key, known);
      return known.id;
    },
    all: () => [...entities.values()],
  };
}
