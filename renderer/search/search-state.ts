import type { SearchGroup, SearchHit } from "../../shared/contract/search.ts";
import { createValueStore } from "../state/value-store.ts";

/** Which hits are chosen: some, or all that the query finds but some. */
export type ChosenHits =
  | { which: "some"; ids: ReadonlySet<string> }
  | { which: "all"; except: ReadonlySet<string> };

export const noneChosen: ChosenHits = { which: "some", ids: new Set() };

/** What was found so far. */
export interface Found {
  /** What was asked; null before the first answer. */
  query: string | null;
  groups: readonly SearchGroup[];
  next: string | null;
  reports: { count: number; isExact: boolean };
  problem: string | null;
}

export const nothingFound: Found = {
  query: null,
  groups: [],
  next: null,
  reports: { count: 0, isExact: true },
  problem: null,
};

/* The search stays as it is while other screens are shown, so that one comes back to the same line. */
export const searchQuery = createValueStore("");
export const searchFound = createValueStore<Found>(nothingFound);
export const searchChosen = createValueStore<ChosenHits>(noneChosen);
/** The row that the keys act on. */
export const searchCurrent = createValueStore<string | null>(null);

/** Looks for something else; nothing of it is chosen. */
export function searchFor(query: string): void {
  searchQuery.set(query);
  searchChosen.set(noneChosen);
}

/** For another project or person. */
export function forgetSearches(): void {
  searchFor("");
  searchFound.set(nothingFound);
  searchCurrent.set(null);
}

export function isChosen(chosen: ChosenHits, id: string): boolean {
  return chosen.which === "all" ? !chosen.except.has(id) : chosen.ids.has(id);
}

/** The same choice with one hit turned round. */
export function toggled(chosen: ChosenHits, id: string): ChosenHits {
  const flip = (ids: ReadonlySet<string>) =>
    ids.has(id) ? new Set([...ids].filter((other) => other !== id)) : new Set([...ids, id]);
  return chosen.which === "all"
    ? { which: "all", except: flip(chosen.except) }
    : { which: "some", ids: flip(chosen.ids) };
}

/** How many are chosen of those that were read. */
export function countChosen(chosen: ChosenHits, hits: readonly SearchHit[]): number {
  return chosen.which === "some"
    ? chosen.ids.size
    : hits.filter(({ id }) => !chosen.except.has(id)).length;
}
