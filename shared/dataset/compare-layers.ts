import { getOrMake } from "../get-or-make.ts";
import { type DocumentLayer, emptyLayer } from "../model/document.ts";
import {
  compareThings,
  countLeft,
  matched,
  type Tallies,
  type Told,
  tallyOf,
} from "./compare-things.ts";
import { type ToldEntity, type ToldLayer, type ToldSpan, toldLayer } from "./told-layer.ts";

/** Spans that are on the same words and have another label now. */
export interface Relabelled {
  from: string;
  to: string;
  spans: number;
}

/** Of the entities that changed, those with other codes, and those with other fields. */
export interface EntityDetails {
  codes: number;
  fields: number;
}

/** What differs between two releases' layers so far. */
export interface Counts {
  spans: Tallies;
  relabelled: Map<string, Relabelled>;
  entities: Tallies;
  /** By kind. */
  entityDetails: Map<string, EntityDetails>;
  relations: Tallies;
  events: Tallies;
  groups: Tallies;
}

export const noCounts = (): Counts => ({
  ...{ spans: new Map(), relabelled: new Map(), entities: new Map(), entityDetails: new Map() },
  ...{ relations: new Map(), events: new Map(), groups: new Map() },
});

/**
 * Counts the changes of one report; whether there are none.
 * @param byQuote whether spans are told by their quotes instead of their places.
 */
export function compareLayers(
  counts: Counts,
  then: readonly DocumentLayer[],
  now: readonly DocumentLayer[],
  byQuote: boolean,
): boolean {
  const annotators = new Set([...then, ...now].map(({ annotator }) => annotator));
  const same = Array.from(annotators, (whose) => {
    const layerIn = (layers: readonly DocumentLayer[]) =>
      layers.find(({ annotator }) => annotator === whose);
    const [one, other] = [layerIn(then), layerIn(now)];
    const told = (layer = emptyLayer(whose)) => toldLayer(layer, byQuote);
    const isSame = compareTold(counts, told(one), told(other));
    return isSame && one !== undefined && other !== undefined;
  });
  return same.every(Boolean);
}

function compareTold(counts: Counts, then: ToldLayer, now: ToldLayer): boolean {
  return [
    compareSpans(counts, then.spans, now.spans),
    compareEntities(counts, then.entities, now.entities),
    compareLinks(counts.relations, then.relations, now.relations),
    compareLinks(counts.events, then.events, now.events),
    compareLinks(counts.groups, then.groups, now.groups),
    then.labels === now.labels,
  ].every(Boolean);
}

/** Those on the same words with another label are neither removed nor added. */
function compareSpans(
  { spans, relabelled }: Counts,
  then: readonly ToldSpan[],
  now: readonly ToldSpan[],
): boolean {
  const { gone, come, changed } = compareThings(spans, then, now);
  const moved = matched(gone, come, ({ words }) => words);
  for (const [{ name: from }, { name: to }] of moved.pairs) {
    const key = JSON.stringify([from, to]);
    getOrMake(relabelled, key, () => ({ from, to, spans: 0 })).spans += 1;
    tallyOf(spans, from);
    tallyOf(spans, to);
  }
  countLeft(spans, moved);
  return changed.length + gone.length + come.length === 0;
}

function compareEntities(
  { entities, entityDetails }: Counts,
  then: readonly ToldEntity[],
  now: readonly ToldEntity[],
): boolean {
  const { gone, come, changed } = compareThings(entities, then, now);
  for (const [one, other] of changed) {
    const details = getOrMake(entityDetails, one.name, () => ({ codes: 0, fields: 0 }));
    if (one.codes !== other.codes) details.codes += 1;
    if (one.fields !== other.fields) details.fields += 1;
  }
  countLeft(entities, { gone, come });
  return changed.length + gone.length + come.length === 0;
}

function compareLinks(tallies: Tallies, then: readonly Told[], now: readonly Told[]): boolean {
  const { gone, come, changed } = compareThings(tallies, then, now);
  countLeft(tallies, { gone, come });
  return changed.length + gone.length + come.length === 0;
}
