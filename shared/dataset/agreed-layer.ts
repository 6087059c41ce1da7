import { shown } from "../formats/fit/shown.ts";
import type { LossBook } from "../formats/losses.ts";
import type { Relation, Span } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { DocumentLayer } from "../model/document.ts";
import { agreedEntity, alikeEntities } from "./agreed-entities.ts";
import {
  type Agreeing,
  type Alike,
  alikeIn,
  commonAttributes,
  notAgreed,
  notCompared,
  sayLost,
  saySingle,
} from "./alike.ts";
import { placeOf } from "./span-place.ts";

/** The annotator of the one layer that "agreed" makes. */
const agreed = "agreed";

/**
 * What two or more layers say alike, as one layer: spans with the same label and ranges, entities with the
 * same kind and name, relations with the same label between those, and of each the attributes, fields
 * and codes that are the same. Notes, doubts and what was read are each annotator's own; events and
 * groups are not compared. All that is not in it is counted.
 * @param name the document's, for examples.
 */
export function agreedLayer(
  layers: readonly DocumentLayer[],
  book: LossBook,
  name: string,
): DocumentLayer {
  const agreeing = { layers, book, name };
  const spans = alikeIn(
    layers.map((layer) => layer.spans),
    placeOf,
  );
  const entities = alikeEntities(layers, spans);
  const ids = layers.map((_, at) => agreedIds([...spans, ...entities], at));
  const relations = alikeIn(
    layers.map((layer) => layer.relations),
    (relation, at) => linkOf(relation, ids[at]),
  );
  saySingles(agreeing, { spans, entities, relations });
  sayPersonal(agreeing);
  return {
    annotator: agreed,
    status: "done",
    spans: spans.map((alike) => agreedSpan(alike, ids, agreeing)),
    entities: entities.map((alike) => agreedEntity(alike, agreeing)),
    relations: relations.map((alike) => agreedRelation(alike, ids, agreeing)),
    events: [],
    groups: [],
    labels: agreedLabels(agreeing),
    source: null,
  };
}

/** The ids of one layer's things, and those that they have in the agreed one. */
type Ids = ReadonlyMap<string, string>;

function agreedIds(all: readonly Alike<{ id: string }>[], layer: number): Ids {
  return new Map(all.map((alike) => [alike[layer]?.id ?? "", alike[0]?.id ?? ""]));
}

/** The same in all layers for relations between the same things; null where an end is not agreed on. */
function linkOf({ label, from, to }: Relation, ids: Ids | undefined): string | null {
  const ends = [ids?.get(from), ids?.get(to)];
  return ends.includes(undefined) ? null : JSON.stringify([label, ...ends]);
}

interface Found {
  spans: readonly Alike<Span>[];
  entities: readonly Alike<DocumentLayer["entities"][number]>[];
  relations: readonly Alike<Relation>[];
}

/** Counts what only some of the layers have. */
function saySingles(agreeing: Agreeing, { spans, entities, relations }: Found): void {
  const { book, layers, name } = agreeing;
  saySingle(agreeing, spans, {
    things: "Spans of single annotators",
    listOf: (layer) => layer.spans,
    wordsOf: ({ quote }, who) => shown(who, quote),
  });
  saySingle(agreeing, entities, {
    things: "Entities of single annotators",
    listOf: (layer) => layer.entities,
    wordsOf: (entity, who) => shown(who, entity.name),
  });
  saySingle(agreeing, relations, {
    things: "Relations of single annotators",
    listOf: (layer) => layer.relations,
    wordsOf: ({ label }, who) => `${who}: ${label}`,
  });
  for (const { events, groups } of layers) {
    for (const { label } of events) book.lose("Events", notCompared, `${name}: ${label}`);
    for (const { label } of groups) book.lose("Groups", notCompared, `${name}: ${label}`);
  }
}

/** Counts what is said of whole layers. What is left out as personal is not told by an example. */
function sayPersonal({ layers, book, name }: Agreeing): void {
  for (const { annotator, note, unsure, reading } of layers) {
    const who = `${name}, ${annotator}`;
    if (note) book.lose("Notes on reports", notCompared, who);
    if (unsure) book.lose("Layers marked unsure", notCompared, who);
    if (reading) book.lose("Records of what was read", notCompared, who);
  }
}

function agreedSpan(alike: Alike<Span>, ids: readonly Ids[], { book, name }: Agreeing): Span {
  const [first] = alike;
  const { id, label, ranges, quote } = first;
  const where = shown(name, quote);
  for (const { note, unsure, flag } of alike) {
    if (note !== "") book.lose("Notes on spans", notCompared, where);
    if (unsure) book.lose("Spans marked unsure", notCompared, where);
    if (flag) book.lose("Flags of spans to look at", notCompared, where);
  }
  const entities = new Set(alike.map((span, at) => ids[at]?.get(span.entity ?? "")));
  const [entity = null] = entities.size === 1 ? entities : [];
  if (entity === null && alike.some((span) => span.entity !== null))
    book.lose("Links to entities", notAgreed, where);
  const given = alike.map(({ attributes }) => attributes);
  const attributes = withCommon(given, "Attributes of agreed spans", where, book);
  return { id, label, ranges, quote, attributes, entity, note: "" };
}

function agreedRelation(
  alike: Alike<Relation>,
  ids: readonly Ids[],
  { book, name }: Agreeing,
): Relation {
  const [{ id, label, from, to }] = alike;
  const where = `${name}: ${label}`;
  for (const { note } of alike)
    if (note !== "") book.lose("Notes on relations", notCompared, where);
  const [first] = ids;
  const given = alike.map(({ attributes }) => attributes);
  return {
    ...{ id, label, from: first?.get(from) ?? from, to: first?.get(to) ?? to, note: "" },
    attributes: withCommon(given, "Attributes of agreed relations", where, book),
  };
}

function agreedLabels({ layers, book, name }: Agreeing): Attributes {
  const given = layers.map(({ labels }) => labels);
  const labels = commonAttributes(given);
  sayLost(given, labels, (label) => book.lose("Report labels", notAgreed, `${name}: ${label}`));
  return labels;
}

function withCommon(
  given: readonly Attributes[],
  things: string,
  where: string,
  book: LossBook,
): Attributes {
  const common = commonAttributes(given);
  sayLost(given, common, (attribute) => book.lose(things, notAgreed, `${where}, ${attribute}`));
  return common;
}
