import { type Coefficient, undefinedFor } from "../coefficient.ts";

/**
 * Two annotators' entities of one report as clusters of mentions: each names its mentions, and a mention that
 * both have, since their spans were matched, has one name. No mention is in two clusters of one annotator.
 */
export interface TwoClusterings {
  /** Of the first annotator, whom recall takes as the reference. */
  a: Clusters;
  b: Clusters;
}

/** A mention's name may be a number. */
export type Clusters = readonly (readonly (string | number)[])[];

/** How many mentions two clusters share; only of clusters that share one. */
export interface Shared {
  a: number;
  b: number;
  mentions: number;
}

export function sharedMentions({ a, b }: TwoClusterings): Shared[] {
  const clusterOf = new Map<string | number, number>();
  for (const [at, mentions] of b.entries()) for (const name of mentions) clusterOf.set(name, at);
  const all: Shared[] = [];
  for (const [at, mentions] of a.entries()) {
    const counts = new Map<number, number>();
    for (const name of mentions) {
      const other = clusterOf.get(name);
      if (other !== undefined) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
    for (const [other, count] of counts) all.push({ a: at, b: other, mentions: count });
  }
  return all;
}

/** What recall and precision are made of, added up over any number of reports. */
export interface ClusterSums {
  /** Recall is `right` by `all`; the unit is the measure's own. */
  recall: { right: number; all: number };
  precision: { right: number; all: number };
}

/** The sums from four numbers in a row, in which they are added up. */
export function clusterSumsAt(sums: ArrayLike<number>, from = 0): ClusterSums {
  const at = (place: number) => sums[from + place] ?? 0;
  return {
    recall: { right: at(0), all: at(1) },
    precision: { right: at(2), all: at(3) },
  };
}

/**
 * The harmonic mean of recall and precision. One that has nothing to be computed of, since one annotator has
 * nothing there, counts as 0, as in the reference scorer of Pradhan et al. (2014).
 */
export function harmonic({ recall, precision }: ClusterSums): number | null {
  if (recall.all === 0 && precision.all === 0) return null;
  const r = recall.all === 0 ? 0 : recall.right / recall.all;
  const p = precision.all === 0 ? 0 : precision.right / precision.all;
  return r + p === 0 ? 0 : (2 * r * p) / (r + p);
}

/** The harmonic mean as a coefficient; "no-items" where neither annotator has anything to compare. */
export function asCoefficient(value: number | null, n: number): Coefficient {
  if (value === null) return undefinedFor("no-items", n);
  return { defined: true, value, observed: value, expected: null, n };
}
