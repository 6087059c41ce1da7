import type { Event, Group, Relation, Span, TextRange } from "../../model/annotation.ts";
import type { Attributes, AttributeValue } from "../../model/attributes.ts";
import type { AnnotatedDocument, DocumentLayer } from "../../model/document.ts";
import type { Scheme } from "../../model/scheme.ts";
import { sentenceRanges } from "../../text/sentences.ts";
import { tokenRanges } from "../../text/tokens.ts";
import { attributeText } from "../texts/attribute-text.ts";
import { codeText } from "../texts/code-text.ts";
import type { Cas, CasAnnotation, CasReference, CasValue } from "./cas.ts";
import { listedCode } from "./codes.ts";
import { dkproTypes, linkTypes, ownTypes } from "./type-names.ts";
import { type FeatureKind, featureKinds } from "./write/features.ts";

/** A CAS while it is made. */
interface Making {
  cas: Cas;
  /** The next free id. */
  next: number;
  kinds: ReadonlyMap<string, FeatureKind>;
  /** The annotation for each id of the layer. */
  made: Map<string, CasAnnotation>;
}

/**
 * A fitted document (fitToCas) as a CAS, with its sentences and tokens, which INCEpTION needs. Ids are from 2 on,
 * so that 1 is left for the sofa. Offsets are those of the document's text.
 */
export function casOfDocument(document: AnnotatedDocument, scheme: Scheme): Cas {
  const { text, sections } = document;
  const [layer = null] = document.layers;
  const cas: Cas = { text, annotations: [], facts: [], others: [] };
  const kinds = featureKinds(scheme, layer, new Map());
  const making = { cas, next: 2, kinds, made: new Map() };
  addDocumentFacts(making, document);
  for (const range of sentenceRanges(text)) add(making, dkproTypes.sentence, range, {});
  for (const range of tokenRanges(text)) add(making, dkproTypes.token, range, {});
  for (const { kind, title, ...range } of sections)
    add(making, ownTypes.section, range, { kind, title });
  if (layer) addLayer(making, layer);
  return cas;
}

type Features = Record<string, CasValue | undefined>;

/** Features that are not set or say nothing are left out. */
function featureMap(features: Features): Map<string, CasValue> {
  return new Map(
    Object.entries(features).filter((entry): entry is [string, CasValue] => {
      const [, value] = entry;
      return value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
    }),
  );
}

function add(
  making: Making,
  type: string,
  { start, end }: TextRange,
  features: Features,
): CasAnnotation {
  const id = making.next++;
  const annotation = { id, type, begin: start, end, features: featureMap(features) };
  making.cas.annotations.push(annotation);
  return annotation;
}

function addFact(making: Making, type: string, features: Map<string, CasValue>): void {
  making.cas.facts.push({ id: making.next++, type, features });
}

/** Title and language go where DKPro has a place for them. */
function addDocumentFacts(making: Making, document: AnnotatedDocument): void {
  const { name, title, text } = document;
  const { language, documentId, ...metadata } = document.metadata;
  const whole = { start: 0, end: text.length };
  const facts = { documentTitle: title, documentId: documentId ?? name };
  add(making, dkproTypes.documentMetaData, whole, {
    language: language ?? "x-unspecified",
    ...facts,
  });
  const further = { ...metadata, ...(document.case !== name && { case: document.case }) };
  for (const [key, value] of Object.entries(further))
    addFact(making, ownTypes.metadata, new Map(Object.entries({ name: key, value })));
}

function addLayer(making: Making, layer: DocumentLayer): void {
  const codes = new Map(layer.entities.map((entity) => [entity.id, entity.codes]));
  for (const span of layer.spans) addSpan(making, span, codes.get(span.entity ?? "") ?? []);
  for (const event of layer.events) placeEvent(making, event);
  for (const relation of layer.relations) addRelation(making, relation);
  for (const event of layer.events) linkEvent(making, event);
  for (const group of layer.groups) addGroup(making, group);
  for (const [name, value] of Object.entries(layer.labels))
    addFact(making, ownTypes.reportLabel, new Map([["name", name], ...labelFeature(value)]));
  const { status, note, unsure } = layer;
  const state = featureMap({ status, note, unsure: unsure || undefined });
  if (status !== "open" || state.size > 1) addFact(making, ownTypes.reportState, state);
}

function addSpan(making: Making, span: Span, codes: Parameters<typeof listedCode>[0][]): void {
  const { id, label, note, ranges, attributes, unsure, flag } = span;
  const [first = { start: 0, end: 0 }, ...further] = ranges;
  const [code, ...codesBesides] = codes;
  const annotation = add(making, ownTypes.span, first, {
    ...{ label, note, flag, unsure: unsure || undefined },
    identifier: code && codeText(code),
    identifierName: code?.display,
    furtherIdentifiers: codesBesides.map(listedCode),
    ...featuresOf(making, attributes),
  });
  const fragments = further.map((range) => add(making, ownTypes.fragment, range, {}));
  setLinks(
    making,
    annotation,
    "fragments",
    fragments.map(({ id: target }) => ["", target]),
  );
  making.made.set(id, annotation);
}

function addRelation(making: Making, { id, label, note, from, to, attributes }: Relation): void {
  const [governor, dependent] = [making.made.get(from), making.made.get(to)];
  if (!governor || !dependent) throw new RangeError(`relation ${id} leads from or to nothing`);
  const annotation = add(making, ownTypes.relation, rangeOf(dependent), {
    Governor: reference(governor),
    Dependent: reference(dependent),
    ...{ label, note, ...featuresOf(making, attributes) },
  });
  making.made.set(id, annotation);
}

/** Events are placed before relations, which may link them, and get their arguments after. */
function placeEvent(making: Making, { id, label, note, trigger, attributes }: Event): void {
  const at = making.made.get(trigger);
  if (at === undefined) throw new RangeError(`event ${id} has no trigger`);
  const annotation = add(making, ownTypes.event, rangeOf(at), {
    ...{ label, note, ...featuresOf(making, attributes) },
  });
  setLinks(making, annotation, "trigger", [["", at.id]]);
  making.made.set(id, annotation);
}

function linkEvent(making: Making, event: Event): void {
  const annotation = making.made.get(event.id);
  const links = event.arguments.map(({ role, target }) => [role, idOf(making, target)] as const);
  if (annotation) setLinks(making, annotation, "arguments", links);
}

function addGroup(making: Making, { id, label, note, members }: Group): void {
  const [first] = members.flatMap((member) => making.made.get(member) ?? []);
  if (first === undefined) throw new RangeError(`group ${id} has no members`);
  const annotation = add(making, ownTypes.group, rangeOf(first), { label, note });
  const links = members.map((member) => ["", idOf(making, member)] as const);
  setLinks(making, annotation, "members", links);
}

function idOf({ made }: Making, id: string): number {
  const annotation = made.get(id);
  if (annotation === undefined)
    throw new RangeError(`something leads to ${id}, which is not there`);
  return annotation.id;
}

function setLinks(
  making: Making,
  { features }: CasAnnotation,
  feature: keyof typeof linkTypes,
  links: readonly (readonly [role: string, target: number])[],
): void {
  if (links.length === 0) return;
  const references = links.map(([role, target]) => {
    const id = making.next++;
    const linked = featureMap({ role, target: { ref: target } });
    making.cas.others.push({ id, type: linkTypes[feature], features: linked });
    return { ref: id };
  });
  features.set(feature, references);
}

const rangeOf = ({ begin, end }: CasAnnotation): TextRange => ({ start: begin, end });
const reference = ({ id }: CasAnnotation): CasReference => ({ ref: id });

/**
 * Each value as the kind of its feature, which fitting has made it fit. A word that reads back as a number is one
 * already, and its file's writer writes it so.
 */
function featuresOf({ kinds }: Making, attributes: Attributes): Features {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      kinds.get(name) === "String" && typeof value !== "number" ? attributeText(value) : value,
    ]),
  );
}

function labelFeature(value: AttributeValue): [string, CasValue][] {
  if (value === true) return [];
  if (typeof value === "number") return [["number", value]];
  return [Array.isArray(value) ? ["values", value] : ["value", value]];
}
