import type { Entity, Span } from "../../model/annotation.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { codedEntities, entityContent, entityOfCodes } from "../coded-entity.ts";
import { dropped, type Fitting } from "./fitting.ts";
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
function withCodedEntities(layer: DocumentLayer, fitting: Fitting): DocumentLayer {
  const { book, name } = fitting;
  const before = new Map(layer.entities.map((entity) => [entity.id, entity]));
  const coded = codedEntities();
  const said = new Set<string>();
  const meant = new Map<string, string>();
  const spans = layer.spans.map((span): Span => {
    const entity = before.get(span.entity ?? "");
    if (entity === undefined) return { ...span, entity: null };
    said.add(entity.id);
    if (entity.codes.length === 0)
      book.lose("Links to entities without codes", dropped, shown(name, span.quote));
    const read = coded.entityFor(span, entity.codes);
    const isSame = entityContent(entityOfCodes(span, entity.codes)) === entityContent(entity);
    if (read !== null && (isSame || !meant.has(entity.id))) meant.set(entity.id, read);
    return { ...span, entity: read };
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
  const links = relinked(layer, fitting, (id) => before.has(id), meant);
  return { ...layer, spans, entities: coded.all(), ...links };
}

/** What stands for the id of something that is left out; no id of ours is empty. */
const nothing = "";

/**
 * Links that refer to the entities made of codes. Only relations between two entities can, where the format has
 * them; others refer to nothing, so that fitLinks takes them off.
 */
function relinked(
  { relations, events, groups }: DocumentLayer,
  { holds }: Fitting,
  isEntity: (id: string) => boolean,
  meant: ReadonlyMap<string, string>,
): Pick<DocumentLayer, "relations" | "events" | "groups"> {
  const unlinked = (id: string) => (isEntity(id) ? nothing : id);
  const coded = (id: string) => meant.get(id) ?? nothing;
  return {
    relations: relations.map((relation) => {
      const { from, to } = relation;
      const end = holds.codeRelations && isEntity(from) && isEntity(to) ? coded : unlinked;
      return { ...relation, from: end(from), to: end(to) };
    }),
    events: events.map((event) => ({
      ...event,
      arguments: event.arguments.map(({ role, target }) => ({ role, target: unlinked(target) })),
    })),
    groups: groups.map((group) => ({ ...group, members: group.members.map(unlinked) })),
  };
}

/** Whether its codes say all of it. */
function isSaid(entity: Entity, kept: ReadonlySet<string>): boolean {
  const { fields, note, unsure } = entity;
  return (
    Object.keys(fields).length === 0 && note === "" && !unsure && kept.has(entityContent(entity))
  );
}
