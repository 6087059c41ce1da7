import type { Asked } from "../../shared/contract.ts";
import { noSelection } from "../look/grid-selection.ts";
import { createValueStore } from "../state/value-store.ts";

export type StatusFilter = NonNullable<Asked<"report.list">["status"]>;

/** What the library looks for; it stays while other screens are shown. */
export interface LibraryFilter {
  search: string;
  status: StatusFilter;
}

const noFilter: LibraryFilter = { search: "", status: "any" };

export const libraryFilter = createValueStore(noFilter);
export const librarySelection = createValueStore(noSelection);

export const clearFilter = (): void => libraryFilter.set(noFilter);
export const clearSelection = (): void => librarySelection.set(noSelection);
