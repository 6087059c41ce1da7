import type { Section } from "../model/report.ts";
import type { Standing } from "./decision.ts";
import type { Difference } from "./difference.ts";
import { type Facets, facetsOf } from "./facets.ts";

/** How many differences of a report have the same facets. */
export type Tally = readonly { facets: Facets; count: number }[];

/** Facets that are the same object where they are equal, so that those of many reports take little room. */
export type FacetsKept = Map<string, Facets>;

/** Counts the differences of one report. */
export function tallyOf(
  differences: readonly Difference[],
  standings: ReadonlyMap<string, Standing>,
  sections: readonly Section[],
  kept: FacetsKept = new Map(),
): Tally {
  const counts = new Map<Facets, number>();
  for (const difference of differences) {
    const state = standings.get(difference.key)?.state ?? "open";
    const made = facetsOf(difference, state, sections);
    const key = JSON.stringify(made);
    const facets = kept.get(key) ?? made;
    kept.set(key, facets);
    counts.set(facets, (counts.get(facets) ?? 0) + 1);
  }
  return [...counts].map(([facets, count]) => ({ facets, count }));
}
