import type { Entity, Span } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { DocumentLayer } from "../model/document.ts";
import type { Told } from "./compare-things.ts";
import { compareTexts } from "./order.ts";
import { placeOf } from "./span-place.ts";

export interface ToldSpan extends Told {
  /** Where it is, or its quote. */
  words: string;
}

export interface ToldEntity extends Told {
  codes: string;
  fields: string;
}

/** A layer's things in words, so that they can be compared with those of another release. */
export interface ToldLayer {
  spans: ToldSpan[];
  entities: ToldEntity[];
  relations: Told[];
  events: Told[];
  groups: Told[];
  /** Of the whole report. */
  labels: string;
}

/** @param byQuote whether spans are told by their quotes instead of their places. */
export function toldLayer(layer: DocumentLayer, byQuote: boolean): ToldLayer {
  const wordsOf = (span: Span) => (byQuote ? span.quote : placeOf({ ...span, label: "" }));
  const names = namesIn(layer, wordsOf);
  const nameOf = (id: string | null) => names.get(id ?? "") ?? "";
  return {
    spans: layer.spans.map((span) => ({
      ...{ name: span.label, words: wordsOf(span) },
      key: JSON.stringify([span.label, wordsOf(span)]),
      details: JSON.stringify([contentOf(span.attributes), span.note, nameOf(span.entity)]),
    })),
    entities: layer.entities.map(toldEntity),
    relations: layer.relations.map(({ label, from, to, attributes, note }) => ({
      name: label,
      key: JSON.stringify([label, nameOf(from), nameOf(to)]),
      details: JSON.stringify([contentOf(attributes), note]),
    })),
    events: layer.events.map(({ label, trigger, attributes, note, ...event }) => {
      const roles = event.arguments.map(({ role, target }) => [role, nameOf(target)].join(" "));
      return {
        name: label,
        key: JSON.stringify([label, nameOf(trigger)]),
        details: JSON.stringify([roles.sort(compareTexts), contentOf(attributes), note]),
      };
    }),
    groups: layer.groups.map(({ label, members, note }) => ({
      name: label,
      key: JSON.stringify([label, ...members.map(nameOf).sort(compareTexts)]),
      details: note,
    })),
    labels: contentOf(layer.labels),
  };
}

function toldEntity(entity: Entity): ToldEntity {
  const codes = entity.codes.map(({ system, code, display }) =>
    JSON.stringify([system, code, display]),
  );
  const told = { codes: codes.sort(compareTexts).join(), fields: contentOf(entity.fields) };
  return {
    ...told,
    name: entity.kind,
    key: identityOf(entity),
    details: JSON.stringify([told.codes, told.fields, entity.note]),
  };
}

const identityOf = ({ kind, name }: Entity) => JSON.stringify([kind, name]);

/** By id, what is called the same in any release; labels of spans do not belong to it. */
function namesIn(layer: DocumentLayer, wordsOf: (span: Span) => string): Map<string, string> {
  const { spans, entities, relations, events, groups } = layer;
  const names = new Map([
    ...spans.map((span) => [span.id, wordsOf(span)] as const),
    ...entities.map((entity) => [entity.id, identityOf(entity)] as const),
  ]);
  const nameOf = (id: string) => names.get(id) ?? "";
  for (const { id, label, trigger } of events)
    names.set(id, JSON.stringify([label, nameOf(trigger)]));
  for (const { id, label, from, to } of relations)
    names.set(id, JSON.stringify([label, nameOf(from), nameOf(to)]));
  for (const { id, label } of groups) names.set(id, JSON.stringify([label]));
  return names;
}

/** Attributes as one text, in the order of their names. */
function contentOf(attributes: Attributes): string {
  return JSON.stringify(Object.entries(attributes).sort(([a], [b]) => compareTexts(a, b)));
}
