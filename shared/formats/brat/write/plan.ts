import type { Entity, Event, Relation, Span } from "../../../model/annotation.ts";
import type { DocumentLayer } from "../../../model/document.ts";
import { entityContent, entityOfCodes } from "../../coded-entity.ts";
import { codeOf, displayOf, referenceOf } from "../grammar/codes.ts";
import { sourceKey } from "../source-key.ts";
import { type BratNames, bratNames, namesIn } from "../spelling.ts";
import { freeNames, namesOf } from "./line-names.ts";

/** What has to be known of a whole layer before any of its lines can be written. */
export interface Plan {
  layer: DocumentLayer;
  /** In text order; what lies around comes before what lies inside. */
  spans: Span[];
  names: ReadonlyMap<string, string>;
  /** The spelling of the names that brat does not allow. */
  spelling: BratNames;
  /** The names that stand in lines, in alphabetical order. */
  namesInLines: readonly string[];
  /** Keys of the source's lines and where they stand. */
  positions: ReadonlyMap<string, number>;
  entities: ReadonlyMap<string, Entity>;
  /** Entities that their spans' codes do not say all of. */
  ownEntities: ReadonlySet<string>;
  /** Relations that brat has no line for. */
  ownRelations: ReadonlySet<string>;
  next(letter: string): string;
  /** The name of an annotation. @throws RangeError when the layer has no such annotation. */
  nameOf(id: string): string;
  spell(name: string): string;
}

/** The plan of a layer; names of the scheme are spelled as in all its layers. */
export function planOf(layer: DocumentLayer, schemeNames: Iterable<string> = []): Plan {
  const spans = layer.spans.toSorted(byPlace);
  const free = freeNames(layer.source);
  const names = namesOf({ ...layer, spans }, free);
  const ownRelations = relationsBeyondLines(layer);
  const namesInLines = [...namesIn(shownOf(layer, ownRelations))].sort();
  const spelling = bratNames([...schemeNames, ...namesInLines]);
  const positions = new Map(layer.source?.lines.map(({ key }, index) => [key, index]));
  return {
    layer,
    spans,
    names,
    spelling,
    namesInLines,
    positions,
    entities: new Map(layer.entities.map((entity) => [entity.id, entity])),
    ownEntities: entitiesBeyondCodes(layer, spans, positions),
    ownRelations,
    next: free.next,
    nameOf(id) {
      const name = names.get(id);
      if (name === undefined) throw new RangeError(`the layer has no annotation ${id}`);
      return name;
    },
    spell: (name) => spelling.get(name) ?? name,
  };
}

/** Whether brat has a line for it, so that others can refer to it. */
export function hasLine({ entities, ownRelations }: Plan, id: string): boolean {
  return !ownRelations.has(id) && !entities.has(id);
}

function byPlace(a: Span, b: Span): number {
  const [one, two] = [a.ranges[0], b.ranges[0]];
  if (one === undefined || two === undefined) return 0;
  return one.start - two.start || two.end - one.end;
}

/** The layer without the relations and groups that brat has no line for. */
function shownOf(layer: DocumentLayer, ownRelations: ReadonlySet<string>): DocumentLayer {
  const hidden = new Set([...ownRelations, ...layer.entities.map(({ id }) => id)]);
  return {
    ...layer,
    relations: layer.relations.filter(({ id }) => !hidden.has(id)),
    groups: layer.groups.filter(({ members }) => !members.some((id) => hidden.has(id))),
  };
}

function relationsBeyondLines({ relations, entities }: DocumentLayer): Set<string> {
  const hidden = new Set(entities.map(({ id }) => id));
  const isOwn = ({ from, to }: Relation) => hidden.has(from) || hidden.has(to);
  return new Set(relations.filter(isOwn).map(({ id }) => id));
}

/**
 * Reads each entity's codes as another program would, and tells those that would not come back, or that
 * something but spans refers to: only a note of their own gives them a name to refer to.
 */
function entitiesBeyondCodes(
  { entities, relations, events, groups }: DocumentLayer,
  spans: readonly Span[],
  positions: ReadonlyMap<string, number>,
): Set<string> {
  const ends = new Set([
    ...relations.flatMap(({ from, to }) => [from, to]),
    ...events.flatMap((event) => event.arguments.map(({ target }) => target)),
    ...groups.flatMap(({ members }) => members),
  ]);
  const linked = Map.groupBy(spans, ({ entity }) => entity);
  const contents = Map.groupBy(entities, entityContent);
  const comesBack = (entity: Entity) =>
    !ends.has(entity.id) &&
    contents.get(entityContent(entity))?.length === 1 &&
    isCodes(entity, linked.get(entity.id) ?? [], positions);
  return new Set(entities.filter((entity) => !comesBack(entity)).map(({ id }) => id));
}

function isCodes(
  entity: Entity,
  spans: readonly Span[],
  positions: ReadonlyMap<string, number>,
): boolean {
  const { codes, fields, note, unsure } = entity;
  if (codes.length === 0 || spans.length === 0 || note !== "") return false;
  if (unsure || Object.keys(fields).length > 0) return false;
  const written = codes.map((code) => codeOf(referenceOf(code), displayOf(code)));
  if (JSON.stringify(written) !== JSON.stringify(codes)) return false;
  return spans.every((span) => {
    const read = entityOfCodes(span, inFileOrder(span, codes, positions));
    return entityContent(read) === entityContent(entity);
  });
}

function inFileOrder(
  span: Span,
  codes: Entity["codes"],
  positions: ReadonlyMap<string, number>,
): Entity["codes"] {
  const place = (code: Entity["codes"][number]) =>
    positions.get(sourceKey.code(span.id, referenceOf(code))) ?? Number.MAX_SAFE_INTEGER;
  return codes.toSorted((a, b) => place(a) - place(b));
}

/** Everything that attribute and note lines can speak of. */
export function describable({ spans, layer, ownRelations }: Plan): (Span | Event | Relation)[] {
  return [...spans, ...layer.events, ...layer.relations.filter(({ id }) => !ownRelations.has(id))];
}
