import { type GridSelection, isChosen } from "../look/grid-selection.ts";
import type { ImportRow } from "./import-rows.ts";

/** The reports among the chosen rows. */
export function chosenReports(rows: readonly ImportRow[], selection: GridSelection): string[] {
  return rows.flatMap(({ id, report }) => (isChosen(selection, id) ? (report ?? []) : []));
}

/** Whether there are such reports, and all of them are left out. */
export function areLeftOut(rows: readonly ImportRow[], reports: readonly string[]): boolean {
  const meant = new Set(reports);
  const lines = rows.filter(({ report }) => report !== null && meant.has(report));
  return lines.length > 0 && lines.every(({ isLeftOut }) => isLeftOut);
}
