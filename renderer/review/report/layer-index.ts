import type { Entity, Id, Layer, Relation, Span } from "../../../shared/model/annotation.ts";

/** The annotations of several layers by their identifiers. */
export interface LayerIndex {
  spans: ReadonlyMap<Id, Span>;
  entities: ReadonlyMap<Id, Entity>;
  relations: ReadonlyMap<Id, Relation>;
  /** The spans that speak of an entity, in reading order. */
  spansOf(entity: Id): readonly Span[];
  /** What stands at the end of a relation, in words. */
  nameOf(id: Id): string;
}

export function indexLayers(layers: readonly Layer[]): LayerIndex {
  // Thousands of them, and a report is opened with this.
  const spans = new Map<Id, Span>();
  for (const layer of layers) for (const span of layer.spans) spans.set(span.id, span);
  const entities = new Map(layers.flatMap((layer) => layer.entities.map((one) => [one.id, one])));
  const relations = new Map(layers.flatMap((layer) => layer.relations.map((one) => [one.id, one])));
  const triggers = new Map(
    layers.flatMap((layer) => layer.events.map(({ id, trigger }) => [id, trigger])),
  );
  const speaking = new Map<Id, Span[]>();
  for (const span of spans.values()) {
    if (span.entity === null) continue;
    const others = speaking.get(span.entity);
    if (others) others.push(span);
    else speaking.set(span.entity, [span]);
  }
  return {
    spans,
    entities,
    relations,
    spansOf: (entity) => speaking.get(entity) ?? [],
    nameOf: (id) => spans.get(triggers.get(id) ?? id)?.quote ?? entities.get(id)?.name ?? "",
  };
}
