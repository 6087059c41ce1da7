import type { Scheme } from "../../model/scheme.ts";
import { entityTable } from "./entities.ts";
import { relationTable } from "./relations.ts";
import { layerTable, reportLabelTable, reportTable } from "./reports.ts";
import { spanTable } from "./spans.ts";
import type { Table } from "./table.ts";

/**
 * The tables of an export, in the order of their sheets. Attributes and fields of the scheme have
 * columns of their own; values that the scheme does not know, or that are of another type, stand in
 * the column `attributes` or `fields` as JSON. Lists are JSON everywhere.
 */
export function tablesOf(scheme: Scheme): Table[] {
  return [
    reportTable,
    layerTable,
    spanTable(scheme),
    entityTable(scheme),
    relationTable,
    reportLabelTable,
  ];
}
