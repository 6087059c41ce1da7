import { isOfCandidates } from "../deidentify/layer.ts";
import { shown } from "../formats/fit/shown.ts";
import type { Fitted } from "../formats/format.ts";
import { type LossBook, lossBook } from "../formats/losses.ts";
import { getOrMake } from "../get-or-make.ts";
import type { Entity, Relation, Span } from "../model/annotation.ts";
import type { Attributes } from "../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../model/document.ts";
import { withoutDangling } from "./without-dangling.ts";

/** Whose work a dataset holds. */
export type LayerChoice =
  | { of: "all" }
  /** What was decided on: the layer of the annotator "gold". */
  | { of: "gold" }
  | { of: "one"; annotator: string }
  /** What everybody who has finished says alike. */
  | { of: "agreed" };

/** The annotator whose layer holds what was decided on. */
const gold = "gold";

/** The annotator of the one layer that "agreed" makes. */
const agreed = "agreed";

/**
 * The document with the chosen layers only; with none where it has none of them, which is a loss. "agreed"
 * makes one layer of those of two or more annotators who are done, without "gold": spans with the same
 * label and ranges in all of them, their attributes, entities and relations where all have the same;
 * notes, doubts and fields of entities are each annotator's own, and are left out.
 * Candidates for de-identification are nobody's work and in none of them.
 */
export function chooseLayers(document: AnnotatedDocument, choice: LayerChoice): Fitted {
  const book = lossBook();
  const { name } = document;
  const work = document.layers.filter((layer) => !isOfCandidates(layer));
  const layers = layersOf({ ...document, layers: work }, choice, book);
  if (layers.length === 0)
    book.lose("Reports without the chosen layers", "written without annotations.", name);
  return { document: { ...document, layers }, losses: book.losses() };
}

function layersOf(
  { layers, name }: AnnotatedDocument,
  choice: LayerChoice,
  book: LossBook,
): DocumentLayer[] {
  switch (choice.of) {
    case "all":
      return layers;
    case "gold":
      return layers.filter(({ annotator }) => annotator === gold);
    case "one":
      return layers.filter(({ annotator }) => annotator === choice.annotator);
    case "agreed":
      return agreedLayers(finishedLayers(layers), book, name);
    default:
      return choice satisfies never;
  }
}

/** The layers that can be compared with each other: finished, and not what came of comparing. */
export function finishedLayers(layers: readonly DocumentLayer[]): DocumentLayer[] {
  return layers.filter(
    (layer) => layer.status !== "open" && layer.annotator !== gold && !isOfCandidates(layer),
  );
}

function agreedLayers(
  [first, ...others]: readonly DocumentLayer[],
  book: LossBook,
  name: string,
): DocumentLayer[] {
  if (!first || others.length === 0) return [];
  const theirs = others.map(({ spans }) => spansByPlace(spans));
  const same = new Map<string, Span[]>();
  for (const span of spansByPlace(first.spans).values()) {
    const alike = theirs.flatMap((spans) => spans.get(placeOf(span)) ?? []);
    if (alike.length === others.length) same.set(span.id, [span, ...alike]);
  }
  const places = new Set(Array.from(same.values(), ([span]) => (span ? placeOf(span) : "")));
  sayDisagreed([first, ...others], places, book, name);
  const entities = agreedEntities(first, others, same);
  const spans = Array.from(same.values(), (alike) => agreedSpan(alike, entities, book, name));
  const layer: DocumentLayer = {
    annotator: agreed,
    status: "done",
    spans,
    entities: commonEntities(first, spans),
    relations: agreedRelations(first, others, same, book, name),
    events: [],
    groups: [],
    labels: commonAttributes([first, ...others].map(({ labels }) => labels)),
    source: null,
  };
  for (const { events, groups } of [first, ...others]) {
    for (const { label } of events) book.lose("Events", notCompared, `${name}: ${label}`);
    for (const { label } of groups) book.lose("Groups", notCompared, `${name}: ${label}`);
  }
  return [withoutDangling(layer, book, name)];
}

const notAgreed = "left out, since not all annotators have them.";
const notCompared = "left out, since they are not compared.";

/** The same for spans with the same label on the same words, in whatever order the ranges were marked. */
export function placeOf({ label, ranges }: Pick<Span, "label" | "ranges">): string {
  const places = ranges.map(({ start, end }) => [start, end] as const);
  return JSON.stringify([label, ...places.sort((a, b) => a[0] - b[0] || a[1] - b[1])]);
}

/** Of several spans with one label on the same words, the first. */
function spansByPlace(spans: readonly Span[]): Map<string, Span> {
  const found = new Map<string, Span>();
  for (const span of spans) getOrMake(found, placeOf(span), () => span);
  return found;
}

function sayDisagreed(
  layers: readonly DocumentLayer[],
  places: ReadonlySet<string>,
  book: LossBook,
  name: string,
): void {
  for (const { annotator, spans } of layers)
    for (const span of spans)
      if (!places.has(placeOf(span)))
        book.lose(
          "Spans of single annotators",
          notAgreed,
          shown(`${name}, ${annotator}`, span.quote),
        );
}

function agreedSpan(
  alike: readonly Span[],
  entities: ReadonlyMap<string, string>,
  book: LossBook,
  name: string,
): Span {
  const [first] = alike;
  if (!first) throw new Error("no span to agree on");
  const attributes = commonAttributes(alike.map((span) => span.attributes));
  const names = new Set(alike.flatMap((span) => Object.keys(span.attributes)));
  for (const attribute of names)
    if (!Object.hasOwn(attributes, attribute))
      book.lose(
        "Attributes of agreed spans",
        notAgreed,
        `${shown(name, first.quote)}, ${attribute}`,
      );
  const entity = entities.get(first.id) ?? null;
  if (entity === null && alike.some((span) => span.entity !== null))
    book.lose("Links to entities", notAgreed, shown(name, first.quote));
  const { id, label, ranges, quote } = first;
  return { id, label, ranges, quote, attributes, entity, note: "" };
}

/** What all of them have with the same value. */
function commonAttributes([first = {}, ...others]: readonly Attributes[]): Attributes {
  const contentOfValue = (value: Attributes[string] | undefined) =>
    JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every(
        (other) =>
          Object.hasOwn(other, name) && contentOfValue(other[name]) === contentOfValue(value),
      ),
    ),
  );
}

/** For each agreed span the entity of the first layer, where all have one of the same kind, name and codes. */
function agreedEntities(
  first: DocumentLayer,
  others: readonly DocumentLayer[],
  same: ReadonlyMap<string, readonly Span[]>,
): Map<string, string> {
  const contents = [first, ...others].map(
    ({ entities }) => new Map(entities.map((entity) => [entity.id, contentOf(entity)])),
  );
  const found = new Map<string, string>();
  for (const [id, alike] of same) {
    const said = alike.map(({ entity }, at) => contents[at]?.get(entity ?? ""));
    const entity = alike[0]?.entity ?? null;
    if (entity !== null && said.every((one) => one !== undefined && one === said[0]))
      found.set(id, entity);
  }
  return found;
}

/** Those that agreed spans speak of. Their fields are not compared, and so are left out with their notes. */
function commonEntities({ entities }: DocumentLayer, spans: readonly Span[]): Entity[] {
  const spoken = new Set(spans.map(({ entity }) => entity));
  return entities
    .filter(({ id }) => spoken.has(id))
    .map(({ id, kind, name, codes }) => ({ id, kind, name, codes, fields: {}, note: "" }));
}

function contentOf({ kind, name, codes }: Entity): string {
  return JSON.stringify([kind, name, codes.map(({ system, code }) => `${system}:${code}`).sort()]);
}

/** Relations with the same label between the same agreed spans. */
function agreedRelations(
  first: DocumentLayer,
  others: readonly DocumentLayer[],
  same: ReadonlyMap<string, readonly Span[]>,
  book: LossBook,
  name: string,
): Relation[] {
  const theirs = others.map(
    ({ relations }) =>
      new Map(
        relations.map((relation) => [linkOf(relation.label, relation.from, relation.to), relation]),
      ),
  );
  return first.relations.flatMap((relation) => {
    const alike = theirs.flatMap((relations, at) => {
      const [from, to] = [same.get(relation.from)?.[at + 1], same.get(relation.to)?.[at + 1]];
      return (from && to && relations.get(linkOf(relation.label, from.id, to.id))) ?? [];
    });
    if (alike.length < others.length) {
      book.lose("Relations of single annotators", notAgreed, `${name}: ${relation.label}`);
      return [];
    }
    const attributes = commonAttributes([relation, ...alike].map((one) => one.attributes));
    return { ...relation, attributes, note: "" };
  });
}

function linkOf(label: string, from: string, to: string): string {
  return JSON.stringify([label, from, to]);
}
