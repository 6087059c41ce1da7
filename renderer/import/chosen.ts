import { type GridSelection, isChosen } from "../look/grid-selection.ts";
import type { ImportRow } from "./import-rows.ts";

/** The reports among the chosen rows. */
export function chosenReports(rows: readonly ImportRow[], selection: GridSelection): string[] {
  return rows.flatMap(({ id, report }) => (isChosen(selection, id) ? (report ?? []) : []));
}
