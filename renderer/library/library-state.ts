import type { Asked } from "../../shared/contract.ts";
import { noSelection } from "../look/grid-selection.ts";
import { createValueStore } from "../state/value-store.ts";

export type StatusFilter = NonNullable<Asked<"report.list">["status"]>;

/** What the library looks for; it stays while other screens are shown. */
export interface LibraryFilter {
  search: string;
  status: StatusFilter;
  /** Only what this search finds: a list of work; empty for all. */
  query: string;
}

const noFilter: LibraryFilter = { search: "", status: "any", query: "" };

export const libraryFilter = createValueStore(noFilter);
export const librarySelection = createValueStore(noSelection);

/** Looks for something else; what was chosen may no longer be in sight, so nothing is. */
export function lookFor(filter: LibraryFilter): void {
  libraryFilter.set(filter);
  clearSelection();
}

export const clearFilter = (): void => lookFor(noFilter);
export const clearSelection = (): void => librarySelection.set(noSelection);
