import type { Entity, Span } from "../../model/annotation.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { codedEntities, entityContent } from "../coded-entity.ts";
import { dropped, type Fitting } from "./fit.ts";
import { shown } from "./shown.ts";

/** With entities as far as the format knows of them: whole, by the codes at their spans, or not at all. */
export function fitEntities(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  switch (fitting.holds.entities) {
    case "all":
      return layer;
    case "codes":
      return withCodedEntities(layer, fitting);
    case "none":
      return withoutEntities(layer, fitting);
    default:
      return fitting.holds.entities satisfies never;
  }
}

function withoutEntities(layer: DocumentLayer, { book, name }: Fitting): DocumentLayer {
  for (const entity of layer.entities) {
    book.lose("Entities", dropped, shown(name, entity.name));
    for (const { code } of entity.codes) book.lose("Codes of entities", dropped, code);
  }
  const spans = layer.spans.map((span) => {
    if (span.entity !== null)
      book.lose("Links of spans to entities", dropped, shown(name, span.quote));
    return { ...span, entity: null };
  });
  return { ...layer, spans, entities: [] };
}

/** Each span with the entity that its codes mean to a reader who knows nothing else. */
function withCodedEntities(layer: DocumentLayer, { book, name }: Fitting): DocumentLayer {
  const before = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const coded = codedEntities();
  const said = new Set<string>();
  const spans = layer.spans.map((span): Span => {
    const entity = before.get(span.entity ?? "");
    if (entity === undefined) return { ...span, entity: null };
    said.add(entity.id);
    if (entity.codes.length === 0)
      book.lose("Links to entities without codes", dropped, shown(name, span.quote));
    return { ...span, entity: coded.entityFor(span, entity.codes) };
  });
  const kept = new Set(coded.all().map(entityContent));
  for (const entity of layer.entities) {
    if (!said.has(entity.id)) book.lose("Entities without spans", dropped, entity.name);
    else if (!isSaid(entity, kept))
      book.lose(
        "Entities with more than codes",
        "only their codes are written, with each of their spans.",
        shown(name, entity.name),
      );
  }
  return { ...layer, spans, entities: coded.all() };
}

/** Whether its codes say all of it. */
function isSaid(entity: Entity, kept: ReadonlySet<string>): boolean {
  const { fields, note, unsure } = entity;
  return (
    Object.keys(fields).length === 0 && note === "" && !unsure && kept.has(entityContent(entity))
  );
}
