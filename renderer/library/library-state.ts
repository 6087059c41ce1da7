import type { Asked } from "../../shared/contract.ts";
import { createValueStore } from "../state/value-store.ts";

export type StatusFilter = NonNullable<Asked<"report.list">["status"]>;

/** What the library looks for; it stays while other screens are shown. */
export interface LibraryFilter {
  search: string;
  status: StatusFilter;
}

export const libraryFilter = createValueStore<LibraryFilter>({ search: "", status: "any" });
