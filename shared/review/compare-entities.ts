import { nameOf } from "../correct/carry-names.ts";
import { getOrMake } from "../get-or-make.ts";
import type { Entity, Id, Layer } from "../model/annotation.ts";
import { shortenedQuote } from "../text/offsets.ts";
import { align, type Likeness } from "./align.ts";
import type { Difference, DifferenceType, Version } from "./difference.ts";
import { attributesText, codesText, fingerprint } from "./fingerprint.ts";
import { inGravity, inReadingOrder, keyOf } from "./key.ts";

/** An annotator's entity with the differences that its spans are in. */
interface Spoken {
  entity: Entity;
  annotator: number;
  /** Places of differences in the list of those of spans, in order. */
  on: number[];
  /** Its kind, or its name, is only what its one span says, and is compared there. */
  isShadow: { kind: boolean; name: boolean };
}

/** Of entities with just as many spans in common, those of the same kind and name belong together. */
const sameWords = 1e-6;

/**
 * The entities of several annotators. Those correspond whose spans are in the same differences, by an optimal
 * alignment; those that no span speaks of, where kind and name are the same. An annotator misses one only
 * where they have marked one of its spans.
 * @param spans the differences of the layers' spans.
 */
export function compareEntities(
  layers: readonly Layer[],
  spans: readonly Difference[],
): Difference[] {
  const all = layers.flatMap((layer, annotator) => spokenOf(layer, annotator, spans));
  const groups = align(
    all.map(({ annotator }) => annotator),
    likenessesOf(all),
  );
  const names = layers.map(({ annotator }) => annotator);
  return groups
    .map((group) => group.flatMap((at) => all[at] ?? []))
    .map((group) => differenceOf(group, names, spans))
    .sort(inReadingOrder);
}

function spokenOf(
  { spans, entities }: Layer,
  annotator: number,
  differences: readonly Difference[],
): Spoken[] {
  if (entities.length === 0) return [];
  const placeOf = new Map<Id, number>();
  for (const [at, { versions }] of differences.entries())
    for (const { members } of versions) for (const id of members) placeOf.set(id, at);
  const own = new Map<Id, typeof spans>();
  for (const span of spans)
    if (span.entity !== null) getOrMake(own, span.entity, () => []).push(span);
  return entities.map((entity) => {
    const mentions = own.get(entity.id) ?? [];
    const places = mentions.flatMap(({ id }) => placeOf.get(id) ?? []);
    const isBare = entity.codes.length === 0 && Object.keys(entity.fields).length === 0;
    return {
      entity,
      annotator,
      on: [...new Set(places)].sort((a, b) => a - b),
      isShadow: {
        kind: isBare && mentions.length === 1,
        name: mentions.some(({ quote }) => nameOf(quote) === entity.name),
      },
    };
  });
}

/** Twice the places that both have, by those of both together; entities with none by their words alone. */
function likenessesOf(all: readonly Spoken[]): Likeness[] {
  const pairs = [...byPlace(all).values()].flatMap((numbers) =>
    numbers.flatMap((a, index) =>
      numbers
        .slice(index + 1)
        .filter((b) => all[a]?.annotator !== all[b]?.annotator)
        .map((b) => ({ a, b })),
    ),
  );
  const shared = new Map<number, Map<number, number>>();
  for (const { a, b } of pairs) {
    const row = getOrMake(shared, a, () => new Map<number, number>());
    row.set(b, (row.get(b) ?? 0) + 1);
  }
  return [...shared].flatMap(([a, row]) =>
    [...row].map(([b, count]) => ({ a, b, weight: weightOf(all[a], all[b], count) })),
  );
}

/** The numbers of entities by where they are spoken of. */
function byPlace(all: readonly Spoken[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [number, { entity, on }] of all.entries()) {
    const where = on.length > 0 ? on.map(String) : [`${entity.kind}\t${entity.name}`];
    for (const place of where) getOrMake(found, place, () => []).push(number);
  }
  return found;
}

function weightOf(a: Spoken | undefined, b: Spoken | undefined, shared: number): number {
  if (!a || !b) throw new Error("an entity is likened that is not there");
  const isSame = a.entity.kind === b.entity.kind && a.entity.name === b.entity.name;
  const places = Math.max(1, a.on.length) + Math.max(1, b.on.length);
  return (2 * shared) / places + (isSame ? sameWords : 0);
}

function differenceOf(
  group: readonly Spoken[],
  names: readonly string[],
  spans: readonly Difference[],
): Difference {
  const places = [...new Set(group.flatMap(({ on }) => on))].sort((a, b) => a - b);
  const on = places.flatMap((at) => spans[at] ?? []);
  const asked = names.filter((name) => on.some((span) => hasVersion(span, name)));
  const those = new Set(group.map(({ annotator }) => names[annotator] ?? ""));
  const missing = asked.filter((name) => !those.has(name));
  const common = places.filter((at) => [...those].every((name) => hasVersion(spans[at], name)));
  const isShifted = on.some(({ types }) => types.some((type) => type !== "agreed"));
  const texts = group.map((one) => textsOf(one, common, isShifted));
  return {
    key: keyOf(
      "entities",
      group.map(({ entity }) => entity.id),
    ),
    stage: "entities",
    types: inGravity(typesOf(texts, missing.length > 0)),
    start: on.length === 0 ? 0 : Math.min(...on.map(({ start }) => start)),
    end: on.length === 0 ? 0 : Math.max(...on.map(({ end }) => end)),
    words: shortenedQuote(group[0]?.entity.name ?? ""),
    versions: group.map(({ entity, annotator }, at): Version => {
      const says = fingerprint(Object.values(texts[at] ?? {}).join("\n"));
      return { annotator: names[annotator] ?? "", members: [entity.id], label: entity.kind, says };
    }),
    missing,
    shifts: [],
    on: on.map(({ key }) => key),
  };
}

const hasVersion = (difference: Difference | undefined, name: string) =>
  difference?.versions.some(({ annotator }) => annotator === name) ?? false;

interface Texts {
  entity: string;
  code: string;
  attribute: string;
}

/** What an entity says, by the type that another text makes. */
function textsOf({ entity, on, isShadow }: Spoken, common: number[], isShifted: boolean): Texts {
  const kind = isShifted && isShadow.kind ? "" : entity.kind;
  const name = isShifted && isShadow.name ? "" : entity.name;
  const places = common.map((at) => (on.includes(at) ? "x" : "-")).join("");
  return {
    entity: `${kind}\t${name}\t${places}`,
    code: codesText(entity.codes),
    attribute: attributesText(entity.fields),
  };
}

function typesOf([first, ...others]: readonly Texts[], isMissed: boolean): Set<DifferenceType> {
  const types = new Set<DifferenceType>();
  if (isMissed) types.add("missing");
  for (const type of ["entity", "code", "attribute"] as const)
    if (others.some((other) => other[type] !== first?.[type])) types.add(type);
  return types;
}
