import { quoteOf } from "../../../text/offsets.ts";
import { type CasAnnotation, isReference, referencesIn, shortName } from "../cas.ts";
import { isScaffold, ownTypes } from "../type-names.ts";
import { spanFactsOf } from "./facts.ts";
import { idOf, type Reading, unread } from "./reading.ts";
import { annotationsIn, type CasIndex, linksOf } from "./roles.ts";

export function readSpan(annotation: CasAnnotation, reading: Reading): void {
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

/** Whether it leads to the next link of a chain, which is read with the chain. */
function isChainFeature(annotation: CasAnnotation, feature: string, { annotations }: CasIndex) {
  const value = annotation.features.get(feature);
  if (feature !== "next" || !isReference(value)) return false;
  return annotations.get(value.ref)?.type === annotation.type;
}
