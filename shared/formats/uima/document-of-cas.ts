import { badFile, type Source } from "../../extract/source.ts";
import type { TextRange } from "../../model/annotation.ts";
import type { Attributes } from "../../model/attributes.ts";
import type { DocumentLayer } from "../../model/document.ts";
import { SectionKind } from "../../model/report.ts";
import { normaliseNewlines } from "../../text/newlines.ts";
import { countsIn, quoteOf, type Unit } from "../../text/offsets.ts";
import { type CodedEntities, codedEntities } from "../coded-entity.ts";
import type { CountedWarnings } from "../counted-warnings.ts";
import type { ReadDocument } from "../format.ts";
import { type Cas, type CasAnnotation, isReference, referencesIn, shortName } from "./cas.ts";
import {
  asText,
  type FeatureTexts,
  featureReader,
  plainTexts,
  type ReadFeature,
} from "./feature-text.ts";
import { chainsOf } from "./read/chains.ts";
import { attributesOf, type Facts, factsOf, type SpanFacts, spanFactsOf } from "./read/facts.ts";
import { reportFactsOf } from "./read/report-facts.ts";
import {
  annotationsIn,
  type CasIndex,
  endsOf,
  indexOf,
  linksOf,
  type Role,
  rolesOf,
} from "./read/roles.ts";
import { isOwnType, isScaffold, ownTypes } from "./type-names.ts";

export interface CasReading {
  source: Pick<Source, "fileName">;
  /** The document's name. */
  name: string;
  annotator: string;
  /** Unit of begin and end; null for UTF-16, which is UIMA's own. */
  offsets: Unit | null;
  /** Whether the file gives all plain values as texts without types. */
  texts: boolean;
  /** How the file has values of our own types as texts; like any others where it is not given. */
  ownTexts?: FeatureTexts;
  warnings: CountedWarnings;
}

/** What is made of a CAS while it is read. */
interface Reading extends CasReading {
  index: CasIndex;
  roles: ReadonlyMap<number, Role>;
  text: string;
  place(annotation: CasAnnotation): TextRange;
  coded: CodedEntities;
  /** What each annotation's features say that is no scaffold. */
  facts: ReadonlyMap<number, SpanFacts>;
  /** Plain features of an annotation as attributes. */
  attributes(id: number): Attributes;
  layer: DocumentLayer;
}

/**
 * A CAS as a document. A layer's annotations are spans, its plain features attributes; links in roles are
 * events whose trigger is the span, relation layers are relations, chains are groups, references without a
 * link between are relations of the feature's name. Of sentences, tokens, tag sets and the like nothing is kept.
 * @throws AppError "bad-file" for begin and end outside the text.
 */
export function documentOfCas(cas: Cas, reading: CasReading): ReadDocument {
  const { name, warnings } = reading;
  const index = indexOf(cas);
  const { text, toText } = normaliseNewlines(cas.text);
  const roles = rolesOf(cas, index);
  const facts = featureFacts(cas, roles, index);
  const readers = readersOf(facts, index, reading);
  const all: Reading = {
    ...reading,
    ...{ index, text, roles, facts, coded: codedEntities() },
    attributes: (id) => attributesOf(facts.get(id)?.rest ?? new Map(), readers(id)),
    place: placesIn(cas.text, toText, reading),
    layer: emptyLayer(reading.annotator),
  };
  for (const annotation of cas.annotations) readAnnotation(annotation, all);
  for (const { label, members } of chainsOf(cas, index)) addGroup(all, label, members, "");
  const report = reportFactsOf(cas, name, reading.texts);
  const sections = cas.annotations.flatMap((one) => sectionOf(one, all));
  const layer = { ...all.layer, ...report.layer, entities: all.coded.all() };
  return {
    document: { name, ...report.report, text, sections, layers: [layer] },
    warnings: warnings.sentences(),
  };
}

/** What is no span has no codes and doubts; its references are not among its features. */
function featureFacts(cas: Cas, roles: ReadonlyMap<number, Role>, index: CasIndex) {
  const facts = new Map<number, SpanFacts>();
  for (const annotation of cas.annotations) {
    const role = roles.get(annotation.id);
    const plain = { unsure: false, flag: "", codes: [] };
    if (role === "span") facts.set(annotation.id, spanFactsOf(annotation));
    else if (role === "relation")
      facts.set(annotation.id, {
        ...factsOf(without(annotation, ...(endsOf(annotation, index)?.features ?? []))),
        ...plain,
      });
    else if (role === "event" || role === "group")
      facts.set(annotation.id, { ...factsOf(annotation), ...plain });
  }
  return facts;
}

/** How the texts of an annotation's features are read: those of our own types apart from those of others. */
function readersOf(
  facts: ReadonlyMap<number, Facts>,
  { annotations }: CasIndex,
  { texts, ownTexts = plainTexts }: CasReading,
): (id: number) => ReadFeature {
  if (!texts) return () => asText;
  const isOurs = (id: number) => isOwnType(annotations.get(id)?.type ?? "");
  const ofFile = (isOf: (id: number) => boolean, form: FeatureTexts) =>
    featureReader(textsIn([...facts].filter(([id]) => isOf(id)).map(([, one]) => one)), form);
  const [own, other] = [ofFile(isOurs, ownTexts), ofFile((id) => !isOurs(id), plainTexts)];
  return (id) => (isOurs(id) ? own : other);
}

function* textsIn(all: Iterable<Facts>): Generator<[string, string]> {
  for (const { rest } of all)
    for (const [feature, value] of rest) if (typeof value === "string") yield [feature, value];
}

function emptyLayer(annotator: string): DocumentLayer {
  return {
    ...{ annotator, status: "open", labels: {}, source: null },
    ...{ spans: [], entities: [], relations: [], events: [], groups: [] },
  };
}

function placesIn(
  raw: string,
  toText: (offset: number) => number,
  { source, offsets, warnings }: CasReading,
): (annotation: CasAnnotation) => TextRange {
  const { length, toUnit } = countsIn(raw, offsets ?? "utf16");
  return ({ id, type, begin, end }) => {
    const where = `${shortName(type)} ${id}`;
    if (!isOffset(begin, length) || !isOffset(end, length))
      throw badFile(
        source,
        `has offsets outside its text: ${where} ends at ${end}; check that text and annotations belong together.`,
      );
    if (end < begin)
      throw badFile(
        source,
        `has offsets the wrong way round: ${where} ends at ${end}, before it starts at ${begin}; correct them and import it again.`,
      );
    const place = { begin: toUnit(begin) ?? begin, end: toUnit(end) ?? end };
    const start = place.begin - (isHalfway(raw, place.begin) ? 1 : 0);
    const last = place.end + (isHalfway(raw, place.end) ? 1 : 0);
    if (start < place.begin || last > place.end)
      warnings.count(
        where,
        "begins or ends within a character, and was read with the whole of it",
        "begin or end within a character, and were read with the whole of it",
      );
    return { start: toText(start), end: toText(last) };
  };
}

/** Whether an offset stands between the two halves of a character beyond the basic plane. */
function isHalfway(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(Math.max(0, offset - 1), offset + 1));
}

function isOffset(offset: number, length: number): boolean {
  return Number.isInteger(offset) && offset >= 0 && offset <= length;
}

function readAnnotation(annotation: CasAnnotation, reading: Reading): void {
  const role = reading.roles.get(annotation.id);
  if (role === "span") readSpan(annotation, reading);
  else if (role === "relation") readRelation(annotation, reading);
  else if (role === "event") readEvent(annotation, reading);
  else if (role === "group") readGroup(annotation, reading);
}

/** The id that an annotation has in the layer; null for what is left out. */
function idOf(id: number, { roles }: Reading): string | null {
  const role = roles.get(id);
  if (role === undefined || role === "scaffold" || role === "fragment" || role === "section")
    return null;
  return `${role}-${id}`;
}

function readSpan(annotation: CasAnnotation, reading: Reading): void {
  const { text, coded, layer, attributes } = reading;
  const id = `span-${annotation.id}`;
  const facts = reading.facts.get(annotation.id) ?? spanFactsOf(annotation);
  const { label, note, codes, unsure, flag } = facts;
  const fragments = fragmentsOf(annotation, reading);
  const ranges = [annotation, ...fragments].map(reading.place);
  const quote = quoteOf(text, ranges);
  const entity = coded.entityFor({ label, quote }, codes);
  const doubts = { ...(unsure && { unsure }), ...(flag !== "" && { flag }) };
  layer.spans.push({
    ...{ id, label, note, ranges, quote, entity },
    attributes: attributes(annotation.id),
    ...doubts,
  });
  if (isScaffold(annotation.type)) return;
  const isInPieces = fragments.length > 0;
  for (const feature of annotation.features.keys())
    if (!(isInPieces && feature === "fragments")) readReferences(annotation, feature, reading);
}

/** The further ranges of a discontinuous span of ours. */
function fragmentsOf({ type, features }: CasAnnotation, { index, roles }: Reading) {
  if (type !== ownTypes.span) return [];
  return linksOf(features.get("fragments"), index).flatMap(({ target }) => {
    const fragment = index.annotations.get(target);
    return fragment && roles.get(target) === "fragment" ? [fragment] : [];
  });
}

/** What a span's feature refers to: links in roles as an event, annotations as relations. */
function readReferences(annotation: CasAnnotation, feature: string, reading: Reading): void {
  const { index, layer, warnings } = reading;
  const value = annotation.features.get(feature);
  const references = referencesIn(value);
  if (references.length === 0 || isChainFeature(annotation, feature, index)) return;
  const [from, where] = [`span-${annotation.id}`, `${shortName(annotation.type)} ${annotation.id}`];
  const links = linksOf(value, index).flatMap(({ role, target }) => {
    const id = idOf(target, reading);
    return id === null ? [] : [{ role, target: id }];
  });
  const targets = annotationsIn(value, index).flatMap((id) => idOf(id, reading) ?? []);
  const id = `${annotation.id}-${feature}`;
  const plain = { label: feature, attributes: {}, note: "" };
  if (links.length > 0)
    layer.events.push({ ...plain, id: `event-${id}`, trigger: from, arguments: links });
  for (const [at, to] of targets.entries())
    layer.relations.push({ ...plain, id: `relation-${id}-${at + 1}`, from, to });
  if (links.length + targets.length < references.length)
    warnings.count(where, unread.one, unread.many);
}

const unread = {
  one: "refers to something that is no annotation of this text, which was left out",
  many: "refer to something that is no annotation of this text, which was left out",
};

/** Whether it leads to the next link of a chain, which is read with the chain. */
function isChainFeature(annotation: CasAnnotation, feature: string, { annotations }: CasIndex) {
  const value = annotation.features.get(feature);
  if (feature !== "next" || !isReference(value)) return false;
  return annotations.get(value.ref)?.type === annotation.type;
}

function readRelation(annotation: CasAnnotation, reading: Reading): void {
  const { layer, index, attributes, warnings } = reading;
  const facts = reading.facts.get(annotation.id);
  const ends = endsOf(annotation, index);
  const [from, to] = ends ? [idOf(ends.from.ref, reading), idOf(ends.to.ref, reading)] : [];
  if (!facts || !ends || !from || !to) {
    const where = `${shortName(annotation.type)} ${annotation.id}`;
    warnings.count(where, unread.one, unread.many);
    return;
  }
  const { label, note } = facts;
  const id = `relation-${annotation.id}`;
  layer.relations.push({ id, label, from, to, attributes: attributes(annotation.id), note });
}

function readEvent(annotation: CasAnnotation, reading: Reading): void {
  const { layer, index, attributes, warnings } = reading;
  const facts = reading.facts.get(annotation.id);
  const [trigger] = linksOf(annotation.features.get("trigger"), index);
  const start = trigger ? idOf(trigger.target, reading) : null;
  const links = linksOf(annotation.features.get("arguments"), index);
  const roles = links.flatMap(({ role, target }) => {
    const id = idOf(target, reading);
    return id === null ? [] : [{ role, target: id }];
  });
  if (start === null || roles.length < links.length)
    warnings.count(`${shortName(annotation.type)} ${annotation.id}`, unread.one, unread.many);
  if (start === null || !facts) return;
  const { label, note } = facts;
  const id = `event-${annotation.id}`;
  const event = { id, label, trigger: start, arguments: roles };
  layer.events.push({ ...event, attributes: attributes(annotation.id), note });
}

function readGroup(annotation: CasAnnotation, reading: Reading): void {
  const links = linksOf(annotation.features.get("members"), reading.index);
  const { label = "", note = "" } = reading.facts.get(annotation.id) ?? {};
  addGroup(
    reading,
    label,
    links.map(({ target }) => target),
    note,
  );
}

function addGroup(reading: Reading, label: string, ids: readonly number[], note: string): void {
  const members = ids.flatMap((id) => idOf(id, reading) ?? []);
  const { groups } = reading.layer;
  if (members.length > 0) groups.push({ id: `group-${groups.length + 1}`, label, members, note });
}

function without(annotation: CasAnnotation, ...names: readonly string[]): CasAnnotation {
  const features = new Map(annotation.features);
  for (const name of names) features.delete(name);
  return { ...annotation, features };
}

function sectionOf(annotation: CasAnnotation, { roles, place }: Reading) {
  if (roles.get(annotation.id) !== "section") return [];
  const title = annotation.features.get("title");
  const kind = SectionKind.parse(annotation.features.get("kind"));
  return [{ ...place(annotation), kind, title: typeof title === "string" ? title : "" }];
}
